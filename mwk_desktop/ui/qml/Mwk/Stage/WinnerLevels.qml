pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Towers of the eight instruments along the foot of the winner moment. They stand still.
Item {
    id: levels

    required property var hues
    required property real u

    readonly property var towers: [11, 8, 10, 6, 8, 5, 7, 4, 5, 4, 4, 4, 3, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 3, 3, 3, 3, 4, 3, 5, 4, 6, 5, 7, 7, 7, 9, 8, 12]
    readonly property real pitch: 22 * u
    readonly property real column: width / towers.length

    height: 12 * pitch

    Repeater {
        model: levels.towers

        Item {
            id: tower

            required property int index
            required property int modelData
            readonly property color hue: levels.hues[Math.floor(index * levels.hues.length / levels.towers.length)]

            height: modelData * levels.pitch
            objectName: "tower"
            width: levels.column - 8 * levels.u
            x: index * levels.column + 4 * levels.u
            y: levels.height - height

            Rectangle {
                color: Qt.tint(Theme.bg0, Qt.alpha(tower.hue, 0.55))
                height: parent.height - levels.pitch
                width: parent.width
                y: levels.pitch
            }
            Rectangle {
                color: tower.hue
                height: levels.pitch
                width: parent.width
            }
        }
    }
    // The gaps between the blocks, across all towers.
    Repeater {
        model: 12

        Rectangle {
            required property int index

            color: Theme.bg0
            height: 6 * levels.u
            width: levels.width
            y: (index + 1) * levels.pitch - height
        }
    }
}
