pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Every player with reduced motion: five steps, set on the beat.
Figure {
    id: steps

    readonly property int lit: Math.round(5 * f)
    readonly property real pitch: height / 5

    Repeater {
        model: 5

        Rectangle {
            required property int index

            color: index >= steps.lit ? steps.tone(0.15) : steps.tone(index === steps.lit - 1 ? 1 : 0.56)
            height: Math.round(0.76 * steps.pitch)
            objectName: index < steps.lit ? "litStep" : "step"
            radius: 5 * steps.u
            width: Math.round(steps.width)
            y: Math.round((4 - index) * steps.pitch)
        }
    }
}
