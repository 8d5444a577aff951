pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Instruments as tiles: those that play move with the beat, the coming ones are dashed.
Item {
    id: tiles

    required property string label
    required property var names
    required property StageView stage
    required property real u
    property bool coming: false
    property string note: ""

    readonly property int places: Math.max(5, names.length)
    readonly property real gap: 13 * u
    readonly property real tile: (width - (places - 1) * gap) / places

    height: 68 * u + tile + 14 * u

    Words {
        color: Theme.text2
        height: 62 * tiles.u
        px: Math.round(44 * tiles.u)
        text: tiles.label
        weight: Font.Medium
    }
    Words {
        anchors.right: parent.right
        height: 62 * tiles.u
        px: Math.round(44 * tiles.u)
        text: tiles.note
        weight: Font.Medium
        width: Math.min(implicitWidth, parent.width - 140 * tiles.u)
    }
    // Empty places stay visible, so that the wall never looks broken.
    Repeater {
        model: Math.max(0, tiles.places - tiles.names.length)

        Rectangle {
            required property int index

            border.color: Theme.line1
            border.width: Math.max(1, Math.round(3 * tiles.u))
            color: Theme.none
            height: tiles.tile
            radius: 10 * tiles.u
            width: tiles.tile
            x: (tiles.names.length + index) * (tiles.tile + tiles.gap)
            y: 68 * tiles.u
        }
    }
    Repeater {
        model: tiles.names

        Item {
            id: tile

            required property int index
            required property string modelData

            Accessible.name: modelData
            Accessible.role: Accessible.Graphic
            height: tiles.tile
            objectName: (tiles.coming ? "coming_" : "playing_") + modelData
            transformOrigin: Item.Center
            width: tiles.tile
            x: index * (tiles.tile + tiles.gap)
            y: 68 * tiles.u

            Rectangle {
                anchors.fill: parent
                border.color: Theme.hue(tile.modelData)
                border.width: Math.max(1, Math.round(4 * tiles.u))
                color: Theme.bg1
                radius: 10 * tiles.u
                visible: !tiles.coming
            }
            Dashed {
                anchors.fill: parent
                color: Theme.line3
                fill: Theme.bg1
                line: Math.max(1, Math.round(3 * tiles.u))
                unit: 2.7 * tiles.u
                radius: 10 * tiles.u
                visible: tiles.coming
            }
            Icon {
                anchors.centerIn: parent
                color: Theme.hue(tile.modelData)
                icon: tile.modelData
                size: Math.round(Math.min(60 * tiles.u, tile.width * 0.6))
            }
            Rectangle {
                color: Theme.hue(tile.modelData)
                height: 6 * tiles.u
                radius: 3 * tiles.u
                visible: !tiles.coming
                width: parent.width
                y: parent.height + 6 * tiles.u
            }
            Connections {
                function onPulseChanged() {
                    if (!Theme.reducedMotion && !tiles.coming)
                        pulse.restart();
                }

                target: tiles.stage
            }
            SequentialAnimation {
                id: pulse

                NumberAnimation {
                    duration: tiles.stage.beatMs * 0.12
                    easing.type: Easing.OutQuad
                    from: 1
                    property: "scale"
                    target: tile
                    to: 1.05
                }
                NumberAnimation {
                    duration: tiles.stage.beatMs * 0.48
                    easing.type: Easing.InOutQuad
                    property: "scale"
                    target: tile
                    to: 1
                }
            }
        }
    }
}
