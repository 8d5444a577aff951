pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// A query's answer over time: a line for each value, named at its end. Left and Right, or the
// pointer, read off a moment.
FocusScope {
    id: plot

    required property QueryView view
    readonly property var facts: view.plot
    readonly property var series: facts.series
    readonly property real edge: 52
    readonly property real nameRoom: 168
    // Where the names stand: at least a line of text from each other, whatever the page's height.
    readonly property var labels: facts.series.length > 0 ? view.labelPlaces(17 / Math.max(40, foot - topY)) : []
    readonly property real topY: 52
    readonly property real foot: height - 34
    readonly property real room: Math.max(40, width - edge - nameRoom - 12)
    // What is no instrument has one colour: green and amber mean states everywhere else.
    readonly property var otherDashes: [[], [4, 2], [1, 2], [5, 2, 1, 2], [8, 3], [2, 2]]
    property int at: -1

    function xOf(share: real): real {
        return edge + room * share;
    }
    function yOf(share: real): real {
        return foot - (foot - topY) * share;
    }
    function stroke(row: int): color {
        const name = series[row].instrument;
        return name === "" ? Theme.plot : Theme.hue(name);
    }
    function dash(row: int): var {
        const name = series[row].instrument;
        return name !== "" ? Theme.dashes[name] ?? [] : otherDashes[row % otherDashes.length];
    }
    function nearest(share: real): int {
        let found = -1;
        let distance = 2;
        for (let i = 0; i < facts.moments.length; i++) {
            const away = Math.abs(facts.moments[i].x - share);
            if (away < distance) {
                found = i;
                distance = away;
            }
        }
        return found;
    }

    Accessible.description: at >= 0 && facts.moments[at] !== undefined ? facts.moments[at].title + ": " + facts.moments[at].lines.join(", ") : ""
    Accessible.focusable: true
    Accessible.name: qsTr("Lines over time: %1").arg(series.map(line => line.name + " " + line.value).join(", "))
    Accessible.role: Accessible.Graphic
    activeFocusOnTab: true
    objectName: "queryPlot"

    Keys.onLeftPressed: at = at < 0 ? facts.moments.length - 1 : Math.max(0, at - 1)
    Keys.onRightPressed: at = at < 0 ? 0 : Math.min(facts.moments.length - 1, at + 1)
    onFactsChanged: at = Math.min(at, facts.moments.length - 1)

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line1
        border.width: 1
        color: Theme.bg1
        radius: Theme.controlRadius
    }
    Row {
        spacing: 8
        x: 12
        y: 8

        Words {
            color: Theme.text3
            height: 28
            px: 11
            text: qsTr("across")
        }
        ColumnPicker {
            axis: "across"
            label: qsTr("across")
            places: plot.view.times
            view: plot.view
            which: plot.view.across
        }
        Words {
            color: Theme.text3
            height: 28
            px: 11
            text: qsTr("up")
        }
        ColumnPicker {
            axis: "up"
            label: qsTr("up")
            places: plot.view.numbers
            view: plot.view
            which: plot.view.up
        }
        Words {
            color: Theme.text3
            height: 28
            px: 11
            text: qsTr("a line for each")
            visible: plot.view.texts.length > 0
        }
        ColumnPicker {
            axis: "each"
            label: qsTr("a line for each")
            optional: true
            places: plot.view.texts
            view: plot.view
            visible: plot.view.texts.length > 0
            which: plot.view.each
        }
    }
    Repeater {
        model: plot.facts.yTicks

        Item {
            id: yTick

            required property var modelData

            y: Math.round(plot.yOf(modelData.at))

            Rectangle {
                color: Theme.line1
                height: 1
                width: plot.room
                x: plot.edge
            }
            Words {
                color: Theme.text2
                height: 16
                horizontalAlignment: Theme.end
                objectName: "yTick"
                px: 11
                text: yTick.modelData.text
                width: plot.edge - 18
                x: 10
                y: -8
            }
        }
    }
    Repeater {
        model: plot.facts.xTicks

        Words {
            required property var modelData

            color: Theme.text2
            height: 16
            objectName: "xTick"
            px: 11
            text: modelData.text
            x: Math.round(plot.xOf(modelData.at) - implicitWidth / 2)
            y: plot.foot + 8
        }
    }
    Repeater {
        model: plot.series.length

        PlotLine {
            required property int index

            dashPattern: index < plot.series.length ? plot.dash(index) : []
            facts: plot.series[index] ?? ({
                    "name": "",
                    "instrument": "",
                    "value": "",
                    "points": [0, 0],
                    "end": 0,
                    "endX": 0
                })
            hue: index < plot.series.length ? plot.stroke(index) : Theme.plot
            labelY: plot.labels[index] ?? 0
            plot: plot
        }
    }
    MouseArea {
        anchors.fill: parent
        anchors.topMargin: plot.topY
        hoverEnabled: true

        onExited: plot.at = -1
        onPositionChanged: mouse => plot.at = plot.nearest((mouse.x - plot.edge) / plot.room)
        onPressed: plot.forceActiveFocus(Qt.MouseFocusReason)
    }
    Rectangle {
        id: cross

        color: Theme.text2
        height: plot.foot - plot.topY
        objectName: "plotCross"
        visible: plot.at >= 0 && plot.at < plot.facts.moments.length
        width: 1
        x: visible ? Math.round(plot.xOf(plot.facts.moments[plot.at].x)) : 0
        y: plot.topY

        Rectangle {
            border.color: Theme.line2
            border.width: 1
            color: Theme.bg4
            height: told.height + 12
            radius: Theme.controlRadius
            width: told.width + 20
            x: cross.x + 10 + width < plot.xOf(1) ? 8 : -width - 8
            y: cross.height - height - 12

            Column {
                id: told

                x: 10
                y: 6

                Words {
                    height: 16
                    objectName: "plotTitle"
                    px: 11
                    text: cross.visible ? plot.facts.moments[plot.at].title : ""
                    weight: Font.DemiBold
                }
                Repeater {
                    model: cross.visible ? plot.facts.moments[plot.at].lines : []

                    Words {
                        required property string modelData

                        height: 16
                        objectName: "plotTold"
                        px: 11
                        text: modelData
                    }
                }
            }
        }
    }
    FocusRing {
        around: Theme.controlRadius
        visible: plot.activeFocus
    }
}
