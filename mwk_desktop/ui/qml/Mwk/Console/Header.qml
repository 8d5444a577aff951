import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// Which show plays, where it comes from, and buttons for the console itself.
Rectangle {
    id: header

    required property ConsoleView view
    required property TalkView talk
    required property int pad

    signal helpAsked
    signal talkAsked
    signal menuAsked(anchor: Item)

    readonly property alias menuButton: menuButton

    color: Theme.bg1
    height: Metrics.headerHeight

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: header.pad
        anchors.rightMargin: header.pad
        spacing: Metrics.slim ? 8 : 12

        Icon {
            Layout.rightMargin: -2
            color: Theme.text1
            icon: "ui/bars"
            size: 20
        }
        Words {
            px: 14
            text: qsTr("Music with Kafka")
            visible: !Metrics.slim
            weight: Font.DemiBold
        }
        HeaderRule {
            Layout.leftMargin: 5
            Layout.rightMargin: 4
            visible: !Metrics.slim
        }
        SourcePill {
            kind: header.view.pill
            objectName: "sourcePill"
            text: header.view.pillText
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 4

            Words {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                objectName: "sourceName"
                text: header.view.sourceName
                weight: Font.Medium
            }
            Words {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                color: Theme.text2
                text: header.view.sourceDetail
            }
            Row {
                Layout.leftMargin: 8
                spacing: 4
                visible: header.view.lagText !== "" && !Metrics.slim

                Words {
                    color: Theme.text3
                    text: qsTr("lag")
                }
                Words {
                    color: header.view.pill === "lost" ? Theme.bad : Theme.text1
                    objectName: "lag"
                    text: header.view.lagText
                    weight: Font.Medium
                }
            }
            Item {
                Layout.fillWidth: true
            }
        }
        Row {
            id: actions

            spacing: Metrics.wordy ? 8 : 0

            HeaderButton {
                id: menuButton

                icon: "ui/chev"
                key: "F10"
                locked: header.view.locked
                objectName: "menu"
                text: qsTr("Menu")

                onPressed: header.menuAsked(menuButton)
            }
            HeaderButton {
                icon: "ui/undo"
                key: qsTr("Ctrl") + " Z"
                label: header.view.undoLabel === "" ? text : qsTr("Undo: %1").arg(header.view.undoLabel)
                locked: header.view.locked || !header.view.canUndo
                objectName: "undo"
                text: qsTr("Undo")

                onPressed: header.view.undo()
            }
            HeaderButton {
                bare: !Metrics.wordy
                icon: "ui/redo"
                key: qsTr("Ctrl") + " Y"
                label: header.view.redoLabel === "" ? qsTr("Redo") : qsTr("Redo: %1").arg(header.view.redoLabel)
                locked: header.view.locked || !header.view.canRedo
                objectName: "redo"
                text: qsTr("Redo")

                onPressed: header.view.redo()
            }
            HeaderButton {
                checked: header.view.locked
                icon: header.view.locked ? "ui/lock" : "ui/unlock"
                ink: header.view.locked ? Theme.warn : Theme.text2
                key: "L"
                objectName: "lock"
                label: header.view.locked ? qsTr("Unlock console") : qsTr("Lock console")
                text: Metrics.wordy ? label : header.view.locked ? qsTr("Unlock") : qsTr("Lock")

                onPressed: header.view.toggleLock()
            }
            HeaderButton {
                icon: "ui/help"
                key: "?"
                objectName: "keys"
                text: qsTr("Keys")

                onPressed: header.helpAsked()
            }
        }
        HeaderRule {
            Layout.leftMargin: -4
            Layout.rightMargin: 2
        }
        TalkChip {
            Layout.preferredHeight: Metrics.compact ? 28 : 32
            objectName: "talk"
            talk: header.talk

            onPressed: header.talkAsked()
        }
        Words {
            font.family: Theme.display
            objectName: "clock"
            px: Metrics.compact ? 18 : 20
            text: header.view.clockText
            weight: Font.DemiBold
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }

    component HeaderRule: Rectangle {
        color: Theme.line1
        implicitHeight: 20
        implicitWidth: 1
    }
}
