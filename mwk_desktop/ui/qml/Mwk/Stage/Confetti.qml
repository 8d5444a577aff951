pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Ninety-six pieces that fall for six seconds and then hang still, always in the same places at the
// sides, never over the words.
Item {
    id: confetti

    required property var hues
    required property var icons
    required property real u
    // How far from either edge they may hang: above and beside the words, as share of the width.
    property real beside: 0.26
    property real besideName: 0.26
    property real besideRunners: 0.26
    property real nameTop: 0
    property real nameBottom: 0

    readonly property int fallMs: 6000

    signal fall

    // A fixed sequence between 0 and 1 for each piece.
    function chance(piece: int, salt: int): real {
        const x = Math.sin(piece * 127.1 + salt * 311.7 + 74.7) * 43758.5453;
        return x - Math.floor(x);
    }

    // The same, but spread evenly over all pieces: chance alone makes heaps.
    function spread(piece: int, step: real): real {
        return ((piece + 1) * step) % 1;
    }

    Repeater {
        id: pieces

        model: 96

        Item {
            id: piece

            required property int index
            readonly property color hue: confetti.hues[index % confetti.hues.length]
            // One of ten is an instrument, the rest are slips, dots and triangles.
            readonly property int kind: index % 11 === 5 ? 3 : index % 4 === 3 ? 2 : index % 5 === 4 ? 1 : 0
            readonly property real size: (14 + 22 * confetti.chance(index, 1)) * confetti.u
            readonly property real restY: confetti.height * (0.01 + 0.77 * confetti.spread(index, 0.5698402910))
            readonly property bool atRunners: restY + size > confetti.nameBottom
            readonly property bool atName: restY + size > confetti.nameTop && !atRunners
            // Beside the words, and never further in than the sides are wide.
            readonly property real side: atRunners ? Math.min(confetti.beside, confetti.besideRunners) : atName ? Math.min(confetti.beside, confetti.besideName) : confetti.beside
            readonly property real margin: side * confetti.width - 48 * confetti.u
            readonly property real restX: (index % 2 ? confetti.width - margin - width : 0) + margin * confetti.spread(index, 0.7548776662)
            readonly property real restAngle: 360 * confetti.chance(index, 4)
            readonly property int delayMs: Math.round(1900 * confetti.chance(index, 5))

            height: size
            rotation: restAngle
            visible: margin > size
            width: size
            x: Math.max(4 * confetti.u, Math.min(confetti.width - width - 4 * confetti.u, restX))
            y: restY

            Rectangle {
                anchors.centerIn: parent
                antialiasing: true
                color: piece.hue
                height: piece.kind === 1 ? width : Math.round(width * 0.55)
                radius: piece.kind === 1 ? width / 2 : 2 * confetti.u
                visible: piece.kind < 2
                width: piece.kind === 1 ? piece.size * 0.6 : piece.size
            }
            Icon {
                anchors.centerIn: parent
                color: piece.hue
                icon: piece.kind === 3 ? confetti.icons[piece.index % confetti.icons.length] : "ui/triangle"
                size: Math.round(piece.kind === 3 ? 44 * confetti.u : piece.size * 0.8)
                visible: piece.kind > 1
            }
            Connections {
                function onFall() {
                    falling.restart();
                }

                target: confetti
            }
            SequentialAnimation {
                id: falling

                ScriptAction {
                    script: piece.y = -2 * piece.size
                }
                PauseAnimation {
                    duration: piece.delayMs
                }
                ParallelAnimation {
                    NumberAnimation {
                        duration: confetti.fallMs - piece.delayMs
                        easing.type: Easing.OutQuad
                        from: -2 * piece.size
                        property: "y"
                        target: piece
                        to: piece.restY
                    }
                    NumberAnimation {
                        duration: confetti.fallMs - piece.delayMs
                        easing.type: Easing.OutQuad
                        from: piece.restAngle - 300 - 300 * confetti.chance(piece.index, 6)
                        property: "rotation"
                        target: piece
                        to: piece.restAngle
                    }
                }
                // Still, but placed by the window's size.
                ScriptAction {
                    script: piece.y = Qt.binding(() => piece.restY)
                }
            }
        }
    }
}
