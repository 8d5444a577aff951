pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// A query's answer: plain cells, elided; one number also as a bar. A click on a number's head draws
// that one.
Item {
    id: table

    required property QueryView view
    required property RowsModel rows
    readonly property var columns: view.columns
    readonly property int barColumn: view.kind === "bars" ? view.barColumn : -1
    readonly property var edges: place(columns, width - 24)

    // Columns are as wide as their text, and shrink together if there is no room.
    function place(columns: var, room: real): var {
        let wanted = columns.map((c, i) => c.width * 8 + 24 + (i === barColumn ? 120 : 0));
        const sum = wanted.reduce((a, b) => a + b, 0);
        if (sum > room)
            wanted = wanted.map(w => Math.max(40, Math.floor(w * room / sum)));
        else if (barColumn >= 0)
            wanted[barColumn] += Math.min(400, room - sum);
        const edges = [0];
        for (const w of wanted)
            edges.push(edges[edges.length - 1] + w);
        return edges;
    }

    Rectangle {
        anchors.fill: parent
        border.color: list.activeFocus ? Theme.info : Theme.line1
        border.width: list.activeFocus ? 2 : 1
        color: Theme.bg1
        radius: Theme.controlRadius
    }
    Item {
        height: 28
        width: table.width - 24
        x: 12
        y: 4

        Repeater {
            model: table.columns

            Pressable {
                id: head

                required property int index
                required property var modelData
                readonly property bool drawn: index === table.barColumn

                checked: drawn
                enabled: modelData.number
                height: 28
                label: modelData.number ? qsTr("Bars of %1").arg(modelData.name) : modelData.name
                objectName: "head_" + index
                tip: modelData.number ? label : ""
                width: (table.edges[index + 1] ?? 0) - (table.edges[index] ?? 0) - 12
                x: table.edges[index] ?? 0

                onPressed: table.view.barsOf(index)

                Words {
                    color: head.drawn || head.hovered ? Theme.text1 : Theme.text2
                    height: 28
                    horizontalAlignment: head.modelData.number && !head.drawn ? Theme.end : Theme.start
                    objectName: "column_" + head.index
                    text: head.modelData.name
                    weight: Font.DemiBold
                    width: parent.width - x
                    x: head.drawn ? 18 : 0
                }
                Icon {
                    color: Theme.text1
                    icon: "ui/barsh"
                    size: 14
                    visible: head.drawn
                    y: 7
                }
            }
        }
    }
    Rectangle {
        color: Theme.line2
        height: 1
        visible: table.columns.length > 0
        width: table.width - 2
        x: 1
        y: 32
    }
    ListView {
        id: list

        Accessible.name: qsTr("Answer")
        Accessible.role: Accessible.Table
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        height: table.height - y - 6
        highlightMoveDuration: 0
        keyNavigationEnabled: true
        model: table.rows
        objectName: "queryRows"
        reuseItems: true
        width: table.width - 24
        x: 12
        y: 34

        delegate: Item {
            id: line

            required property int index
            required property var row
            // An instrument has its colour here, too.
            readonly property string instrument: row.cells.find(cell => cell in Theme.hues) ?? ""
            readonly property color hue: instrument === "" ? Theme.plot : Theme.hue(instrument)

            Accessible.name: row.cells.join(", ")
            Accessible.role: Accessible.Row
            height: 26
            width: list.width

            Rectangle {
                anchors.fill: parent
                color: line.ListView.isCurrentItem && list.activeFocus ? Theme.bg4 : line.index % 2 ? Theme.bg2 : Theme.none
            }
            Rectangle {
                readonly property int begin: table.barColumn >= 0 ? (table.edges[table.barColumn] ?? 0) + 64 : 0

                color: line.hue
                height: 14
                objectName: "bar"
                radius: 2
                visible: table.barColumn >= 0 && line.row.share > 0
                width: table.barColumn >= 0 ? Math.max(2, ((table.edges[table.barColumn + 1] ?? 0) - 12 - begin) * line.row.share) : 0
                x: begin
                y: 6
            }
            Repeater {
                model: table.columns.length

                Words {
                    required property int index
                    readonly property bool bar: index === table.barColumn
                    readonly property string cell: line.row.cells[index] ?? ""

                    color: cell === "NULL" ? Theme.text3 : Theme.text1
                    height: 26
                    horizontalAlignment: table.columns[index]?.number ? Theme.end : Theme.start
                    px: 13
                    text: cell
                    width: bar ? 54 : (table.edges[index + 1] ?? 0) - (table.edges[index] ?? 0) - 12
                    x: table.edges[index] ?? 0
                }
            }
        }
    }
}
