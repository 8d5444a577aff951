pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// How to take part, always visible: the hashtag, the page if it is served, and the eight words.
Rectangle {
    id: foot

    required property StageView stage
    required property real u

    readonly property bool served: stage.pageServed
    // The words begin at a fixed place; only a long address moves them.
    readonly property real wordsLeft: Math.max(528 * u, served ? address.x + address.width + 32 * u : 0)
    readonly property real wordsRight: width - 64 * u - (code.visible ? code.width + 36 * u : 0)
    readonly property real iconRoom: 54 * u
    readonly property real room: wordsRight - wordsLeft
    // Two rows of four, or three rows of three if the words are too long.
    readonly property int columns: sum(widths(4)) + 36 * u <= room ? 4 : 3
    readonly property real pitch: (columns === 4 ? 80 : 57) * u
    // As wide as their words, with the remaining space between them; squeezed only if necessary.
    readonly property var naturals: widths(columns)
    readonly property real bare: sum(naturals)
    readonly property real gap: Math.max(12 * u, Math.min(90 * u, (room - bare) / (columns - 1)))
    readonly property real squeeze: Math.min(1, (room - (columns - 1) * gap) / Math.max(1, bare))

    function columnLeft(column: int): real {
        let left = wordsLeft;
        for (let i = 0; i < column; i++)
            left += naturals[i] * squeeze + gap;
        return left;
    }
    function sum(widths: var): real {
        return widths.reduce((before, one) => before + one, 0);
    }
    function widths(columns: int): var {
        const most = new Array(columns).fill(0);
        for (let i = 0; i < stage.words.length; i++)
            most[i % columns] = Math.max(most[i % columns], metrics.advanceWidth(stage.words[i].word) + iconRoom + 4 * u);
        return most;
    }

    color: Theme.bg1

    Rectangle {
        color: Theme.line1
        height: Math.max(1, foot.u)
        width: parent.width
    }
    Words {
        id: tag

        font.family: Theme.display
        font.letterSpacing: -1 * foot.u
        height: foot.served ? 100 * foot.u : parent.height
        objectName: "hashtag"
        px: Math.round(76 * foot.u)
        text: foot.stage.hashtag
        weight: Font.Bold
        width: Math.min(implicitWidth, 528 * foot.u - x - 16 * foot.u)
        x: 64 * foot.u
        y: foot.served ? 12 * foot.u : 0
    }
    Words {
        color: Theme.text2
        height: tag.height - 14 * foot.u
        px: Math.round(44 * foot.u)
        text: qsTr("+ a word")
        visible: x + implicitWidth < 528 * foot.u
        x: tag.x + tag.width + 18 * foot.u
        y: tag.y + 14 * foot.u
    }
    Words {
        id: or

        color: Theme.text2
        height: 60 * foot.u
        px: Math.round(44 * foot.u)
        text: qsTr("or")
        visible: foot.served && foot.stage.pageOpen && address.implicitWidth < 400 * foot.u
        x: 64 * foot.u
        y: 116 * foot.u
    }
    Words {
        id: address

        color: foot.stage.pageOpen ? Theme.text1 : Theme.text2
        height: 60 * foot.u
        objectName: "pageAddress"
        px: Math.round(44 * foot.u)
        text: foot.stage.pageAddress
        visible: foot.served
        weight: foot.stage.pageOpen ? Font.DemiBold : Font.Normal
        width: Math.min(implicitWidth, 760 * foot.u)
        x: 64 * foot.u + (or.visible ? or.implicitWidth + 13 * foot.u : 0)
        y: 116 * foot.u
    }
    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Math.round(44 * foot.u)
        font.weight: Font.Medium
    }
    Repeater {
        model: foot.stage.words

        Item {
            id: word

            required property int index
            required property var modelData

            height: foot.pitch - 2 * foot.u
            width: foot.naturals[index % foot.columns] * foot.squeeze
            x: foot.columnLeft(index % foot.columns)
            y: (foot.columns === 4 ? 18 : 11) * foot.u + Math.floor(index / foot.columns) * foot.pitch

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.hue(word.modelData.instrument)
                icon: word.modelData.instrument
                size: Math.round(44 * foot.u)
            }
            Words {
                height: parent.height
                px: Math.round(44 * foot.u)
                text: word.modelData.word
                weight: Font.Medium
                width: parent.width - x
                x: foot.iconRoom
            }
        }
    }
    PageCode {
        id: code

        objectName: "pageCode"
        stage: foot.stage
        u: foot.u
        x: parent.width - 64 * foot.u - width
        y: Math.round((parent.height - height) / 2)
    }
}
