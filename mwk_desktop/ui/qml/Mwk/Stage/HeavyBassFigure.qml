pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Two cones of a loudspeaker; they grow in steps of two pixels, so few corners are redrawn.
Figure {
    id: bass

    readonly property real most: Math.max(8, Math.min(height / 2, (width - 16 * u) / 4))
    readonly property real gap: (width - 4 * most) / 3
    readonly property int radius: 2 * Math.round(most * (0.3 + 0.66 * f) / 2)

    component Disc: Rectangle {
        required property int r

        anchors.centerIn: parent
        height: 2 * r
        radius: r
        width: 2 * r
    }

    Repeater {
        model: 2

        Item {
            required property int index

            height: 2 * bass.most
            width: height
            x: Math.round(bass.gap + index * (height + bass.gap))
            y: Math.round((bass.height - height) / 2)

            Disc {
                border.color: bass.faint
                border.width: Math.round(6 * bass.u)
                color: Theme.none
                r: bass.most
            }
            Disc {
                color: bass.full
                r: bass.radius
            }
            Disc {
                color: Theme.bg1
                r: Math.round(0.7 * bass.radius)
            }
            Disc {
                color: bass.full
                r: Math.round(0.38 * bass.radius)
            }
        }
    }
}
