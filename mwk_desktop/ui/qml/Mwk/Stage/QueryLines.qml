pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Mwk

// Several numbers, or many: one line each, named at its end; redrawn with a new answer only.
QueryAxis {
    id: lines

    readonly property real nameRoom: m.px(260)
    readonly property var strokes: [Theme.info, Theme.warn, Theme.ok, Theme.plot, Theme.text1]

    plotRoom: width - edge - nameRoom

    Repeater {
        model: lines.stage.querySeries.length

        Item {
            id: series

            required property int index
            readonly property var facts: lines.stage.querySeries[index] ?? ({
                    "name": "",
                    "instrument": "",
                    "points": [],
                    "end": 0,
                    "endX": 0,
                    "labelY": 0
                })
            readonly property var points: facts.points
            readonly property color hue: facts.instrument ? Theme.hue(facts.instrument) : lines.strokes[index % lines.strokes.length]
            readonly property real room: lines.plotRoom
            readonly property var dashPattern: Theme.dashes[facts.instrument] ?? []

            anchors.fill: parent

            Shape {
                anchors.fill: parent

                ShapePath {
                    capStyle: ShapePath.RoundCap
                    dashPattern: series.dashPattern.length > 0 ? series.dashPattern : [1, 0]
                    fillColor: Theme.none
                    joinStyle: ShapePath.RoundJoin
                    strokeColor: series.hue
                    strokeStyle: series.dashPattern.length > 0 ? ShapePath.DashLine : ShapePath.SolidLine
                    strokeWidth: lines.m.px(5)

                    PathPolyline {
                        path: {
                            const found = [];
                            for (let i = 0; i + 1 < series.points.length; i += 2)
                                found.push(Qt.point(lines.edge + series.room * series.points[i], lines.yOf(series.points[i + 1])));
                            return found;
                        }
                    }
                }
            }
            Rectangle {
                color: series.hue
                height: lines.m.px(22)
                radius: series.index === 1 ? 0 : width / 2
                width: height
                x: lines.edge + series.room * series.facts.endX - (series.facts.endX < 1 ? width / 2 : -lines.m.px(10))
                y: lines.yOf(series.facts.end) - height / 2
            }
            Words {
                color: Theme.text1
                height: lines.m.px(56)
                objectName: "lineName"
                px: lines.m.least
                text: series.facts.name
                weight: Font.DemiBold
                width: lines.nameRoom - lines.m.px(44)
                x: lines.edge + series.room + lines.m.px(42)
                y: lines.yOf(series.facts.labelY) - height / 2
            }
        }
    }
}
