pragma ComponentBehavior: Bound

import QtQuick

// The bars of a voice, from the middle.
Figure {
    id: voice

    readonly property int bar: Math.max(3, Math.round(Math.min(13 * u, 0.6 * width / 15)))

    Repeater {
        model: 15

        Rectangle {
            required property int index
            readonly property real hump: Math.exp(-Math.pow((index - 7) / 6.2, 2))
            readonly property real share: voice.f * hump * (0.66 + 0.34 * Math.sin(2.3 * index + 1.6 * voice.beat))

            color: hump > 0.35 ? voice.full : voice.mid
            height: 2 * Math.round((voice.bar + (voice.height - voice.bar) * share) / 2)
            radius: voice.bar / 2
            width: voice.bar
            x: Math.round((voice.width - voice.bar) * index / 14)
            y: Math.round((voice.height - height) / 2)
        }
    }
}
