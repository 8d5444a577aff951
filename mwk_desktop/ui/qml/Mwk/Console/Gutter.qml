pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// The rows' names and the faders' scale, once for all strips, at their left.
Item {
    id: gutter

    // The scale's marks: place, text, zero.
    required property var marks
    // Whether NEXT can be pre-listened to; whether it is.
    property bool cueShown: false
    property bool cueOn: false
    property bool locked: false
    // NEXT has its headphones below it where it can be pre-listened to.
    readonly property real nextY: Metrics.nextTop + (Metrics.slotHeight - (cueShown ? 30 : 16)) / 2
    readonly property real faderTop: Metrics.faderTop
    readonly property real faderHeight: Math.max(Metrics.minimumFader, height - Metrics.footHeight - faderTop)

    signal cueToggled

    SmallButton {
        id: cueNext

        height: Math.min(42, Metrics.slotHeight)
        label: gutter.cueOn ? qsTr("Pre-listen to what comes no longer") : qsTr("Pre-listen to what will land next")
        lit: Theme.info
        locked: gutter.locked
        objectName: "cueNext"
        on: gutter.cueOn
        visible: gutter.cueShown
        width: gutter.width - 2
        y: Metrics.nextTop + (Metrics.slotHeight - height) / 2

        onPressed: gutter.cueToggled()

        LearnRing {
            action: "cue.next"
            label: cueNext.label
        }
    }
    Icon {
        color: gutter.cueOn ? Theme.ink : Theme.text2
        icon: "ui/cue"
        objectName: "cueNextMark"
        size: 12
        visible: gutter.cueShown
        x: Math.round((gutter.width - 2 - size) / 2)
        y: gutter.nextY + 16
    }
    Repeater {
        model: [{
                "text": qsTr("NOW"),
                "y": Metrics.nowTop + (Metrics.slotHeight - 16) / 2,
                "strong": true
            }, {
                "text": qsTr("NEXT"),
                "y": gutter.nextY,
                "strong": true
            }, {
                "text": qsTr("Mode"),
                "y": Metrics.modeTop + (Metrics.rowHeight - 16) / 2,
                "strong": false
            }, {
                "text": qsTr("Clip"),
                "y": Metrics.clipTop + (Metrics.rowHeight - 16) / 2,
                "strong": false
            }, {
                "text": qsTr("Filter"),
                "y": Metrics.clipTop + Metrics.rowHeight + Metrics.rowGap + (Metrics.rowHeight - 16) / 2,
                "strong": false
            }]

        Words {
            required property var modelData

            color: gutter.cueOn && modelData.y === gutter.nextY ? Theme.ink : modelData.strong ? Theme.text1 : Theme.text3
            height: 16
            horizontalAlignment: Theme.end
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
            horizontalAlignment: Theme.end
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
        horizontalAlignment: Theme.end
        px: 11
        text: qsTr("peak")
        width: gutter.width - 4
        y: gutter.height - Metrics.footHeight
    }
}
