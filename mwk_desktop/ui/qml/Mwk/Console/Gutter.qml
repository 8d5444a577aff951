pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// The rows' names and the faders' scale, once for all strips, at their left.
Item {
    id: gutter

    // The scale's marks: place, text, zero.
    required property var marks
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
        model: gutter.marks

        Words {
            required property var modelData

            color: modelData.zero ? Theme.text1 : Theme.text3
            height: 16
            horizontalAlignment: Text.AlignRight
            px: 11
            text: modelData.text
            weight: modelData.zero ? Font.DemiBold : Font.Normal
            width: gutter.width - 4
            y: Math.round(gutter.faderTop + 10 + (gutter.faderHeight - 20) * (1 - modelData.place)) - 8
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
