pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Keys that light up from below: the one that plays, a third and a fifth above it, the last one.
Figure {
    id: keys

    readonly property var pattern: [0, 2, 4, 6, 8, 5, 3, 1]
    readonly property int eighth: Math.floor(beat * 2) % 8
    readonly property int now: pattern[eighth]
    readonly property int before: pattern[(eighth + 7) % 8]
    readonly property real gap: Math.max(1, Math.round(5 * u))
    readonly property real key: (width - 8 * gap) / 9

    component Lit: Rectangle {
        required property int place
        required property real share

        height: Math.round(keys.height * share)
        radius: 6 * keys.u
        width: Math.round(keys.key)
        x: Math.round(place * (keys.key + keys.gap))
        y: keys.height - height
    }

    Repeater {
        model: 9

        Lit {
            required property int index

            color: keys.tone(0.3)
            place: index
            share: 1
        }
    }
    Lit {
        color: keys.mid
        place: (keys.now + 2) % 9
        share: 0.72 * keys.f
    }
    Lit {
        color: keys.mid
        place: (keys.now + 4) % 9
        share: 0.52 * keys.f
    }
    Lit {
        color: keys.mid
        place: keys.before
        share: 0.5 * keys.s
    }
    Lit {
        color: keys.full
        place: keys.now
        share: 0.25 * Math.min(1, 6 * keys.f) + 0.75 * keys.f
    }
    Repeater {
        model: [0, 1, 3, 4, 5, 7]

        Rectangle {
            required property int modelData

            color: Theme.bg1
            height: Math.round(0.5 * keys.height)
            width: Math.round(0.68 * keys.key)
            x: Math.round(modelData * (keys.key + keys.gap) + 0.66 * keys.key + keys.gap / 2)
        }
    }
}
