pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The stage: whether it is open and where, what it shows; behind a tab the leaderboard, where that
// has no panel of its own.
Panel {
    id: panel

    required property ConsoleView view
    property bool stageOpen: false
    property bool stageLost: false
    // The screen that it is on; empty: it is in a window.
    property string stageName: ""
    property bool boardAsked: false
    readonly property bool tabbed: !Metrics.boardShown
    readonly property bool board: tabbed && boardAsked

    signal stageAsked

    objectName: "stagePanel"
    title: tabbed ? "" : qsTr("Stage")

    component Tab: Pressable {
        id: tab

        required property string text
        property bool on: false

        checked: on
        height: Math.min(28, panel.headHeight - 2)
        label: text
        width: words.implicitWidth + 14

        Words {
            id: words

            anchors.centerIn: parent
            color: tab.on ? Theme.text1 : tab.hovered ? Theme.text2 : Theme.text3
            px: 13
            text: tab.text
            weight: Font.DemiBold
        }
        Rectangle {
            color: Theme.text1
            height: 2
            visible: tab.on
            width: words.implicitWidth
            x: 7
            y: panel.headHeight - 2
        }
    }

    head: [
        Row {
            id: tabs

            visible: panel.tabbed
            x: 4 - parent.x
            y: 1 - parent.y

            Tab {
                objectName: "stageTab"
                on: !panel.boardAsked
                text: qsTr("Stage")

                onPressed: panel.boardAsked = false
            }
            Tab {
                objectName: "boardTab"
                on: panel.boardAsked
                text: qsTr("Board")

                onPressed: panel.boardAsked = true
            }
        },
        Pressable {
            id: open

            readonly property alias text: words.text

            checked: panel.stageOpen
            height: Math.min(28, panel.headHeight - 2)
            key: "S"
            label: panel.stageLost ? qsTr("Open the stage: its screen is gone") : panel.stageOpen ? qsTr("Close the stage") : qsTr("Open the stage")
            locked: panel.view.locked
            objectName: "stage"
            width: words.x + words.width + cap.width + 9
            x: panel.width - width - 6 - parent.x
            y: Math.floor((panel.headHeight - height) / 2) - parent.y

            onPressed: panel.stageAsked()

            LearnRing {
                action: "stage.window"
                label: open.label
            }

            Rectangle {
                anchors.fill: parent
                color: open.hovered || open.down ? Theme.bg4 : Theme.none
                radius: Theme.controlRadius
            }
            HealthMark {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                kind: panel.stageLost ? "bad" : panel.stageOpen ? "ok" : "off"
                x: 6
            }
            Words {
                id: fullName

                text: panel.stageOpen && !panel.stageLost ? panel.stageName : ""
                visible: false
            }
            Words {
                id: screenName

                // Beside the tabs.
                readonly property real room: panel.width - (panel.tabbed ? tabs.width + 12 : 70) - mark.width - words.implicitWidth - cap.width - 31

                color: Theme.text2
                height: parent.height
                objectName: "stageScreenName"
                text: fullName.text
                visible: text !== "" && room >= 40
                width: visible ? Math.min(Math.ceil(fullName.implicitWidth), room) : 0
                x: mark.width + 11
            }
            Words {
                id: words

                color: screenName.width > 0 ? Theme.text3 : Theme.text2
                height: parent.height
                objectName: "stageState"
                text: panel.stageLost ? qsTr("No screen") : panel.stageOpen ? qsTr("open") : qsTr("closed")
                width: Math.min(implicitWidth, 150)
                x: screenName.x + (screenName.width > 0 ? screenName.width + 5 : 0)
            }
            KeyCap {
                id: cap

                anchors.verticalCenter: parent.verticalCenter
                text: "S"
                x: parent.width - width - 4
            }
        }
    ]

    StageControls {
        anchors.fill: parent
        stageLost: panel.stageLost
        stageOpen: panel.stageOpen
        view: panel.view
        visible: !panel.board
    }
    LeaderRows {
        anchors.fill: parent
        objectName: "board"
        padTop: Metrics.compact ? 0 : 4
        rowHeight: Metrics.compact ? 22 : 28
        rows: 3
        tight: true
        view: panel.view
        visible: panel.board
    }
}
