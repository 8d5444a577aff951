pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Mwk

// Several numbers, or many: one line each, named at its end; drawn anew with a new answer only.
QueryAxis {
    id: lines

    readonly property real nameRoom: m.px(260)
    readonly property var strokes: [Theme.info, Theme.warn, Theme.ok]

    Repeater {
        model: lines.stage.querySeries.length

        Item {
            id: series

            required property int index
            readonly property var facts: lines.stage.querySeries[index] ?? ({
                    "name": "",
                    "instrument": "",
                    "points": []
                })
            readonly property var points: facts.points
            readonly property color hue: facts.instrument ? Theme.hue(facts.instrument) : lines.strokes[index]
            readonly property real room: lines.width - lines.edge - lines.nameRoom

            anchors.fill: parent

            Shape {
                anchors.fill: parent

                ShapePath {
                    capStyle: ShapePath.RoundCap
                    fillColor: Theme.none
                    joinStyle: ShapePath.RoundJoin
                    strokeColor: series.hue
                    strokeWidth: lines.m.px(5)

                    PathPolyline {
                        path: series.points.map((share, i) => Qt.point(lines.edge + series.room * i / Math.max(1, series.points.length - 1), lines.yOf(share)))
                    }
                }
            }
            Rectangle {
                color: series.hue
                height: lines.m.px(22)
                radius: series.index === 1 ? 0 : width / 2
                width: height
                x: lines.edge + series.room + lines.m.px(10)
                y: lines.yOf(series.points[series.points.length - 1] ?? 0) - height / 2
            }
            Words {
                height: lines.m.px(56)
                px: lines.m.least
                text: series.facts.name
                weight: Font.DemiBold
                width: lines.nameRoom - lines.m.px(44)
                x: lines.edge + series.room + lines.m.px(42)
                y: lines.yOf(series.points[series.points.length - 1] ?? 0) - height / 2
            }
        }
    }
}
