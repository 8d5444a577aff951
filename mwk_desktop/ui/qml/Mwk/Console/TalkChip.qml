import QtQuick
import Mwk
import MwkViews

// The talk's clock in the header, left of the wall clock: a click opens its panel. Nothing on it
// blinks.
Pressable {
    id: chip

    required property TalkView talk
    readonly property string level: talk.level
    readonly property bool red: level === "red"
    readonly property color ink: red ? Theme.ink : Theme.text1

    takesFocus: !Overlays.open
    key: qsTr("Ctrl") + " T"
    label: talk.spoken
    tip: qsTr("Talk clock") + " (" + key + ")"
    implicitWidth: row.implicitWidth + 16
    visible: talk.there

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
            icon: chip.level === "amber" ? "ui/warn" : chip.talk.running || chip.level === "" ? "ui/timer" : "ui/pause"
            size: 16
        }
        Words {
            color: chip.ink
            font.family: Theme.display
            height: row.height
            objectName: "talkText"
            px: Metrics.compact ? 16 : 20
            text: chip.talk.text
            visible: chip.level !== ""
            weight: Font.DemiBold
        }
        Words {
            color: chip.red ? Theme.ink : Theme.text3
            height: row.height
            objectName: "talkNote"
            px: 11
            text: chip.talk.note
            visible: chip.level !== "" && !Metrics.slim
        }
    }
}
