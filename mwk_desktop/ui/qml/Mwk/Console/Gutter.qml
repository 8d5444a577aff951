pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// The rows' names and the faders' scale, once for all strips, at their left.
Item {
    id: gutter

    // The scale's marks: place, text, zero.
    required property var marks
    readonly property real faderTop: Metrics.faderTop
    readonly property real faderHeight: Math.max(Metrics.minimumFader, height - Metrics.footHeight - faderTop)

    Repeater {
        model: [{
                "text": qsTr("NOW"),
                "y": Metrics.nowTop + (Metrics.slotHeight - 16) / 2,
                "strong": true
            }, {
                "text": qsTr("NEXT"),
                "y": Metrics.nextTop + (Metrics.slotHeight - 16) / 2,
                "strong": true
            }, {
                "text": qsTr("Mode"),
                "y": Metrics.modeTop + (Metrics.rowHeight - 16) / 2,
                "strong": false
            }, {
                "text": qsTr("Clip"),
                "y": Metrics.clipTop + (Metrics.rowHeight - 16) / 2,
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
            width: gutter.width - 4 + Metrics.pad
            x: -Metrics.pad
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
        height: Metrics.readoutHeight
        horizontalAlignment: Text.AlignRight
        px: 11
        text: qsTr("peak")
        width: gutter.width - 4
        y: gutter.height - Metrics.footHeight
    }
}
