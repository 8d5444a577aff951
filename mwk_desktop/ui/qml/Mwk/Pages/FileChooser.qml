pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Choose a folder or a file for a setting, over its page. Enter goes into a folder or takes a file,
// Backspace goes up, Esc leaves.
FocusScope {
    id: chooser

    required property FilesView files
    required property bool folders
    property string label: ""

    signal chosen(string path)
    signal dismissed

    function begin() {
        list.currentIndex = 0;
        list.forceActiveFocus(Qt.PopupFocusReason);
    }
    function goUp() {
        files.up();
        list.currentIndex = 0;
    }
    function choose(row: int) {
        const path = files.choose(row);
        list.currentIndex = 0;
        if (path !== "")
            chosen(path);
    }

    Accessible.name: label
    Accessible.role: Accessible.Dialog
    anchors.fill: parent
    objectName: "fileChooser"
    z: 60

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape)
            chooser.dismissed();
        if (event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab)
            event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true

            onPressed: chooser.dismissed()
            onWheel: event => event.accepted = true
        }
    }
    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.line2
        border.width: 1
        color: Theme.bg3
        height: Math.min(parent.height - 24, 440)
        radius: 8
        width: Math.min(parent.width - 24, 620)

        MouseArea {
            anchors.fill: parent
        }
        FocusEdge {
            id: head

            other: tail
        }
        Words {
            height: 30
            px: 13
            text: chooser.label
            weight: Font.DemiBold
            width: parent.width - 32
            x: 16
            y: 8
        }
        PageButton {
            id: up

            label: qsTr("Folder above")
            objectName: "chooserUp"
            text: "\u2191"
            x: 16
            y: 42

            onPressed: chooser.goUp()
        }
        Words {
            color: Theme.text2
            height: 30
            objectName: "chooserFolder"
            text: chooser.files.folder
            width: parent.width - x - 16
            x: up.x + up.width + 10
            y: 42
        }
        Rectangle {
            border.color: list.activeFocus ? Theme.info : Theme.line1
            border.width: list.activeFocus ? 2 : 1
            color: Theme.bg1
            height: parent.height - y - 56
            radius: Theme.controlRadius
            width: parent.width - 32
            x: 16
            y: 80

            ListView {
                id: list

                Accessible.name: chooser.files.folder
                Accessible.role: Accessible.List
                activeFocusOnTab: true
                anchors.fill: parent
                anchors.margins: 4
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                highlightMoveDuration: 0
                keyNavigationEnabled: true
                model: chooser.files.entries
                objectName: "chooserEntries"

                delegate: FileRow {
                    height: 26
                    width: list.width

                    onChosen: chooser.choose(index)
                    onSelected: list.currentIndex = index
                }

                Keys.onEnterPressed: chooser.choose(currentIndex)
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_Backspace) {
                        chooser.goUp();
                        event.accepted = true;
                    }
                }
                Keys.onReturnPressed: chooser.choose(currentIndex)
            }
        }
        Words {
            color: Theme.text2
            height: 30
            objectName: "chooserNote"
            text: chooser.files.note
            width: parent.width - 32 - actions.width - 12
            x: 16
            y: parent.height - 44
        }
        Row {
            id: actions

            spacing: 8
            x: parent.width - width - 16
            y: parent.height - 44

            PageButton {
                objectName: "chooserCancel"
                text: qsTr("Cancel")

                onPressed: chooser.dismissed()
            }
            PageButton {
                objectName: "chooserUse"
                solid: true
                text: qsTr("Use this folder")
                visible: chooser.folders

                onPressed: chooser.chosen(chooser.files.folder)
            }
        }
        FocusEdge {
            id: tail

            last: true
            other: head
        }
    }
}
