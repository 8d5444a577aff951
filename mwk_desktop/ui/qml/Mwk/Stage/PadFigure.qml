pragma ComponentBehavior: Bound

import QtQuick

// Layers that breathe: as wide as the sound is long, as thick as it is loud.
Figure {
    id: pad

    readonly property int count: Math.max(3, Math.min(9, Math.round(height / (40 * u))))
    readonly property real pitch: height / count

    Repeater {
        model: pad.count

        Rectangle {
            required property int index
            readonly property real off: Math.abs(index - (pad.count - 1) / 2) / Math.max(1, (pad.count - 1) / 2)
            readonly property real breath: 0.86 + 0.14 * Math.sin(pad.beat * Math.PI / 2 + index * 1.9)
            readonly property real share: (0.2 + 0.8 * (0.55 * pad.f + 0.45 * pad.s)) * (1 - 0.32 * off) * breath

            color: pad.tone(1 - 0.5 * off)
            height: 2 * Math.round((10 * pad.u + (pad.pitch - 16 * pad.u) * (0.25 + 0.75 * pad.f)) / 2)
            radius: Math.min(9 * pad.u, height / 2)
            width: 2 * Math.round(pad.width * Math.min(1, share) / 2)
            x: Math.round((pad.width - width) / 2)
            y: Math.round(pad.pitch * index + (pad.pitch - height) / 2)
        }
    }
}
