pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// The roll: names pass by, slower and slower, and the last one stays.
Item {
    id: names

    required property var list
    required property real u
    // The size of each name, so that all fit.
    required property var sizeOf
    property real place: 0

    clip: true

    Repeater {
        model: names.list

        Words {
            required property int index
            required property string modelData

            color: index + 1 === names.list.length ? Theme.text1 : Theme.text2
            font.family: Theme.display
            font.letterSpacing: -3 * names.u
            height: names.height
            horizontalAlignment: Text.AlignHCenter
            px: names.sizeOf(modelData)
            text: modelData
            // Only visible names are drawn.
            visible: Math.abs(index - names.place) < 1
            weight: Font.Bold
            width: names.width
            y: (index - names.place) * names.height
        }
    }
}
