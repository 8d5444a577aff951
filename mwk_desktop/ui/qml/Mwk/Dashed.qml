import QtQuick
import QtQuick.Shapes

// A dashed border, for what is chosen or coming but has not landed. Static on purpose.
Shape {
    id: dashed

    property color color: Theme.line3
    property color fill: Theme.none
    property real line: 1
    property real radius: Theme.controlRadius
    property real unit: 1

    ShapePath {
        capStyle: ShapePath.FlatCap
        dashPattern: [3 * dashed.unit / dashed.line, 2 * dashed.unit / dashed.line]
        fillColor: dashed.fill
        strokeColor: dashed.color
        strokeStyle: ShapePath.DashLine
        strokeWidth: dashed.line

        PathRectangle {
            height: dashed.height - dashed.line
            radius: dashed.radius
            width: dashed.width - dashed.line
            x: dashed.line / 2
            y: dashed.line / 2
        }
    }
}
