pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Forty columns of blocks along the foot. They move in whole blocks, so few repaints come.
Item {
    id: towers

    required property StageLevels levels
    required property StageMetrics m

    readonly property var weights: [0.6, 1, 0.8, 0.95, 0.55]
    readonly property real pitch: width / 40
    readonly property int block: m.px(24)

    Repeater {
        model: 40

        Item {
            id: tower

            required property int index
            readonly property int place: Math.floor(index / 5)
            readonly property PlayerLevels own: towers.levels.players[place]
            readonly property real level: (index % 2 ? own.slow : own.fast) * towers.weights[index % 5]
            readonly property int blocks: Math.max(1, Math.round(6 * (0.08 + 0.92 * level)))
            readonly property color hue: Curves.shade(Theme.bg0, Theme.hue(Theme.instruments[place]), own.fast > 0.02 ? 1 : 0.4)

            height: towers.block * blocks
            objectName: "tower"
            width: Math.round(towers.pitch * 0.82)
            x: Math.round((index + 0.09) * towers.pitch)
            y: towers.height - height

            Rectangle {
                color: Curves.shade(Theme.bg0, tower.hue, 0.5)
                height: parent.height - y
                radius: 1
                width: parent.width
                y: towers.block
            }
            Rectangle {
                color: tower.hue
                height: Math.round(towers.block * 0.75)
                radius: towers.m.px(3)
                width: parent.width
            }
        }
    }
    // The gaps between the blocks, once for all columns.
    Repeater {
        model: 6

        Rectangle {
            required property int index

            color: Theme.bg0
            height: Math.max(1, Math.round(towers.block * 0.25))
            width: towers.width
            y: towers.height - (index + 1) * towers.block + Math.round(towers.block * 0.75)
        }
    }
}
