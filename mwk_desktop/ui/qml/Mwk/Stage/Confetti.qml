pragma ComponentBehavior: Bound

import QtQuick

// Pieces that fall beside the words and then lie still. Each is a picture of twelve turns in a strip
// that is moved under a window: a rectangle that is turned costs four times as much.
Item {
    id: confetti

    // 0: above the picture; 1: fallen.
    required property real fallen
    // How far from either edge they may lie: beside the ring, beside the name, beside the feet.
    required property var sides
    required property real nameY
    required property real footY
    required property int count
    required property StageMetrics m

    readonly property int box: m.px(40)

    function spread(piece: int, step: real): real {
        return (piece + 1) * step % 1;
    }

    visible: fallen >= 0

    Repeater {
        model: confetti.count

        Item {
            id: piece

            required property int index
            readonly property real late: 0.3 * confetti.spread(index, 0.3247179572)
            readonly property real t: Curves.outQuad((confetti.fallen - late) / (1 - late))
            readonly property real restY: confetti.height * (0.02 + 0.74 * confetti.spread(index, 0.5698402910))
            readonly property int turn: Math.floor((t * 13 + index) % 12)
            readonly property real side: confetti.sides[restY + confetti.box > confetti.footY ? 2 : restY + confetti.box > confetti.nameY ? 1 : 0]
            readonly property real margin: (side - confetti.box) * confetti.spread(index, 0.7548776662)

            clip: true
            height: confetti.box
            objectName: "confetti"
            visible: t > 0 && side > 1.5 * confetti.box
            width: confetti.box
            x: Math.round(index % 2 ? confetti.width - confetti.box - margin : margin)
            y: Math.round(Curves.mix(-1.5 * confetti.box, restY, t))

            Image {
                source: Qt.resolvedUrl("../../../icons/stage/confetti-" + (piece.index * 3 + Math.floor(piece.index / 8)) % 8 + ".svg")
                sourceSize: Qt.size(12 * confetti.box, confetti.box)
                x: -confetti.box * piece.turn
            }
        }
    }
}
