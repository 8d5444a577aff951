pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The messages that wait: a page that holds still, and what is done with all of it.
FocusScope {
    id: list

    required property QueueModel queue
    property bool locked: false
    // On the page of its own: larger rows of buttons, and all keys are the list's.
    property bool roomy: false
    // Only one list at a time says how many rows a page has.
    property bool ruling: true
    readonly property int rowHeight: 42
    readonly property int footHeight: roomy ? 44 : 34
    readonly property int shown: Math.max(1, Math.floor((height - footHeight) / rowHeight))
    readonly property bool selfFocus: activeFocus && Window.activeFocusItem === list

    Accessible.focusable: true
    Accessible.name: qsTr("Messages to approve, %1 wait: arrows up and down choose, right approves, left refuses").arg(list.queue.waiting)
    Accessible.role: Accessible.List
    activeFocusOnTab: !locked && rows.count > 0 || activeFocus
    objectName: "queueFocus"

    signal hideAsked

    function tellRows() {
        if (ruling)
            queue.setPageSize(shown);
    }

    Component.onCompleted: tellRows()
    // Later: the page changes what the size may depend on.
    onRulingChanged: Qt.callLater(list.tellRows)
    onShownChanged: Qt.callLater(list.tellRows)
    onActiveFocusChanged: {
        if (activeFocus && rows.currentIndex < 0)
            rows.currentIndex = 0;
        rows.tellSelected();
    }

    Keys.onPressed: event => {
        if (list.roomy && event.key === Qt.Key_Z && event.modifiers === Qt.ControlModifier) {
            list.queue.undoDecision();
            event.accepted = true;
        }
        if (list.locked || event.modifiers & (Qt.ControlModifier | Qt.AltModifier))
            return;
        const all = event.modifiers & Qt.ShiftModifier;
        if (event.key === Qt.Key_Down)
            rows.currentIndex = Math.min(rows.currentIndex + 1, rows.count - 1);
        else if (event.key === Qt.Key_Up)
            rows.currentIndex = Math.max(rows.currentIndex - 1, 0);
        else if (event.key === Qt.Key_Right && !event.isAutoRepeat)
            all ? list.queue.approveClean() : rows.decide(true);
        else if (event.key === Qt.Key_Left && !event.isAutoRepeat)
            all ? list.queue.refuseMarked() : rows.decide(false);
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !event.isAutoRepeat && list.selfFocus)
            list.queue.nextPage();
        else if (event.key === Qt.Key_X && !event.isAutoRepeat)
            list.queue.block(rows.currentIndex);
        else if (event.key === Qt.Key_H && list.roomy && !event.isAutoRepeat)
            list.hideAsked();
        else if (event.key !== Qt.Key_Right && event.key !== Qt.Key_Left && event.key !== Qt.Key_H)
            return;
        event.accepted = true;
    }

    ListView {
        id: rows

        function tellSelected() {
            list.queue.selectRow(list.activeFocus ? rows.currentIndex : -1);
        }
        // Then the next one that is not decided.
        function decide(approve: bool) {
            const row = rows.currentIndex;
            if (approve)
                list.queue.approve(row);
            else
                list.queue.refuse(row);
            for (let step = 1; step < rows.count; step++) {
                const next = (row + step) % rows.count;
                if (list.queue.serialAt(next) >= 0) {
                    rows.currentIndex = next;
                    return;
                }
            }
        }

        cacheBuffer: 0
        clip: true
        currentIndex: 0
        height: list.shown * list.rowHeight
        highlightFollowsCurrentItem: false
        interactive: false
        model: list.queue
        objectName: "queueList"
        width: parent.width

        onCurrentIndexChanged: rows.tellSelected()

        delegate: QueueRow {
            current: list.activeFocus && index >= 0 && ListView.isCurrentItem
            height: list.rowHeight
            locked: list.locked
            roomy: list.roomy
            width: ListView.view.width

            onBlockAsked: row => {
                rows.currentIndex = row;
                list.queue.block(row);
            }
            onApproveAsked: row => {
                rows.currentIndex = row;
                list.queue.approve(row);
            }
            onRefuseAsked: row => {
                rows.currentIndex = row;
                list.queue.refuse(row);
            }
        }
    }
    Words {
        anchors.centerIn: rows
        color: Theme.text3
        text: qsTr("Nothing waits")
        visible: rows.count === 0
    }
    Row {
        height: list.footHeight
        spacing: 6
        x: 9
        y: parent.height - height

        PlainButton {
            anchors.verticalCenter: parent.verticalCenter
            icon: "ui/check"
            key: "\u21e7\u2192"
            label: qsTr("Approve all of this page without a listed word")
            locked: list.locked || list.queue.clean === 0
            objectName: "approveAll"
            text: list.roomy ? qsTr("Approve %1 clean").arg(list.queue.clean) : qsTr("Approve %1").arg(list.queue.clean)

            onPressed: list.queue.approveClean()
        }
        PlainButton {
            anchors.verticalCenter: parent.verticalCenter
            icon: "ui/x"
            key: "\u21e7\u2190"
            label: qsTr("Refuse all of this page with a listed word")
            locked: list.locked || list.queue.marked === 0
            objectName: "refuseMarked"
            text: list.roomy ? qsTr("Refuse %1 marked").arg(list.queue.marked) : qsTr("Refuse %1").arg(list.queue.marked)

            onPressed: list.queue.refuseMarked()
        }
        PlainButton {
            anchors.verticalCenter: parent.verticalCenter
            label: qsTr("Next page of waiting messages")
            locked: list.locked || rows.count === 0
            key: list.roomy ? "\u21b5" : ""
            objectName: "nextPage"
            text: list.roomy ? qsTr("Next page") : qsTr("Next")
            visible: list.roomy || !Metrics.slim

            onPressed: list.queue.nextPage()
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text3
            leftPadding: 6
            text: qsTr("the page holds still")
            visible: list.roomy && !Metrics.slim
        }
    }
    FocusRing {
        anchors.margins: 2
        visible: list.selfFocus
    }
}
