pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import Mwk.Pages
import MwkViews

// The words that keep a message or a name off the stage: what is typed is looked for, and added.
Column {
    id: part

    required property CrowdView crowd
    property bool locked: false
    readonly property int rowHeight: 28
    readonly property int shownRows: Math.min(4, crowd.words.length)

    spacing: 8

    function addTyped() {
        if (crowd.addWord(field.text)) {
            field.text = "";
            crowd.filterWords("");
        }
    }

    Row {
        height: 18
        spacing: 8

        Words {
            height: parent.height
            text: qsTr("Word list")
            weight: Font.DemiBold
        }
        Words {
            color: Theme.text3
            height: parent.height
            objectName: "wordsText"
            text: qsTr("%1, in texts and names").arg(part.crowd.wordsText)
        }
    }
    Row {
        spacing: 8
        width: parent.width

        TextField {
            id: field

            hint: qsTr("A word; one with * at its end has any ending")
            label: qsTr("A word to find or to add")
            locked: part.locked
            maximumLength: 80
            objectName: "newWord"
            width: parent.width - addButton.width - 8

            onEdited: text => part.crowd.filterWords(text)
            onEntered: part.addTyped()
        }
        PlainButton {
            id: addButton

            height: 30
            icon: "ui/plus"
            label: qsTr("Add this word to the list")
            locked: part.locked || field.text.trim() === ""
            objectName: "addWord"
            text: qsTr("Add")

            onPressed: part.addTyped()
        }
    }
    Rectangle {
        border.color: Theme.line1
        border.width: 1
        color: Theme.bg1
        height: part.shownRows * part.rowHeight + 2
        radius: Theme.controlRadius
        visible: part.shownRows > 0
        width: parent.width

        ListView {
            anchors.fill: parent
            anchors.margins: 1
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: part.crowd.words
            objectName: "wordList"

            delegate: Item {
                id: row

                required property int index
                required property var modelData

                Accessible.name: modelData.word
                Accessible.role: Accessible.ListItem
                height: part.rowHeight
                width: ListView.view.width

                Words {
                    color: Theme.text2
                    height: parent.height
                    text: row.modelData.word
                    width: remove.x - x - 8
                    x: 13
                }
                QueueButton {
                    id: remove

                    anchors.verticalCenter: parent.verticalCenter
                    framed: false
                    height: 24
                    icon: "ui/x"
                    label: qsTr("Take %1 from the list").arg(row.modelData.word)
                    locked: part.locked
                    objectName: "removeWord_" + row.index
                    x: parent.width - width - 6

                    onActiveFocusChanged: {
                        if (activeFocus)
                            row.ListView.view.positionViewAtIndex(row.index, ListView.Contain);
                    }
                    onPressed: part.crowd.removeWord(row.modelData.place)
                }
            }
        }
    }
    Words {
        color: part.crowd.wordsProblem === "" ? Theme.text3 : Theme.bad
        elide: part.crowd.wordsProblem === "" ? Text.ElideMiddle : Text.ElideRight
        height: 16
        objectName: "wordsFile"
        px: 11
        text: part.crowd.wordsProblem === "" ? part.crowd.wordsFile : part.crowd.wordsProblem
        visible: text !== ""
        width: parent.width
    }
}
