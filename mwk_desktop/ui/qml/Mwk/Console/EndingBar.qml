import QtQuick
import Mwk
import MwkViews

// The rail's last minute before the talk ends by itself: what will happen, and two ways out.
Rectangle {
    id: bar

    required property TalkView talk
    required property int pad

    Accessible.name: talk.endsText + ": " + talk.endsDetail
    Accessible.role: Accessible.AlertMessage
    color: Theme.warnBg
    objectName: "endingBar"
    visible: talk.endsSoon

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
    }
    Icon {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.warn
        icon: "ui/warn"
        size: 18
        x: bar.pad + 4
    }
    Words {
        id: title

        color: Theme.warn
        font.family: Theme.display
        height: parent.height
        objectName: "endsText"
        px: Metrics.compact ? 16 : 18
        text: bar.talk.endsText
        weight: Font.Bold
        x: mark.x + 28
    }
    Words {
        color: Theme.text2
        height: parent.height
        text: bar.talk.endsDetail
        width: Math.max(0, buttons.x - x - 12)
        x: title.x + title.implicitWidth + 14
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: bar.pad
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        PlainButton {
            objectName: "endNot"
            takesFocus: !Overlays.open
            text: qsTr("Do not end")

            onPressed: bar.talk.end("none")
        }
        PlainButton {
            key: qsTr("Ctrl") + " " + qsTr("Shift") + " T"
            objectName: "postpone"
            solid: true
            takesFocus: !Overlays.open
            text: qsTr("2 minutes more") + (Metrics.slim ? "" : "  \u00b7  " + key)

            onPressed: bar.talk.postpone()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.warn
        height: 1
        width: parent.width
    }
}
