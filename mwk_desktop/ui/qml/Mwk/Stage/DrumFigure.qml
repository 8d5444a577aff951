pragma ComponentBehavior: Bound

import QtQuick

// Eight steps, the beats of the loop: the one that is struck, and behind it a comet's tail.
Figure {
    id: drum

    readonly property real gap: Math.round(width * 0.026)
    readonly property real column: (width - 7 * gap) / 8
    readonly property real rest: Math.min(0.8 * column, 0.3 * height)
    readonly property var tail: [1, 0.62, 0.4, 0.25, 0.13, 0.05, 0, 0]
    readonly property var tones: [1, 0.78, 0.62, 0.52, 0.45, 0.4, 0.38, 0.38]

    Repeater {
        model: 8

        Rectangle {
            required property int index
            readonly property int age: ((drum.step - index) % 8 + 8) % 8
            readonly property real part: age === 0 ? drum.f : drum.tail[age] * (0.35 + 0.65 * drum.f) * (1 - 0.25 * drum.phase)

            color: drum.tone(drum.tones[age])
            height: Math.round(drum.rest + (drum.height - drum.rest) * part)
            radius: Math.min(9 * drum.u, drum.column / 4)
            width: Math.round(drum.column)
            x: Math.round(index * (drum.column + drum.gap))
            y: drum.height - height
        }
    }
}
