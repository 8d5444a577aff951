pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The words that vote: three columns as wide as their words, or two if the words are too long.
Item {
    id: words

    required property StageView stage
    required property StageMetrics m

    readonly property real iconRoom: m.px(64)
    readonly property int columns: natural(3) <= width ? 3 : 2
    readonly property real pitch: m.px(columns === 3 ? 70 : 58)
    readonly property var widths: columnWidths(columns)
    readonly property real gap: Math.max(m.px(16), Math.min(m.px(140), (width - natural(columns) + (columns - 1) * m.px(16)) / Math.max(1, columns - 1)))

    function columnWidths(columns: int): var {
        const most = new Array(columns).fill(0);
        for (let i = 0; i < stage.words.length; i++)
            most[i % columns] = Math.max(most[i % columns], Math.ceil(metrics.advanceWidth(stage.words[i].word)) + iconRoom + 2);
        return most;
    }
    function natural(columns: int): real {
        return columnWidths(columns).reduce((sum, one) => sum + one, 0) + (columns - 1) * m.px(16);
    }
    function columnX(column: int): real {
        let x = 0;
        for (let i = 0; i < column; i++)
            x += widths[i] + gap;
        return x;
    }

    height: Math.ceil(stage.words.length / columns) * pitch
    objectName: "eightWords"

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.features: Theme.tabular
        font.pixelSize: words.m.least
        font.weight: Font.Medium
    }
    Repeater {
        model: words.stage.words

        Item {
            id: word

            required property int index
            required property var modelData

            height: words.pitch
            width: words.widths[index % words.columns] ?? 0
            x: Math.round(words.columnX(index % words.columns))
            y: Math.floor(index / words.columns) * words.pitch

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.hue(word.modelData.instrument)
                icon: word.modelData.instrument
                size: words.m.px(50)
            }
            Words {
                height: parent.height
                objectName: "word"
                px: words.m.least
                text: word.modelData.word
                weight: Font.Medium
                width: parent.width - x
                x: words.iconRoom
            }
        }
    }
}
