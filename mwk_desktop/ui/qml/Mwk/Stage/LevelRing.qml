pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Forty petals round a face, five for each instrument: they only change their length.
Item {
    id: ring

    required property StageLevels levels
    required property StageMetrics m
    // Before the name is out, the ring only grows.
    property real held: -1
    readonly property var weights: [0.55, 0.85, 1, 0.85, 0.55]
    readonly property real inner: width / 2 + m.px(18)

    Repeater {
        model: 40

        Rectangle {
            id: petal

            required property int index
            readonly property int place: Math.floor(index / 5)
            readonly property real f: ring.levels.players[place].fast
            readonly property real share: ring.held >= 0 ? ring.held : Theme.reducedMotion ? 0.5 : f * ring.weights[index % 5]

            antialiasing: true
            color: f > 0.02 || ring.held >= 0 ? Theme.hue(Theme.instruments[place]) : Curves.shade(Theme.bg0, Theme.hue(Theme.instruments[place]), 0.4)
            height: ring.m.px(12) + 2 * Math.round(ring.m.px(64) * share / 2)
            objectName: "petal"
            radius: width / 2
            width: ring.m.px(13)
            x: (ring.width - width) / 2
            y: ring.height / 2 - ring.inner - height

            transform: Rotation {
                angle: (petal.index + 0.5) * 9
                origin.x: petal.width / 2
                origin.y: ring.inner + petal.height
            }
        }
    }
}
