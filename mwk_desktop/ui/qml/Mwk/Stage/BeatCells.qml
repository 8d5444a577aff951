pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// The beats of the bar: they switch, they never fade or blink.
Item {
    id: cells

    required property int beat
    required property int beats
    required property real u

    readonly property real gap: 12 * u
    readonly property real cell: (width - (beats - 1) * gap) / beats

    Repeater {
        model: cells.beats

        Rectangle {
            required property int index

            color: index + 1 === cells.beat ? Theme.text1 : index + 1 < cells.beat ? Theme.line2 : Theme.bg3
            height: cells.height
            radius: 2 * cells.u
            width: cells.cell
            x: index * (cells.cell + cells.gap)
        }
    }
}
