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
    readonly property int previewWidth: soundSets ? 0 : Metrics.slim ? 232 : 280
    // Where the list ends.
    readonly property int edge: 20 + (soundSets ? 0 : previewWidth + 16)
    property bool endsShow: false

    function begin() {
        files.refresh();
        toTop();
        endsShow = view.endsShow();
        show();
        list.forceActiveFocus();
    }
    function toTop() {
        list.currentIndex = files.entries.length > 0 ? 0 : -1;
        files.select(list.currentIndex);
    }
    function choose(row: int) {
        done(files.choose(row));
    }
    function done(path: string) {
        if (path !== "") {
            close();
            view.notePageClosed();
            view.offerRecording(path);
        } else {
            toTop();
            list.positionViewAtBeginning();
        }
    }

    leastHeight: 240
    pageHeight: soundSets ? 520 : 720
    pageWidth: soundSets ? 860 : 1320
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
                    openPage.toTop();
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
            openPage.toTop();
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
        width: parent.width - x - openPage.edge
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
        width: parent.width - x - openPage.edge
        x: openPage.listX
        y: 58

        FileRow {
            Accessible.ignored: true
            columns: true
            enabled: false
            height: 28
            index: -1
            cells: ({
                    "recorded": qsTr("recorded"),
                    "length": qsTr("length"),
                    "tweets": qsTr("tweets")
                })
            modelData: ({
                    "name": qsTr("name"),
                    "size": qsTr("size"),
                    "gone": false,
                    "folder": false
                })
            objectName: "fileHead"
            visible: !openPage.soundSets
            width: list.width
            x: 4
        }
        Rectangle {
            color: Theme.line1
            height: 1
            visible: !openPage.soundSets
            width: parent.width
            y: 28
        }

        ListView {
            id: list

            activeFocusOnTab: true
            anchors.fill: parent
            anchors.margins: 4
            anchors.topMargin: openPage.soundSets ? 4 : 32
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            highlightMoveDuration: 0
            keyNavigationEnabled: true
            model: openPage.files.entries
            objectName: "entries"

            delegate: FileRow {
                cells: openPage.files.cells[index] ?? ({})
                columns: !openPage.soundSets
                height: openPage.rowHeight
                width: list.width

                onChosen: openPage.choose(index)
                onSelected: list.currentIndex = index
            }

            onCurrentIndexChanged: {
                if (openPage.open)
                    openPage.files.select(currentIndex);
            }

            Keys.onEnterPressed: openPage.choose(list.currentIndex)
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Backspace) {
                    openPage.files.up();
                    openPage.toTop();
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
        text: openPage.files.note !== "" || openPage.soundSets || !openPage.endsShow ? openPage.files.note : qsTr("The show ends when a recording opens: it asks first.")
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
            openPage.view.writeReportOf(reportButton.file);
        }
    }
    PlainButton {
        id: openButton

        locked: openPage.soundSets ? !openPage.files.usable : list.currentIndex < 0
        objectName: "openChosen"
        solid: true
        text: openPage.soundSets ? qsTr("Play with this folder") : qsTr("Open")
        x: parent.width - width - openPage.edge
        y: parent.height - 48

        onPressed: {
            if (openPage.soundSets) {
                const folder = openPage.files.folder;
                openPage.close();
                openPage.view.notePageClosed();
                openPage.view.openSounds(folder);
            } else {
                openPage.choose(list.currentIndex);
            }
        }
    }
    RecordingPreview {
        facts: openPage.files.preview
        height: parent.height - 36
        visible: !openPage.soundSets
        width: openPage.previewWidth
        x: parent.width - width - 20
        y: 16
    }
}
