import QtQuick
import Mwk
import MwkViews

// The talk's clock in the header, left of the wall clock: a click starts it or stops it. Nothing on
// it blinks.
Pressable {
    id: chip

    required property ConsoleView view
    readonly property string level: view.talkLevel
    readonly property bool red: level === "red"
    readonly property color ink: red ? Theme.ink : Theme.text1

    takesFocus: !Overlays.open
    label: level === "" ? qsTr("Start the talk's clock") : qsTr("Talk: %1 %2. A click stops it or lets it go on").arg(view.talkText).arg(view.talkNote)
    locked: view.locked
    implicitWidth: row.implicitWidth + 16
    visible: view.hasTalk

    onPressed: view.toggleTalk()

    Rectangle {
        anchors.fill: parent
        border.color: chip.red ? Theme.bad : chip.level === "amber" ? Theme.warn : chip.level === "" ? Theme.none : Theme.line2
        border.width: chip.level === "amber" ? 1.5 : 1
        color: chip.red ? Theme.bad : chip.level === "amber" ? Theme.warnBg : chip.hovered || chip.down ? Theme.bg4 : Theme.none
        radius: Theme.controlRadius
    }
    Row {
        id: row

        height: parent.height
        spacing: 6
        x: 8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: chip.level === "amber" ? Theme.warn : chip.level === "" ? Theme.text3 : chip.ink
            icon: chip.level === "amber" ? "ui/warn" : chip.view.talkRunning || chip.level === "" ? "ui/timer" : "ui/pause"
            size: 16
        }
        Words {
            color: chip.ink
            font.family: Theme.display
            height: row.height
            objectName: "talkText"
            px: Metrics.compact ? 16 : 20
            text: chip.view.talkText
            visible: chip.level !== ""
            weight: Font.DemiBold
        }
        Words {
            color: chip.red ? Theme.ink : Theme.text3
            height: row.height
            objectName: "talkNote"
            px: 11
            text: chip.view.talkNote
            visible: chip.level !== "" && !Metrics.slim
        }
    }
}
