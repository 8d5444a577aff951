pragma ComponentBehavior: Bound

import QtQuick

// A saw that runs to the right, one tooth a beat.
Figure {
    id: saw

    readonly property real gap: Math.max(2, Math.round(7 * u * width / 300))
    readonly property real column: (width - 15 * gap) / 16
    readonly property int least: Math.max(2, Math.round(10 * u))

    Repeater {
        model: 16

        Rectangle {
            required property int index
            readonly property real place: index / 4 + 1 - saw.phase
            readonly property real tooth: place - Math.floor(place)

            color: tooth > 0.74 ? saw.full : tooth > 0.4 ? saw.mid : saw.tone(0.4)
            height: Math.round(saw.least + (saw.height - saw.least) * (0.12 + 0.88 * tooth) * saw.f)
            radius: 4 * saw.u
            width: Math.max(2, Math.round(saw.column))
            x: Math.round(index * (saw.column + saw.gap))
            y: saw.height - height
        }
    }
}
