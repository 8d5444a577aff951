pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// A recording's votes over time as bars, with the windows and the times of day below.
Item {
    id: chart

    required property ConsoleView view
    required property int chartHeight
    property bool timesShown: true
    readonly property var density: view.density
    readonly property int past: Math.floor(view.positionShare * density.length)

    height: chartHeight + 24

    Rectangle {
        color: Theme.line2
        height: 1
        width: parent.width
        y: chart.chartHeight
    }
    Repeater {
        model: chart.density.length

        Rectangle {
            required property int index
            readonly property real share: chart.density[index] ?? 0
            readonly property int from: Math.round(index * chart.width / chart.density.length)

            color: index < chart.past ? Theme.text3 : Theme.line2
            height: share > 0 ? Math.max(2, Math.round(chart.chartHeight * share)) : 0
            width: Math.max(1, Math.round((index + 1) * chart.width / chart.density.length) - from - (chart.width > chart.density.length * 3 ? 1 : 0))
            x: from
            y: chart.chartHeight - height
        }
    }
    Repeater {
        model: chart.view.windowShares

        Rectangle {
            required property real modelData

            color: Theme.line3
            height: 4
            width: 1
            x: Math.round(modelData * (chart.width - 1))
            y: chart.chartHeight + 1
        }
    }
    Repeater {
        model: chart.timesShown ? chart.view.timeMarks : []

        Words {
            required property var modelData

            color: Theme.text3
            height: 14
            px: 11
            text: modelData.text
            x: Math.min(chart.width - implicitWidth, Math.round(modelData.share * chart.width))
            y: chart.chartHeight + 10
        }
    }
}
