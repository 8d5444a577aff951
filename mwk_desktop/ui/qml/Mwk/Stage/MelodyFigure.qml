pragma ComponentBehavior: Bound

import QtQuick

// Eight notes on their stems, one a beat; the others sway behind it.
Figure {
    id: notes

    readonly property int head: Math.max(6, Math.round(Math.min(34 * u, width / 8 - 6 * u)))
    readonly property var sway: [0.30, 0.16, 0.34, 0.20, 0.40, 0.14, 0.28, 0.22]
    readonly property var tune: [0.52, 0.74, 0.62, 0.95, 0.46, 0.70, 0.86, 0.58]

    Repeater {
        model: 8

        Item {
            id: note

            required property int index
            readonly property bool sounds: index === notes.step % 8
            readonly property real share: sounds ? notes.tune[index] * (0.3 + 0.7 * notes.f) : notes.tune[index] * (0.22 + 0.2 * notes.s + notes.sway[index] * notes.f)

            height: Math.round(notes.head + (notes.height - notes.head) * share)
            width: notes.head
            x: Math.round((notes.width - notes.head) * index / 7)
            y: notes.height - height

            Rectangle {
                color: note.sounds ? notes.mid : notes.faint
                height: note.height - y
                radius: 1
                width: Math.max(2, Math.round(6 * notes.u))
                x: Math.round((note.width - width) / 2)
                y: Math.round(notes.head / 2)
            }
            Rectangle {
                color: note.sounds ? notes.full : notes.mid
                height: Math.round(0.8 * notes.head)
                radius: height / 2
                width: notes.head
            }
        }
    }
}
