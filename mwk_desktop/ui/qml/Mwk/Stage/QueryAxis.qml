pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Zero and three lines, with their figures at the left, and some of the places below.
Item {
    id: axis

    required property StageView stage
    required property StageMetrics m

    readonly property real edge: m.px(150)
    readonly property real foot: height - m.px(60)
    readonly property real ceiling: m.px(64)
    // Places of their own are even already: all of them, or every second one where there is less room.
    readonly property bool placed: (stage.queryRows[0] ?? ({})).at !== undefined
    readonly property int stride: placed ? Math.ceil(stage.queryRows.length / (m.narrow ? 4 : 7)) : 0
    readonly property int marks: placed ? Math.ceil(stage.queryRows.length / stride) : m.narrow ? 3 : 4
    // How much of the width the places below have; a line's places say where they are.
    property real plotRoom: width - edge

    function yOf(share: real): real {
        return foot - (foot - ceiling) * share;
    }

    Repeater {
        model: axis.stage.queryTicks

        Item {
            id: tick

            required property var modelData

            width: axis.width
            y: Math.round(axis.yOf(modelData.share))

            Rectangle {
                color: Theme.line1
                height: Math.max(1, axis.m.px(2))
                width: parent.width - x
                x: axis.edge
            }
            Words {
                color: Theme.text2
                height: axis.m.px(56)
                horizontalAlignment: Theme.end
                px: axis.m.least
                text: tick.modelData.text
                weight: Font.Medium
                width: axis.edge - axis.m.px(18)
                y: -height / 2
            }
        }
    }
    Repeater {
        model: axis.stage.queryRows.length > 1 ? axis.marks : 0

        Words {
            required property int index
            readonly property int row: axis.placed ? index * axis.stride : Math.round((index + 0.5) / axis.marks * (axis.stage.queryRows.length - 1))
            readonly property var facts: axis.stage.queryRows[row] ?? ({})

            color: Theme.text2
            height: axis.m.px(56)
            objectName: "queryPlace"
            px: axis.m.least
            text: facts.label ?? ""
            weight: Font.Medium
            x: Math.round(Math.max(axis.edge, axis.edge + axis.plotRoom * (facts.at ?? (row + 0.5) / axis.stage.queryRows.length) - implicitWidth / 2))
            y: axis.foot + axis.m.px(4)
        }
    }
}
