pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import Mwk.Pages
import MwkViews

// Choose a recording, or a folder of sounds: one folder at a time, or a typed path.
Overlay {
    id: openPage

    required property ConsoleView view
    required property FilesView files
    property bool soundSets: false
    readonly property int rowHeight: 28
    readonly property int listX: 196

    function begin() {
        files.refresh();
        list.currentIndex = files.entries.length > 0 ? 0 : -1;
        show();
        list.forceActiveFocus();
    }
    function choose(row: int) {
        done(files.choose(row));
    }
    function done(path: string) {
        if (path !== "") {
            close();
            view.openRecording(path);
        } else {
            list.currentIndex = files.entries.length > 0 ? 0 : -1;
            list.positionViewAtBeginning();
        }
    }

    leastHeight: 240
    pageHeight: 520
    pageWidth: 860
    title: soundSets ? qsTr("Sound set") : qsTr("Open a recording")

    Column {
        spacing: 4
        width: openPage.listX - 32
        x: 16
        y: 16

        Words {
            color: Theme.text3
            height: 18
            px: 11
            text: qsTr("Places")
            x: 10
        }
        Repeater {
            model: openPage.files.places

            Pressable {
                id: spot

                required property int index
                required property var modelData

                checked: openPage.files.place === index
                height: 30
                label: modelData.name
                objectName: "place_" + index
                tip: ""
                width: openPage.listX - 32

                onPressed: {
                    openPage.files.choosePlace(index);
                    list.currentIndex = openPage.files.entries.length > 0 ? 0 : -1;
                }

                Rectangle {
                    anchors.fill: parent
                    color: spot.checked || spot.hovered ? Theme.bg4 : Theme.none
                    radius: Theme.controlRadius
                }
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.text2
                    icon: spot.modelData.icon
                    size: 15
                    x: 10
                }
                Words {
                    color: spot.checked ? Theme.text1 : Theme.text2
                    height: parent.height
                    px: 13
                    text: spot.modelData.name
                    width: parent.width - x - 6
                    x: 34
                }
            }
        }
    }
    Pressable {
        id: up

        height: 30
        label: qsTr("Folder above")
        objectName: "folderUp"
        width: 30
        x: openPage.listX
        y: 16

        onPressed: {
            openPage.files.up();
            list.currentIndex = openPage.files.entries.length > 0 ? 0 : -1;
        }

        Rectangle {
            anchors.fill: parent
            border.color: Theme.line2
            border.width: 1
            color: up.hovered || up.down ? Theme.bg4 : Theme.bg3
            radius: Theme.controlRadius
        }
        Icon {
            anchors.centerIn: parent
            color: Theme.text1
            icon: "ui/left"
            rotation: 90
            size: 16
        }
    }
    TextField {
        label: qsTr("Folder or file")
        objectName: "path"
        text: openPage.files.folder
        width: parent.width - x - 20
        x: openPage.listX + 38
        y: 16

        onEntered: text => openPage.done(openPage.files.typed(text))
    }
    Rectangle {
        border.color: list.activeFocus ? Theme.info : Theme.line1
        border.width: list.activeFocus ? 2 : 1
        color: Theme.bg1
        height: parent.height - y - 64
        radius: Theme.controlRadius
        width: parent.width - x - 20
        x: openPage.listX
        y: 58

        ListView {
            id: list

            activeFocusOnTab: true
            anchors.fill: parent
            anchors.margins: 4
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            highlightMoveDuration: 0
            keyNavigationEnabled: true
            model: openPage.files.entries
            objectName: "entries"

            delegate: FileRow {
                height: openPage.rowHeight
                width: list.width

                onChosen: openPage.choose(index)
                onSelected: list.currentIndex = index
            }

            Keys.onEnterPressed: openPage.choose(list.currentIndex)
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Backspace) {
                    openPage.files.up();
                    list.currentIndex = openPage.files.entries.length > 0 ? 0 : -1;
                    event.accepted = true;
                }
            }
            Keys.onReturnPressed: openPage.choose(list.currentIndex)
        }
    }
    Words {
        color: Theme.text2
        height: 28
        objectName: "filesNote"
        text: openPage.files.note
        width: (reportButton.visible ? reportButton.x : openButton.x) - x - 12
        x: openPage.listX
        y: parent.height - 48
    }
    PlainButton {
        id: reportButton

        readonly property string file: openPage.files.entries.length > 0 ? openPage.files.fileAt(list.currentIndex) : ""

        label: qsTr("Write the report of the chosen recording")
        locked: file === "" || !openPage.view.canReport
        objectName: "reportChosen"
        text: qsTr("Report")
        visible: !openPage.soundSets
        x: openButton.x - width - 10
        y: parent.height - 48

        onPressed: {
            const file = reportButton.file;
            openPage.close();
            openPage.view.writeReportOf(file);
        }
    }
    PlainButton {
        id: openButton

        locked: openPage.soundSets ? !openPage.files.usable : list.currentIndex < 0
        objectName: "openChosen"
        solid: true
        text: openPage.soundSets ? qsTr("Play with this folder") : qsTr("Open")
        x: parent.width - width - 20
        y: parent.height - 48

        onPressed: {
            if (openPage.soundSets) {
                const folder = openPage.files.folder;
                openPage.close();
                openPage.view.openSounds(folder);
            } else {
                openPage.choose(list.currentIndex);
            }
        }
    }
}
