pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Any other answer: three columns, six rows.
Item {
    id: rows

    required property StageView stage
    required property StageMetrics m

    readonly property int columns: Math.max(1, stage.queryHeads.length)
    readonly property real column: width / columns
    readonly property real pitch: Math.min(m.px(70), height / (stage.queryRows.length + 2))

    Repeater {
        model: rows.stage.queryHeads

        Words {
            required property int index
            required property string modelData

            color: Theme.text2
            height: rows.pitch
            px: rows.m.least
            text: modelData
            weight: Font.DemiBold
            width: rows.column - rows.m.px(24)
            x: index * rows.column
        }
    }
    Repeater {
        model: rows.stage.queryRows.length * rows.columns

        Words {
            required property int index
            readonly property var cells: (rows.stage.queryRows[Math.floor(index / rows.columns)] ?? ({})).cells ?? []

            height: rows.pitch
            objectName: "queryCell"
            px: rows.m.least
            text: cells[index % rows.columns] ?? ""
            weight: Font.Medium
            width: rows.column - rows.m.px(24)
            x: index % rows.columns * rows.column
            y: (1 + Math.floor(index / rows.columns)) * rows.pitch
        }
    }
    Words {
        color: Theme.text2
        height: rows.pitch
        objectName: "queryMore"
        px: rows.m.least
        text: qsTr("and %1 more").replace("%1", rows.stage.queryMore)
        visible: rows.stage.queryMore > 0
        weight: Font.Medium
        y: (1 + rows.stage.queryRows.length) * rows.pitch
    }
}
