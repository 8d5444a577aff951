import QtQuick
import QtQuick.Shapes
import Mwk

// A line of a plot, with its name and newest value at its end.
Item {
    id: line

    // The QueryPlot: it knows where a share of it lies.
    required property var plot
    required property var facts
    required property var dashPattern
    required property color hue
    // Where its name stands, a share of the plot's height.
    required property real labelY

    objectName: "plotLine"

    Shape {
        height: line.plot.height
        width: line.plot.width

        ShapePath {
            capStyle: ShapePath.RoundCap
            dashPattern: line.dashPattern.length > 0 ? line.dashPattern : [1, 0]
            fillColor: Theme.none
            joinStyle: ShapePath.RoundJoin
            strokeColor: line.hue
            strokeStyle: line.dashPattern.length > 0 ? ShapePath.DashLine : ShapePath.SolidLine
            strokeWidth: 2.2

            PathPolyline {
                path: {
                    const points = [];
                    for (let i = 0; i + 1 < line.facts.points.length; i += 2)
                        points.push(Qt.point(line.plot.xOf(line.facts.points[i]), line.plot.yOf(line.facts.points[i + 1])));
                    return points;
                }
            }
        }
        // From the line's end to its name, which may stand higher or lower.
        ShapePath {
            fillColor: Theme.none
            strokeColor: Theme.line3
            strokeWidth: 1

            PathPolyline {
                path: [Qt.point(line.plot.xOf(line.facts.endX) + 5, line.plot.yOf(line.facts.end)), Qt.point(line.plot.xOf(1) + 6, line.plot.yOf(line.facts.end)), Qt.point(line.plot.xOf(1) + 16, line.plot.yOf(line.labelY))]
            }
        }
    }
    Rectangle {
        color: line.hue
        height: 6
        radius: 3
        width: 6
        x: line.plot.xOf(line.facts.endX) - 3
        y: line.plot.yOf(line.facts.end) - 3
    }
    Icon {
        color: line.hue
        icon: line.facts.instrument
        size: 14
        visible: icon !== ""
        x: line.plot.xOf(1) + 20
        y: line.plot.yOf(line.labelY) - 7
    }
    Words {
        height: 16
        objectName: "plotName"
        text: line.facts.name
        weight: Font.DemiBold
        width: Math.min(implicitWidth, line.plot.nameRoom - 88)
        x: line.plot.xOf(1) + (line.facts.instrument === "" ? 20 : 38)
        y: line.plot.yOf(line.labelY) - 8

        Words {
            color: Theme.text2
            height: 16
            text: line.facts.value
            width: Math.min(implicitWidth, 60)
            x: parent.width + 5
        }
    }
}
