pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// A label and a number: the first eight as bars, longest names first measured, never cut bars.
Item {
    id: bars

    required property StageView stage
    required property StageMetrics m

    readonly property int count: stage.queryRows.length
    readonly property bool more: stage.queryMore > 0
    readonly property real pitch: Math.min(m.px(69), height / Math.max(1, count + (more ? 1 : 0)))
    readonly property real iconRoom: stage.queryRows.some(row => (row.instrument ?? "") !== "") ? m.px(66) : 0
    readonly property real barLeft: {
        let widest = 0;
        for (const row of stage.queryRows)
            widest = Math.max(widest, names.advanceWidth(row.label ?? ""));
        return Math.min(iconRoom + Math.ceil(widest) + m.px(26), width * 0.4);
    }

    FontMetrics {
        id: names

        font.family: Theme.family
        font.pixelSize: bars.m.least
        font.weight: Font.Medium
    }
    Repeater {
        model: bars.count

        Item {
            id: row

            required property int index
            // While the answer takes another shape, its rows may already be that one's.
            readonly property var facts: Object.assign({
                "label": "",
                "instrument": "",
                "value": "",
                "share": 0
            }, bars.stage.queryRows[index] ?? {})

            height: bars.pitch
            objectName: "queryBar"
            width: bars.width
            y: index * bars.pitch

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.hue(row.facts.instrument)
                icon: row.facts.instrument
                size: bars.m.px(48)
                visible: icon !== ""
            }
            Words {
                height: parent.height
                px: bars.m.least
                text: row.facts.label
                weight: Font.Medium
                width: bars.barLeft - x - bars.m.px(16)
                x: bars.iconRoom
            }
            Rectangle {
                id: bar

                anchors.verticalCenter: parent.verticalCenter
                color: row.facts.instrument ? Theme.hue(row.facts.instrument) : Theme.plot
                height: Math.round(bars.pitch * 0.74)
                radius: bars.m.px(8)
                width: Math.max(bars.m.px(6), Math.round((bars.width - bars.barLeft - bars.m.px(190)) * row.facts.share))
                x: bars.barLeft

                Behavior on width {
                    NumberAnimation {
                        duration: Theme.motion(200)
                        easing.type: Easing.OutCubic
                    }
                }
            }
            Words {
                height: parent.height
                px: bars.m.least
                text: row.facts.value
                weight: Font.Bold
                x: bar.x + bar.width + bars.m.px(16)
            }
        }
    }
    Words {
        color: Theme.text2
        height: bars.pitch
        objectName: "queryMore"
        px: bars.m.least
        text: qsTr("and %1 more").replace("%1", bars.stage.queryMore)
        visible: bars.more
        weight: Font.Medium
        x: bars.barLeft
        y: bars.count * bars.pitch
    }
}
