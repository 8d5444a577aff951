pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// All settings as a form, one group at a time or what a search finds; changes are saved in mwk.toml.
PageFrame {
    id: settings

    required property SettingsView view
    required property RowsModel rows
    readonly property int navWidth: 176
    readonly property bool narrow: body.width < 1100
    // All groups stand below each other, also on a small screen.
    readonly property int tabPitch: Math.min(34, Math.floor((body.height - 20) / Math.max(1, view.groups.length)))

    first: tabs.count > 0 ? tabs.itemAt(view.group) : null
    objectName: "settingsPage"
    pageHeight: 720
    pageWidth: 1320
    title: qsTr("Settings")

    Component.onCompleted: view.opened()

    function browse(name: string, label: string, value: string, folders: bool) {
        view.browse(value, folders);
        const asked = settings.Window.window.activeFocusItem;
        const list = choosers.createObject(settings, {
            "asked": asked,
            "files": folders ? view.folders : view.files,
            "folders": folders,
            "label": label,
            "name": name
        }) as FileChooser;
        list.begin();
    }

    Component {
        id: choosers

        FileChooser {
            id: chooser

            property string name: ""
            property Item asked: null

            function leave() {
                if (asked)
                    asked.forceActiveFocus(Qt.PopupFocusReason);
                destroy();
            }

            onChosen: path => {
                settings.view.change(name, path);
                leave();
            }
            onDismissed: leave()
        }
    }
    TextField {
        id: search

        hint: qsTr("Search…")
        label: qsTr("Search the settings")
        objectName: "settingsSearch"
        parent: settings.headItem
        width: 200
        x: parent.width - width - 52
        y: 9

        Component.onCompleted: text = settings.view.search
        onEdited: text => settings.view.find(text)

        Connections {
            function onSearchChanged() {
                if (settings.view.search === "" && search.text.trim() !== "")
                    search.text = "";
            }

            target: settings.view
        }
    }
    Column {
        spacing: Math.max(0, Math.min(4, settings.tabPitch - 30))
        width: settings.navWidth
        x: 12
        y: 12

        Repeater {
            id: tabs

            model: settings.view.groups

            SettingsTab {
                required property int index
                required property var modelData

                Accessible.description: wrong ? qsTr("something is wrong here") : ""
                height: Math.max(24, Math.min(30, settings.tabPitch))
                label: modelData.title
                objectName: "section_" + index
                // A page that closes is not there any more before its rows are gone.
                picked: index === settings?.view.group && settings?.view.search === ""
                width: settings.navWidth
                wrong: modelData.wrong

                Keys.onDownPressed: settings.view.choose(index + 1)
                Keys.onUpPressed: settings.view.choose(index - 1)
                onPressed: settings.view.choose(index)
                onPickedChanged: {
                    if (picked && settings.activeFocus && !search.input.activeFocus)
                        forceActiveFocus(Qt.TabFocusReason);
                }
            }
        }
    }
    Rectangle {
        color: Theme.line1
        height: parent.height - 44
        width: 1
        x: settings.navWidth + 20
    }
    PageBody {
        id: list

        height: parent.height - y - 46
        leastHeight: column.height + 8
        objectName: "settingsList"
        width: parent.width - x - 16
        x: settings.navWidth + 36
        y: 12

        Column {
            id: column

            width: parent.width - 10

            Column {
                id: kafkaRows

                bottomPadding: 12
                objectName: "kafkaChecked"
                visible: settings.view.kafkaShown && (settings.view.checking || settings.view.findings.length > 0)
                width: parent.width

                Words {
                    color: Theme.text2
                    height: 28
                    objectName: "kafkaChecking"
                    text: qsTr("Checking Kafka with these settings…")
                    visible: settings.view.checking
                    x: 8
                }
                Repeater {
                    model: settings.view.checking ? [] : settings.view.findings

                    FindingRow {
                        required property var modelData

                        finding: modelData
                        titleWidth: 130
                        width: kafkaRows.width
                        wordShown: !settings.narrow
                    }
                }
            }
            Repeater {
                id: found

                model: settings.rows

                FocusScope {
                    id: place

                    required property var row

                    height: editor.height
                    width: column.width

                    onActiveFocusChanged: {
                        if (activeFocus)
                            list.reveal(place);
                    }

                    SettingEditor {
                        id: editor

                        facts: place.row
                        mono: settings.view.mono
                        narrow: settings.narrow
                        view: settings.view
                        width: parent.width

                        onBrowseAsked: (name, label, value, folders) => settings.browse(name, label, value, folders)
                        onChanged: (name, value) => settings.view.change(name, value)
                        onListOpened: settings.view.lookAgain()
                        onResetAsked: name => settings.view.reset(name)
                    }
                }
            }
            Words {
                color: Theme.text2
                height: 40
                objectName: "settingsNothing"
                text: qsTr("No setting has these words.")
                visible: settings.view.search !== "" && found.count === 0
            }
        }
    }
    Rectangle {
        color: Theme.line1
        height: 1
        width: parent.width - x
        x: settings.navWidth + 20
        y: parent.height - 45
    }
    Words {
        Accessible.role: Accessible.StaticText
        color: settings.view.problem !== "" ? Theme.bad : Theme.text2
        height: 30
        objectName: "settingsNote"
        text: settings.view.problem !== "" ? settings.view.problem : qsTr("Kept in %1; comments stay. Enter keeps what was typed.").arg(settings.view.path)
        width: actions.x - x - 12
        x: settings.navWidth + 36
        y: parent.height - 37
    }
    Row {
        id: actions

        spacing: 8
        x: parent.width - width - 16
        y: parent.height - 37

        PageButton {
            icon: "ui/undo"
            objectName: "settingsUndo"
            text: settings.view.undo === "" ? "" : qsTr("Undo: %1").arg(settings.view.undo)
            visible: settings.view.undo !== ""
            width: Math.min(implicitWidth, settings.narrow ? 180 : 260)

            onPressed: settings.view.undoChange()
        }
        PageButton {
            objectName: "settingsReset"
            text: qsTr("This page back to default")
            visible: settings.view.canReset

            onPressed: settings.view.resetPage()
        }
    }
}
