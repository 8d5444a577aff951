pragma ComponentBehavior: Bound

import QtQuick

// A string that stands in one, two or three bellies, another each beat.
Figure {
    id: string

    readonly property int count: 15
    readonly property int bellies: 1 + step % 3
    readonly property int dot: Math.max(3, Math.round(Math.min(12 * u, width / 22)))
    readonly property real swing: (height - dot) / 2 * f

    Repeater {
        model: string.count

        Rectangle {
            required property int index
            readonly property int off: Math.round(Math.abs(string.swing * Math.sin(Math.PI * string.bellies * index / (string.count - 1))))

            color: index % 2 ? string.mid : string.full
            height: 2 * off + string.dot
            radius: string.dot / 2
            width: string.dot
            x: Math.round((string.width - string.dot) * index / (string.count - 1))
            y: Math.round((string.height - string.dot) / 2) - off
        }
    }
}
