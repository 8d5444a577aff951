pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Queries to choose from: the ready ones, or those that were run before.
Item {
    id: side

    required property QueryView view
    property bool past: false
    readonly property var offered: past ? view.history : view.ready

    // A query was chosen: its text.
    signal used(string text)

    Choice {
        id: lists

        choices: ["ready", "past"]
        label: qsTr("Queries")
        objectName: "queryLists"
        value: side.past ? "past" : "ready"
        words: [qsTr("Ready to run"), qsTr("History")]

        onChosen: value => side.past = value === "past"
    }
    Words {
        anchors.top: list.top
        color: Theme.text3
        height: 30
        text: side.past ? qsTr("Nothing was run yet.") : qsTr("No ready queries here.")
        visible: side.offered.length === 0
    }
    ListView {
        id: list

        Accessible.name: qsTr("Queries")
        Accessible.role: Accessible.List
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: 40
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: side.offered
        objectName: "queryList"
        spacing: 8

        delegate: Pressable {
            id: entry

            required property int index
            required property var modelData

            function use() {
                side.used(side.past ? side.view.useHistory(index) : side.view.useReady(index));
            }

            height: texts.height + 18
            label: modelData.title
            objectName: "query_" + index
            ringed: false
            width: list.width

            onActiveFocusChanged: {
                if (activeFocus)
                    list.positionViewAtIndex(index, ListView.Contain);
            }
            onPressed: use()

            Rectangle {
                anchors.fill: parent
                border.color: entry.activeFocus ? Theme.info : Theme.line2
                border.width: entry.activeFocus ? 2 : 1
                color: entry.hovered || entry.down ? Theme.bg4 : Theme.bg3
                radius: Theme.controlRadius
            }
            Column {
                id: texts

                anchors.left: parent.left
                anchors.margins: 10
                anchors.right: parent.right
                spacing: 2
                y: 8

                Words {
                    elide: Text.ElideRight
                    font.family: side.past ? side.view.mono : Theme.family
                    maximumLineCount: 2
                    px: side.past ? 12 : 13
                    text: entry.modelData.title
                    weight: side.past ? Font.Normal : Font.DemiBold
                    width: parent.width
                    wrapMode: Text.Wrap
                }
                Words {
                    color: Theme.text2
                    elide: Text.ElideNone
                    maximumLineCount: 4
                    text: entry.modelData.explanation ?? ""
                    visible: text !== ""
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
