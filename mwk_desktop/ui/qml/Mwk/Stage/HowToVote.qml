pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// How to take part, always there: the hashtag and the eight words.
Rectangle {
    id: foot

    required property StageView stage
    required property real u

    readonly property real wordsLeft: 528 * u
    readonly property real column: (width - wordsLeft - 64 * u) / 4

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
        height: parent.height
        px: Math.round(76 * foot.u)
        text: foot.stage.hashtag
        weight: Font.Bold
        width: Math.min(implicitWidth, foot.wordsLeft - x - 16 * foot.u)
        x: 64 * foot.u
    }
    Words {
        color: Theme.text2
        height: parent.height - 14 * foot.u
        px: Math.round(44 * foot.u)
        text: qsTr("+ a word")
        visible: x + implicitWidth < foot.wordsLeft
        x: tag.x + tag.width + 18 * foot.u
        y: 14 * foot.u
    }
    Repeater {
        model: foot.stage.words

        Item {
            id: word

            required property int index
            required property var modelData

            height: 76 * foot.u
            width: foot.column
            x: foot.wordsLeft + (index % 4) * foot.column
            y: 18 * foot.u + Math.floor(index / 4) * 80 * foot.u

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
                width: parent.width - x - 8 * foot.u
                x: 58 * foot.u
            }
        }
    }
}
