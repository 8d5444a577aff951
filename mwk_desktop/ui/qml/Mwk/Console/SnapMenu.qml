pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import Mwk.Pages
import MwkViews

// A snapshot's own menu: its name, what a recall takes back, recall, store, clear.
PopupMenu {
    id: menu

    required property ConsoleView view
    property int number: 1
    readonly property var place: view.places[number - 1]
    readonly property bool empty: place === undefined || place.state === "empty"
    readonly property int inset: 14

    function show(wanted: int, anchor: Item) {
        number = wanted;
        nameField.text = place.ownName;
        showAt(anchor);
        if (empty)
            rows.itemAt(1).forceActiveFocus(Qt.PopupFocusReason);
        else
            nameField.input.forceActiveFocus(Qt.PopupFocusReason);
    }
    function keepName() {
        if (!empty && nameField.text !== place.ownName)
            view.nameSnapshot(number, nameField.text);
    }
    function choose(what: string) {
        // One undo step: a name that goes at once is not kept first.
        if (what === "clear")
            open = false;
        close();
        if (what === "recall")
            view.pressSnapshot(number);
        else if (what === "store")
            view.storeSnapshot(number);
        else
            view.clearSnapshot(number);
    }

    Accessible.name: place === undefined ? "" : place.spoken
    boxHeight: column.height + 20
    boxName: "snapBox"
    boxWidth: 330
    gap: 6
    objectName: "snapMenu"

    onClosing: keepName()

    Column {
        id: column

        spacing: 4
        width: parent.width - 2 * menu.inset
        x: menu.inset
        y: 10

        Item {
            height: 34
            width: parent.width

            Words {
                color: Theme.text2
                height: 30
                px: 13
                text: menu.number
            }
            TextField {
                id: nameField

                hint: qsTr("a name")
                label: qsTr("Name of snapshot %1").arg(menu.number)
                locked: menu.empty
                maximumLength: 12
                objectName: "snapNameField"
                width: 176
                x: 20

                onEntered: menu.close()
            }
            Words {
                color: Theme.text3
                height: 30
                horizontalAlignment: Theme.end
                px: 11
                text: menu.empty ? qsTr("empty") : menu.place.storedText
                width: parent.width - 204
                x: 204
            }
        }
        Repeater {
            model: menu.empty || !menu.opened ? [] : menu.place.contents

            Tick {
                id: part

                required property var modelData

                objectName: "snapPart_" + modelData.part
                on: menu.place.parts.includes(modelData.part)
                text: partText.elided
                tip: modelData.text
                width: column.width

                onPressed: menu.view.keepSnapshotPart(menu.number, modelData.part, !on)

                TextMetrics {
                    id: partText

                    readonly property string elided: elidedText

                    elide: Text.ElideRight
                    elideWidth: column.width - 52
                    font.family: Theme.family
                    font.pixelSize: 12
                    text: part.modelData.text
                }
            }
        }
        Rectangle {
            color: Theme.line2
            height: 1
            width: parent.width
        }
        Repeater {
            id: rows

            model: !menu.opened ? [] : [
                {
                    "what": "recall",
                    "icon": "ui/snap",
                    "text": qsTr("Recall"),
                    "key": qsTr("Ctrl") + " " + qsTr("\u21e7", "Shift") + " " + menu.number
                },
                {
                    "what": "store",
                    "icon": "ui/down",
                    "text": qsTr("Store the desk here"),
                    "key": qsTr("Ctrl") + " S " + menu.number
                },
                {
                    "what": "clear",
                    "icon": "ui/trash",
                    "text": qsTr("Clear"),
                    "key": ""
                }
            ]

            Pressable {
                id: row

                required property var modelData

                Accessible.role: Accessible.MenuItem
                height: 32
                label: modelData.text
                locked: menu.empty && modelData.what !== "store"
                objectName: "snap_" + modelData.what
                tip: ""
                width: column.width

                onPressed: menu.choose(modelData.what)

                Rectangle {
                    anchors.fill: parent
                    color: row.hovered ? Theme.line2 : Theme.none
                    radius: Theme.controlRadius
                }
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: row.locked ? Theme.text3 : Theme.text2
                    icon: row.modelData.icon
                    size: 16
                    x: 8
                }
                Words {
                    color: row.locked ? Theme.text3 : Theme.text1
                    height: parent.height
                    px: 13
                    text: row.modelData.text
                    weight: Font.Medium
                    x: 34
                }
                KeyCap {
                    anchors.verticalCenter: parent.verticalCenter
                    ink: Theme.text2
                    text: row.modelData.key
                    visible: text !== ""
                    x: parent.width - width - 8
                }
            }
        }
    }
}
