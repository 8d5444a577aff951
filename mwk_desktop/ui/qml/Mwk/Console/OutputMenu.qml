pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The outputs, silence, and a row that looks for new outputs.
FocusScope {
    id: menu

    required property OutputsView outputs
    property bool open: false
    property int at: 0
    property string atName: ""
    property point corner
    readonly property int rowHeight: 28
    // The row that looks again says why there are no outputs, in up to four lines.
    readonly property int lastHeight: Math.max(rowHeight, Math.ceil(reason.implicitHeight) + 12)
    readonly property int detailWidth: 280

    function show(anchor: Item) {
        corner = anchor.mapToItem(menu, anchor.width, -4);
        go(outputs.chosen);
        outputs.refresh();
        open = true;
        forceActiveFocus();
    }
    function close() {
        if (open) {
            open = false;
        }
    }
    function go(row: int) {
        at = Math.max(0, Math.min(outputs.rows.length - 1, row));
        atName = outputs.rows[at].name;
    }
    function choose(row: int) {
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

    Accessible.name: qsTr("Sound outputs")
    Accessible.role: Accessible.PopupMenu
    objectName: "outputMenu"
    visible: open

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape)
            menu.close();
        else if (event.key === Qt.Key_Down)
            menu.go(menu.at + 1);
        else if (event.key === Qt.Key_Up)
            menu.go(menu.at - 1);
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !event.isAutoRepeat)
            menu.choose(menu.at);
        event.accepted = true;
    }

    Connections {
        // A list that changes must not put another output under the pointer.
        function onRowsChanged() {
            const row = menu.outputs.rows.findIndex(facts => facts.name === menu.atName);
            menu.go(row < 0 ? menu.outputs.chosen : row);
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
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true

        onClicked: menu.close()
        onWheel: event => event.accepted = true
    }
    Rectangle {
        border.color: Theme.line2
        border.width: 1
        color: Theme.bg4
        height: list.height + 8
        objectName: "outputBox"
        radius: Theme.panelRadius
        width: 440
        x: Math.max(8, Math.min(menu.width - width - 8, menu.corner.x - width))
        y: Math.max(8, Math.min(menu.height - height, menu.corner.y - height))

        ListView {
            id: list

            boundsBehavior: Flickable.StopAtBounds
            clip: true
            currentIndex: menu.at
            height: Math.min((menu.outputs.rows.length - 1) * menu.rowHeight + menu.lastHeight, menu.height - 32)
            highlightMoveDuration: 0
            model: menu.outputs.rows
            width: parent.width - 8
            x: 4
            y: 4

            delegate: Item {
                id: row

                required property int index
                required property var modelData
                readonly property bool chosen: menu.outputs.chosen === index

                Accessible.checkable: modelData.kind !== "refresh" && modelData.kind !== "note"
                Accessible.checked: chosen
                Accessible.description: modelData.detail
                Accessible.name: modelData.title
                Accessible.onPressAction: menu.choose(index)
                Accessible.role: Accessible.MenuItem
                height: modelData.kind === "refresh" ? menu.lastHeight : menu.rowHeight
                objectName: "output_" + index
                width: ListView.view.width

                Rectangle {
                    anchors.fill: parent
                    border.color: Theme.info
                    border.width: menu.at === row.index ? 2 : 0
                    color: mouse.containsMouse ? Theme.line2 : Theme.none
                    radius: Theme.controlRadius
                }
                Rectangle {
                    color: Theme.text1
                    height: 6
                    radius: 3
                    visible: row.chosen
                    width: 6
                    x: 8
                    y: 11
                }
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
                MouseArea {
                    id: mouse

                    anchors.fill: parent
                    hoverEnabled: true

                    onClicked: menu.choose(row.index)
                }
            }
        }
    }
}
