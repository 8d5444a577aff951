import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The scene that comes next, on the master: what lands, held back or cancelled.
Item {
    id: scene

    required property ConsoleView view
    property bool locked: false
    property bool wide: false

    readonly property string kind: view.comingKind
    readonly property bool held: kind === "held"
    readonly property bool cancelled: kind === "cancelled"
    // The votes were locked by hand: it lands on the bar that is said.
    readonly property bool byHand: kind === "hand"
    readonly property bool coming: byHand || kind === "coming"

    readonly property real room: width - (Metrics.slim ? 9 : 15) - 3 - (cancel.visible ? cancel.width : 0)

    implicitHeight: Metrics.slotHeight
    objectName: "sceneNext"

    Rectangle {
        anchors.fill: parent
        border.color: scene.held ? Theme.warn : Theme.line1
        border.width: 1
        color: scene.held ? Theme.warnBg : Theme.none
        radius: Theme.controlRadius
        visible: !scene.coming
    }
    Dashed {
        anchors.fill: parent
        color: scene.byHand ? Theme.text1 : Theme.line3
        fill: Theme.bg1
        line: scene.byHand ? 1.5 : 1
        visible: scene.coming
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Metrics.slim ? 7 : 10
        anchors.rightMargin: Metrics.slim ? 2 : 5
        spacing: 3

        ColumnLayout {
            spacing: 0

            RowLayout {
                spacing: Metrics.gap

                Icon {
                    color: Theme.warn
                    icon: "ui/hold"
                    size: 12
                    visible: scene.held
                }
                Words {
                    Layout.fillWidth: true
                    Layout.preferredHeight: 16
                    color: scene.held ? Theme.warn : scene.coming ? Theme.text1 : Theme.text2
                    font.strikeout: scene.cancelled
                    shrinks: true
                    text: scene.view.comingTitle
                    weight: Font.DemiBold
                }
            }
            RowLayout {
                spacing: Metrics.gap

                Icon {
                    color: Theme.text1
                    icon: "ui/hand"
                    objectName: "sceneByHand"
                    size: 12
                    // The bar matters more.
                    visible: scene.byHand && bar.implicitWidth + size + Metrics.gap <= scene.room
                }
                Words {
                    id: bar

                    Layout.fillWidth: true
                    Layout.preferredHeight: 16
                    color: scene.held || scene.byHand ? Theme.text2 : Theme.text3
                    objectName: "sceneNextText"
                    px: 11
                    text: scene.view.comingText
                }
            }
        }
        Pressable {
            id: cancel

            Layout.preferredHeight: 36
            Layout.preferredWidth: scene.wide ? 52 : 28
            key: qsTr("C on the master")
            label: scene.cancelled ? qsTr("Let the scene come after all") : qsTr("Cancel the coming scene")
            locked: scene.locked
            objectName: "cancelScene"
            visible: scene.cancelled || scene.coming

            onPressed: scene.view.cancelScene()

            Rectangle {
                anchors.fill: parent
                border.color: scene.locked ? Theme.line1 : Theme.line2
                border.width: 1
                color: scene.locked ? Theme.none : cancel.hovered || cancel.down ? Theme.bg4 : Theme.bg3
                radius: Theme.controlRadius
            }
            Column {
                anchors.centerIn: parent

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    color: scene.locked ? Theme.text3 : Theme.text1
                    icon: scene.cancelled ? "heavy/undo" : "heavy/x"
                    size: 12
                }
                Words {
                    color: scene.locked ? Theme.text3 : Theme.text1
                    height: 16
                    horizontalAlignment: Text.AlignHCenter
                    px: 11
                    text: scene.cancelled ? qsTr("Undo") : qsTr("Cancel")
                    visible: scene.wide
                    width: cancel.width - 4
                }
            }
        }
    }
}
