pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The newest messages, whole rows only. It stops moving under the pointer, so that hide and block
// hit the message that was meant.
Panel {
    id: panel

    required property ConsoleView view
    required property CrowdView crowd
    required property FeedModel feed
    required property QueueModel queue
    required property int rowHeight
    // The page of the messages is open: its list says how many rows there are.
    property bool pageOpen: false
    readonly property bool resting: list.held && rows.count > 0
    readonly property int footHeight: crowd.blocked.length > 0 && bodyHeight >= rowHeight + 36 ? 36 : 0

    signal crowdAsked

    function focusList() {
        (queue.approving ? waiting : list).forceActiveFocus(Qt.ShortcutFocusReason);
    }

    figure: queue.approving ? queue.waiting : resting || view.staleText !== "" ? "" : view.rateText
    note: queue.approving ? (Metrics.slim ? qsTr("wait") : qsTr("wait \u00B7 %1/s").arg(view.rateText)) : resting ? (Metrics.narrow ? qsTr("held") : qsTr("held while you point")) : view.staleText !== "" ? view.feedStaleText : Metrics.narrow ? qsTr("/s") : crowd.blocked.length > 0 ? qsTr("per second \u00B7 %1").arg(crowd.blockedText) : qsTr("per second")
    noteInk: view.staleText === "" ? Theme.text3 : Theme.warn
    objectName: "feed"
    title: qsTr("Feed")

    onRestingChanged: feed.rest(resting)

    head: Row {
        spacing: 6

        SegmentedControl {
            current: panel.queue.approving ? 1 : 0
            implicitHeight: Math.min(26, panel.headHeight - 2)
            label: qsTr("Messages on the stage")
            locked: panel.view.locked
            objectName: "messageMode"
            partWidth: Metrics.slim ? 30 : 62
            words: Metrics.slim ? [qsTr("O"), qsTr("A")] : [qsTr("Open"), qsTr("Approve")]

            onChosen: place => panel.queue.setApprove(place === 1)
        }
        Pressable {
            id: crowdButton

            height: Math.min(26, panel.headHeight - 2)
            key: qsTr("Ctrl") + " G"
            label: qsTr("Crowd: vote limit, blocked users, page")
            locked: panel.view.locked
            objectName: "crowdButton"
            width: crowdWords.implicitWidth + 16

            onPressed: panel.crowdAsked()

            Rectangle {
                anchors.fill: parent
                border.color: crowdButton.locked ? Theme.line1 : Theme.line2
                border.width: 1
                color: crowdButton.hovered || crowdButton.down ? Theme.bg4 : Theme.none
                radius: Theme.controlRadius
            }
            Words {
                id: crowdWords

                anchors.centerIn: parent
                color: crowdButton.locked ? Theme.text3 : Theme.text2
                px: 11
                text: "\u2026"
            }
        }
    }

    QueueList {
        id: waiting

        height: panel.bodyHeight
        locked: panel.view.locked
        queue: panel.queue
        ruling: !panel.pageOpen
        visible: panel.queue.approving
        width: panel.width
    }
    FocusScope {
        id: list

        readonly property bool locked: panel.view.locked
        readonly property bool selfFocus: activeFocus && Window.activeFocusItem === list
        readonly property Item current: rows.currentItem
        readonly property bool pointedAt: pointer.hovered || activeFocus && !locked
        // Only rows can be held: a pointer that lay here before the first message holds nothing until
        // it moves, and a focus that was here nothing until a key is pressed.
        property bool held: false

        function hold() {
            held = held || pointedAt && rows.count > 0;
        }

        Accessible.focusable: true
        Accessible.name: qsTr("Messages: arrows choose, H hides, X blocks")
        Accessible.role: Accessible.List
        activeFocusOnTab: !locked && rows.count > 0 || activeFocus
        height: Math.floor((panel.bodyHeight - panel.footHeight) / panel.rowHeight) * panel.rowHeight
        objectName: "feedFocus"
        visible: !panel.queue.approving
        width: panel.width

        onPointedAtChanged: {
            held = false;
            hold();
        }
        Keys.onPressed: event => {
            list.hold();
            if (list.locked || event.modifiers & (Qt.ControlModifier | Qt.AltModifier))
                return;
            const shown = Math.floor(list.height / panel.rowHeight);
            if (event.key === Qt.Key_Down)
                rows.currentIndex = Math.min(rows.currentIndex + 1, Math.min(shown, rows.count) - 1);
            else if (event.key === Qt.Key_Up)
                rows.currentIndex = Math.max(rows.currentIndex - 1, 0);
            else if (event.key === Qt.Key_H || event.key === Qt.Key_X) {
                if (!event.isAutoRepeat && rows.currentItem !== null)
                    rows.act(panel.feed.serialAt(rows.currentIndex), event.key === Qt.Key_X);
            } else
                return;
            event.accepted = true;
        }
        onActiveFocusChanged: {
            if (activeFocus && rows.currentIndex < 0)
                rows.currentIndex = 0;
            rows.tellSelected();
        }

        HoverHandler {
            id: pointer

            // Rows that come under a pointer make events, too: only another place is a movement.
            property point at: Qt.point(-1, -1)

            onPointChanged: {
                const there = point.scenePosition;
                if (there.x === at.x && there.y === at.y)
                    return;
                at = there;
                list.hold();
            }
        }
        ListView {
            id: rows

            // A controller's buttons hide or block this message.
            function tellSelected() {
                panel.crowd.selectRow(list.activeFocus ? rows.currentIndex : -1);
            }
            function act(serial: int, block: bool) {
                list.forceActiveFocus(Qt.OtherFocusReason);
                if (block)
                    panel.crowd.block(serial);
                else
                    panel.crowd.hide(serial);
            }

            anchors.fill: parent
            // Nothing scrolls here, so rows out of sight are not made.
            cacheBuffer: 0
            clip: true
            currentIndex: 0
            highlightFollowsCurrentItem: false
            interactive: false
            model: panel.feed
            objectName: "feedList"

            onCountChanged: {
                if (count === 0)
                    list.held = false;
            }
            onCurrentIndexChanged: rows.tellSelected()

            delegate: FeedRow {
                current: list.activeFocus && index >= 0 && ListView.isCurrentItem
                height: panel.rowHeight
                locked: list.locked
                width: ListView.view.width

                onBlockAsked: serial => rows.act(serial, true)
                onHideAsked: serial => rows.act(serial, false)
            }
        }
        FocusRing {
            anchors.margins: 2
            visible: list.selfFocus
        }
    }
    Words {
        anchors.centerIn: parent
        color: Theme.text3
        text: qsTr("#%1 + a word").arg(panel.view.hashtag)
        visible: rows.count === 0 && !panel.queue.approving
    }
    Item {
        height: panel.footHeight
        objectName: "feedFoot"
        visible: panel.footHeight > 0 && !panel.queue.approving
        width: panel.width
        y: panel.bodyHeight - panel.footHeight

        Rectangle {
            color: Theme.line1
            height: 1
            width: parent.width
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text3
            icon: "ui/block"
            size: 14
            x: 13
        }
        Words {
            color: Theme.text2
            height: parent.height
            objectName: "feedFootText"
            text: panel.crowd.lastBlocked === "" ? panel.crowd.blockedText : qsTr("%1 blocked, counts nowhere").arg(panel.crowd.lastBlocked)
            width: undoBlock.x - x - 8
            x: 34
        }
        PlainButton {
            id: undoBlock

            anchors.verticalCenter: parent.verticalCenter
            icon: panel.crowd.lastBlocked === "" ? "" : "ui/undo"
            label: panel.crowd.lastBlocked === "" ? qsTr("Show the blocked users") : qsTr("Unblock %1").arg(panel.crowd.lastBlocked)
            locked: panel.view.locked
            objectName: "undoBlock"
            text: panel.crowd.lastBlocked === "" ? qsTr("Show\u2026") : qsTr("Undo")
            x: parent.width - width - 9

            onPressed: {
                if (panel.crowd.lastBlocked === "")
                    panel.crowdAsked();
                else
                    panel.crowd.undoBlock();
            }
        }
    }
}
