import QtQuick
import Mwk

// Live, demo, replay or lost, shown by fill, border, mark and word.
Item {
    id: pill

    required property string kind
    required property string text

    readonly property color ink: kind === "live" ? Theme.ink : kind === "replay" ? Theme.info : kind === "lost" ? Theme.bad : Theme.text1

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    height: 24
    width: 12 + 14 + words.implicitWidth + 12

    Rectangle {
        anchors.fill: parent
        border.color: pill.ink
        border.width: pill.kind === "live" ? 0 : 1
        color: pill.kind === "live" ? Theme.ok : Theme.none
        radius: 12
        visible: pill.kind !== "demo"
    }
    Dashed {
        anchors.fill: parent
        color: Theme.text1
        radius: 11.5
        visible: pill.kind === "demo"
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink
        height: 8
        radius: 4
        visible: pill.kind === "live"
        width: 8
        x: 8
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: pill.ink
        icon: pill.kind === "demo" ? "ui/hold" : pill.kind === "replay" ? "ui/play" : "heavy/x"
        size: 12
        visible: pill.kind !== "live"
        x: 9
    }
    Words {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        color: pill.ink
        font.letterSpacing: 0.5
        px: 11
        text: pill.text
        weight: Font.Bold
        x: pill.kind === "live" ? 22 : 26
    }
}
