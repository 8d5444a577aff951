pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// A number over time: columns, the newest one white with its figure.
QueryAxis {
    id: columns

    readonly property int count: stage.queryRows.length
    readonly property real pitch: (width - edge) / Math.max(1, count)

    Repeater {
        model: columns.count

        Rectangle {
            required property int index
            readonly property bool newest: index === columns.count - 1
            // While the answer takes another shape, its rows may already be that one's.
            readonly property var facts: Object.assign({
                "label": "",
                "instrument": "",
                "value": "",
                "share": 0
            }, columns.stage.queryRows[index] ?? {})

            color: newest ? Theme.text1 : Theme.plot
            height: Math.max(1, Math.round((columns.foot - columns.ceiling) * facts.share))
            objectName: "queryColumn"
            radius: columns.m.px(4)
            width: Math.max(2, Math.round(columns.pitch * 0.86))
            x: Math.round(columns.edge + index * columns.pitch)
            y: columns.foot - height

            Words {
                height: columns.m.px(56)
                px: columns.m.least
                text: parent.facts.value
                visible: parent.newest
                weight: Font.Bold
                x: parent.width - implicitWidth
                y: -height - columns.m.px(4)
            }
        }
    }
}
