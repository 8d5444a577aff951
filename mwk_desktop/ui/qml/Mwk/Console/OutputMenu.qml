pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The outputs, silence, and a row that looks for new outputs.
PopupMenu {
    id: menu

    required property OutputsView outputs
    property string atName: ""
    readonly property int rowHeight: 28
    // The row that looks again says why there are no outputs, in up to four lines.
    readonly property int lastHeight: Math.max(rowHeight, Math.ceil(reason.implicitHeight) + 12)
    readonly property int detailWidth: 280

    function show(anchor: Item) {
        mark(outputs.chosen);
        outputs.refresh();
        showAt(anchor);
    }
    function mark(row: int) {
        at = Math.max(0, Math.min(outputs.rows.length - 1, row));
        atName = outputs.rows[at].name;
    }

    Accessible.name: qsTr("Sound outputs")
    above: true
    boxHeight: list.height + 8
    boxName: "outputBox"
    boxWidth: 440
    objectName: "outputMenu"
    choices: outputs.rows.length

    onAtChanged: atName = outputs.rows[at].name
    onChosen: row => {
        const facts = outputs.rows[row];
        if (facts === undefined || facts.kind === "note")
            return;
        if (facts.kind === "refresh") {
            outputs.refresh();
            return;
        }
        outputs.choose(facts.name);
        close();
    }

    Connections {
        // A list that changes must not put another output under the pointer.
        function onRowsChanged() {
            const row = menu.outputs.rows.findIndex(facts => facts.name === menu.atName);
            menu.mark(row < 0 ? menu.outputs.chosen : row);
        }

        target: menu.outputs
    }
    Words {
        id: reason

        maximumLineCount: 4
        px: 11
        text: menu.outputs.rows.length > 0 ? menu.outputs.rows[menu.outputs.rows.length - 1].detail : ""
        visible: false
        width: menu.detailWidth
        wrapMode: Text.Wrap
    }
    ListView {
        id: list

        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: menu.at
        height: Math.min((menu.outputs.rows.length - 1) * menu.rowHeight + menu.lastHeight, menu.height - 32)
        highlightMoveDuration: 0
        model: menu.opened ? menu.outputs.rows : []
        width: menu.boxWidth - 8
        x: 4
        y: 4

        delegate: MenuRow {
            id: row

            required property int index
            required property var modelData

            Accessible.checkable: modelData.kind !== "refresh" && modelData.kind !== "note"
            Accessible.checked: chosen
            Accessible.description: modelData.detail
            Accessible.name: modelData.title
            chosen: menu.outputs.chosen === index
            height: modelData.kind === "refresh" ? menu.lastHeight : menu.rowHeight
            marked: menu.at === index
            objectName: "output_" + index
            width: ListView.view.width

            onPressed: menu.chosen(index)

            Words {
                height: parent.height
                text: row.modelData.title
                weight: Font.DemiBold
                width: Math.min(implicitWidth, detail.x - x - 6)
                x: 22
            }
            Words {
                id: detail

                color: Theme.text2
                height: parent.height
                maximumLineCount: row.modelData.kind === "refresh" ? 4 : row.modelData.kind === "note" ? 2 : 1
                objectName: "outputDetail_" + row.index
                px: 11
                text: row.modelData.detail
                width: Math.min(implicitWidth, menu.detailWidth)
                wrapMode: row.modelData.kind === "refresh" || row.modelData.kind === "note" ? Text.Wrap : Text.NoWrap
                x: parent.width - width - 8
            }
        }
    }
}
