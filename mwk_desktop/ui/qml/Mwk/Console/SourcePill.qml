import QtQuick
import Mwk

// Live, demo, replay, its end, or lost, shown by fill, border, mark and word.
Item {
    id: pill

    required property string kind
    required property string text

    readonly property bool dashed: kind === "demo" || kind === "ended"
    readonly property color ink: kind === "live" ? Theme.ink : kind === "replay" || kind === "ended" ? Theme.info : kind === "lost" ? Theme.bad : Theme.text1

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    implicitHeight: 24
    implicitWidth: 12 + 14 + words.implicitWidth + 12

    Rectangle {
        height: parent.height
        width: pill.implicitWidth
        border.color: pill.ink
        border.width: pill.kind === "live" ? 0 : 1
        color: pill.kind === "live" ? Theme.ok : Theme.none
        radius: 12
        visible: !pill.dashed
    }
    Dashed {
        height: parent.height
        width: pill.implicitWidth
        color: pill.kind === "demo" ? Theme.text1 : Theme.info
        radius: 11.5
        visible: pill.dashed
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
        icon: pill.kind === "demo" ? "ui/hold" : pill.kind === "replay" ? "ui/play" : pill.kind === "ended" ? "ui/check" : "heavy/x"
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
