pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Other controls: MIDI controllers and what they do, OSC, the presenter's clicker and phones.
PageFrame {
    id: controllers

    required property ControllersView view
    required property ClickerView clicker
    required property RowsModel drawn
    required property RowsModel keys
    required property RowsModel rows
    required property SettingsView settings
    readonly property bool narrow: body.width < 1100
    readonly property int navWidth: narrow ? 140 : 178
    readonly property string part: view.part

    signal settingsAsked(string search)

    first: tabs.count > 0 ? tabs.itemAt(Math.max(0, view.parts.findIndex(one => one.name === part))) : null
    objectName: "controllersPage"
    pageHeight: 720
    pageWidth: 1320
    title: qsTr("Controllers")

    Shortcut {
        sequence: "Ctrl+Z"

        onActivated: controllers.view.undo()
    }
    Column {
        id: nav

        spacing: 4
        width: controllers.navWidth
        x: 12
        y: 12

        Repeater {
            id: tabs

            model: 4

            PartTab {
                required property int index
                // A page that closes is not there any more before its rows are gone.
                readonly property var facts: controllers?.view.parts[index] ?? ({})

                function choose(place: int) {
                    const wanted = controllers.view.parts[place];
                    if (wanted !== undefined) {
                        controllers.view.choosePart(wanted.name);
                        tabs.itemAt(place).forceActiveFocus(Qt.TabFocusReason);
                    }
                }

                label: facts.title ?? ""
                objectName: "part_" + (facts.name ?? "")
                picked: facts.name === controllers?.part
                state_: facts.level ?? "off"
                text: facts.text ?? ""
                width: controllers.navWidth

                Keys.onDownPressed: choose(index + 1)
                Keys.onUpPressed: choose(index - 1)
                onPressed: choose(index)
            }
        }
    }
    Rectangle {
        color: Theme.line1
        height: parent.height - 24
        width: 1
        x: controllers.navWidth + 20
        y: 12
    }
    Loader {
        id: shown

        height: parent.height - 32
        sourceComponent: controllers.part === "midi" ? midi : controllers.part === "osc" ? osc : controllers.part === "clicker" ? clickerPart : phones
        width: parent.width - x - 20
        x: controllers.navWidth + 36
        y: 16
    }
    Component {
        id: midi

        MidiPart {
            drawn: controllers.drawn
            narrow: controllers.narrow
            rows: controllers.rows
            view: controllers.view

            onConsoleAsked: {
                controllers.view.learnOnConsole();
                controllers.closeAsked();
            }
        }
    }
    Component {
        id: osc

        OscPart {
            view: controllers.view

            onSettingsAsked: search => controllers.settingsAsked(search)
        }
    }
    Component {
        id: clickerPart

        ClickerPart {
            keys: controllers.keys
            settings: controllers.settings
            view: controllers.clicker
        }
    }
    Component {
        id: phones

        PhonesPart {
            view: controllers.view
        }
    }
}
