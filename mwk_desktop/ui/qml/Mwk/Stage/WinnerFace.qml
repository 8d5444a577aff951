pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Mwk

// A winner's picture in a ring of the eight instruments.
Item {
    id: face

    required property var hues
    property string initial: ""
    property string picture: ""
    property int tint: 0

    readonly property real line: width * 14 / 352

    height: width

    Repeater {
        model: face.hues.length

        Shape {
            id: arc

            required property int index

            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                capStyle: ShapePath.FlatCap
                fillColor: Theme.none
                strokeColor: face.hues[arc.index]
                strokeWidth: face.line

                PathAngleArc {
                    centerX: face.width / 2
                    centerY: face.width / 2
                    radiusX: (face.width - face.line) / 2
                    radiusY: radiusX
                    startAngle: arc.index * 360 / face.hues.length - 88
                    sweepAngle: 360 / face.hues.length - 4
                }
            }
        }
    }
    Avatar {
        anchors.centerIn: parent
        initial: face.initial
        picture: face.picture
        tint: face.tint
        width: Math.round(face.width * 300 / 352)
    }
}
