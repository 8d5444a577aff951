pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Everything that is a page of its own.
PopupMenu {
    id: menu

    required property ConsoleView view
    property bool hasRecent: false
    property bool hasTalk: false
    property bool withPages: false
    // The lowest windows have less room than it would like.
    readonly property int rowHeight: Math.max(20, Math.min(30, Math.floor((height - 24) / rows.length)))
    readonly property string ctrl: qsTr("Ctrl")
    readonly property var rows: [{
            "page": "open",
            "title": qsTr("Open a recording\u2026"),
            "icon": "ui/file",
            "key": ctrl + " O",
            "there": view.canOpen
        }, {
            "page": "recent",
            "title": qsTr("Recent recordings\u2026"),
            "icon": "ui/recent",
            "key": "",
            "there": view.canOpen && hasRecent
        }, {
            "page": "connect",
            "title": qsTr("Connect to Kafka\u2026"),
            "icon": "ui/plug",
            "key": ctrl + " K",
            "there": withPages && view.canConnect
        }, {
            "page": "demo",
            "title": qsTr("Back to the demo"),
            "icon": "ui/start",
            "key": "",
            "there": view.canDemo
        }, {
            "page": "sounds",
            "title": qsTr("Sound set\u2026"),
            "icon": "ui/wave",
            "key": "",
            "there": view.canSounds
        }, {
            "page": "crowd",
            "title": qsTr("Crowd: limit, blocked users, page\u2026"),
            "icon": "ui/inbox",
            "key": ctrl + " G",
            "there": true
        }, {
            "page": "query",
            "title": qsTr("SQL into the stream\u2026"),
            "icon": "ui/sql",
            "key": ctrl + " E",
            "there": withPages
        }, {
            "page": "talk",
            "title": qsTr("Talk clock\u2026"),
            "icon": "ui/timer",
            "key": ctrl + " T",
            "there": hasTalk
        }, {
            "page": "store",
            "title": qsTr("Store a snapshot\u2026"),
            "icon": "ui/snap",
            "key": ctrl + " S",
            "there": true
        }, {
            "page": "hands",
            "title": qsTr("Who did what\u2026"),
            "icon": "ui/undo",
            "key": "",
            "there": true
        }, {
            "page": "report",
            "title": qsTr("Write the report of this show"),
            "icon": "ui/chart",
            "key": "",
            "there": view.canReport
        }, {
            "page": "checks",
            "title": qsTr("Pre-flight check\u2026"),
            "icon": "ui/check",
            "key": ctrl + " P",
            "there": withPages
        }, {
            "page": "controllers",
            "title": qsTr("Controllers: MIDI, OSC, phones\u2026"),
            "icon": "ui/midi",
            "key": ctrl + " M",
            "there": withPages
        }, {
            "page": "settings",
            "title": qsTr("Settings\u2026"),
            "icon": "ui/gear",
            "key": ctrl + " ,",
            "there": withPages
        }, {
            "page": "quit",
            "title": qsTr("Quit\u2026"),
            "icon": "ui/x",
            "key": ctrl + " Q",
            "there": true
        }].filter(row => row.there)
    signal asked(string page)

    function show(anchor: Item) {
        at = 0;
        showAt(anchor);
    }

    Accessible.name: qsTr("Menu")
    boxHeight: rows.length * rowHeight + 8
    boxWidth: 320
    closingKeys: [Qt.Key_Escape, Qt.Key_F10]
    objectName: "mainMenu"
    choices: rows.length

    onChosen: row => {
        const page = rows[row].page;
        close();
        asked(page);
    }

    Repeater {
        model: menu.opened ? menu.rows : []

        MenuRow {
            id: row

            required property int index
            required property var modelData

            Accessible.description: modelData.key === "" ? "" : qsTr("Key: %1").arg(modelData.key)
            Accessible.name: modelData.title
            height: menu.rowHeight
            marked: menu.at === index
            objectName: "menu_" + modelData.page
            width: menu.boxWidth - 8
            x: 4
            y: 4 + index * menu.rowHeight

            onPressed: menu.chosen(index)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text2
                icon: row.modelData.icon
                size: 16
                x: 10
            }
            Words {
                height: parent.height
                text: row.modelData.title
                weight: Font.Medium
                width: (cap.visible ? cap.x : parent.width) - x - 8
                x: 36
            }
            KeyCap {
                id: cap

                anchors.verticalCenter: parent.verticalCenter
                ink: Theme.text2
                text: row.modelData.key
                visible: text !== ""
                x: parent.width - width - 8
            }
        }
    }
}
