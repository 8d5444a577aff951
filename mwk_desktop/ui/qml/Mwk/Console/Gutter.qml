pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// The names of the rows and the faders' scale, once, left of all strips.
Item {
    id: gutter

    required property int minimumFader
    readonly property real faderTop: 232
    readonly property real faderHeight: Math.max(minimumFader, height - 57 - faderTop)

    Repeater {
        model: [{
                "text": qsTr("NOW"),
                "y": 73,
                "strong": true
            }, {
                "text": qsTr("NEXT"),
                "y": 123,
                "strong": true
            }, {
                "text": qsTr("Mode"),
                "y": 169,
                "strong": false
            }, {
                "text": qsTr("Clip"),
                "y": 201,
                "strong": false
            }]

        Words {
            required property var modelData

            color: modelData.strong ? Theme.text1 : Theme.text3
            height: 16
            horizontalAlignment: Text.AlignRight
            px: 11
            text: modelData.text
            weight: modelData.strong ? Font.DemiBold : Font.Normal
            width: gutter.width + 6
            x: -10
            y: modelData.y
        }
    }
    Repeater {
        model: [["+6", 1], ["0", 0.8], ["\u22126", 0.65], ["\u221212", 0.5], ["\u221224", 0.28], ["\u221236", 0.15], ["\u221260", 0.03]]

        Words {
            required property var modelData

            color: modelData[0] === "0" ? Theme.text1 : Theme.text3
            height: 16
            horizontalAlignment: Text.AlignRight
            px: 11
            text: modelData[0]
            weight: modelData[0] === "0" ? Font.DemiBold : Font.Normal
            width: gutter.width - 4
            y: Math.round(gutter.faderTop + 10 + (gutter.faderHeight - 20) * (1 - modelData[1])) - 8
        }
    }
    Words {
        color: Theme.text3
        height: 22
        horizontalAlignment: Text.AlignRight
        px: 11
        text: qsTr("peak")
        width: gutter.width - 4
        y: gutter.height - 57
    }
}
