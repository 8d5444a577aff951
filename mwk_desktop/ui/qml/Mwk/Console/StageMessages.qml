pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The messages that the room can read now, each with its way off the stage. A row is a place of the
// stage; what is pointed at stays in it, also when the stage goes on to the next message.
Column {
    id: shown

    required property CrowdView crowd
    property bool locked: false
    readonly property int rowHeight: 36
    // What is below does not move when the stage turns its page.
    readonly property int places: Math.max(2, crowd.onStage.length)
    readonly property int first: crowd.onStage.findIndex(message => message.serial >= 0)

    spacing: 8

    // Hide the first of them.
    function hideFirst() {
        if (locked)
            return;
        const row = rows.itemAt(Math.max(0, first)) as StageMessageRow;
        if (row !== null && row.gone)
            row.hide();
        else
            crowd.hideFirst();
    }

    Words {
        height: 18
        text: qsTr("On the stage now")
        weight: Font.DemiBold
    }
    Rectangle {
        border.color: Theme.line1
        border.width: 1
        color: Theme.bg1
        height: shown.places * shown.rowHeight + 2
        radius: Theme.controlRadius
        width: parent.width

        Words {
            color: Theme.text3
            height: shown.rowHeight
            text: qsTr("no message")
            visible: shown.first < 0 && !((rows.itemAt(0) as StageMessageRow)?.gone ?? false)
            x: 13
            y: 1
        }
        Repeater {
            id: rows

            model: shown.places

            StageMessageRow {
                crowd: shown.crowd
                height: shown.rowHeight
                isFirst: index === Math.max(0, shown.first)
                locked: shown.locked
                width: parent.width
                y: 1 + index * shown.rowHeight
            }
        }
    }
}
