import QtQuick
import Mwk

// One message in its place: a big name, a face, the text. Nothing moves while it is read.
Item {
    id: card

    required property var facts
    required property StageMetrics m
    // On the wall: one line of text, a larger face, the newest one marked.
    property bool large: false

    readonly property int serial: facts.serial
    readonly property bool marked: large && facts.newest === true
    readonly property int face: m.px(large ? 122 : 60)
    readonly property int textX: large ? m.px(30) + face + m.px(26) : m.px(26)

    objectName: "messageCard"
    visible: serial >= 0

    onSerialChanged: {
        if (serial >= 0 && !Theme.reducedMotion)
            comes.restart();
    }

    NumberAnimation {
        id: comes

        duration: 260
        easing.type: Easing.OutCubic
        from: card.m.px(70)
        property: "x"
        target: ground
        to: 0
    }
    Rectangle {
        id: ground

        color: card.marked ? Theme.bg3 : Theme.bg1
        height: card.height
        radius: card.m.px(18)
        width: card.width

        Rectangle {
            color: card.facts.instrument ? Theme.hue(card.facts.instrument) : Theme.line3
            height: parent.height
            radius: 1
            width: card.m.px(card.marked ? 16 : 8)
        }
        Avatar {
            initial: card.facts.initial ?? ""
            picture: card.facts.picture ?? ""
            tint: card.facts.tint ?? 0
            width: card.face
            x: card.m.px(card.large ? 38 : 26)
            y: card.large ? Math.round((card.height - height) / 2) : card.m.px(10)
        }
        Words {
            height: card.m.px(card.large ? 84 : 62)
            objectName: "messageName"
            px: card.m.px(card.large ? 62 : 46)
            text: card.facts.name ?? ""
            weight: Font.Bold
            width: parent.width - x - card.m.px(card.large ? 110 : 84)
            x: card.large ? card.textX + card.m.px(8) : card.m.px(106)
            y: card.m.px(card.large ? 12 : 8)
        }
        Icon {
            color: Theme.hue(card.facts.instrument ?? "")
            icon: card.facts.instrument ?? ""
            size: card.m.px(card.large ? 64 : 48)
            visible: icon !== ""
            x: parent.width - width - card.m.px(22)
            y: card.m.px(14)
        }
        Words {
            color: Theme.text2
            elide: Text.ElideRight
            height: card.large ? card.m.px(64) : parent.height - y - card.m.px(4)
            lineHeight: card.m.px(50)
            lineHeightMode: Text.FixedHeight
            maximumLineCount: card.large ? 1 : 2
            objectName: "messageText"
            px: card.m.px(card.large ? 46 : 44)
            text: card.facts.text ?? ""
            verticalAlignment: Text.AlignTop
            width: parent.width - x - card.m.px(22)
            wrapMode: card.large ? Text.NoWrap : Text.Wrap
            x: card.large ? card.textX + card.m.px(8) : card.m.px(26)
            y: card.m.px(card.large ? 98 : 70)
        }
    }
}
