pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The variations of one strip, and a row that returns to the crowd's choice.
FocusScope {
    id: menu

    required property ConsoleView view
    property bool open: false
    property int strip: 0
    property int at: 0
    readonly property StripView facts: view.strips[strip]
    readonly property var rows: [{
            "title": qsTr("Auto"),
            "stem": qsTr("the crowd's"),
            "at": ""
        }].concat(facts.clips).concat(facts.missing)
    // Missing clips are listed below; they cannot be chosen.
    readonly property int choices: facts.clips.length + 1
    readonly property int rowHeight: 28

    function show(place: int, anchor: Item) {
        strip = place;
        const corner = anchor.mapToItem(menu, 0, anchor.height + 4);
        box.x = Math.max(8, Math.min(menu.width - box.width - 8, corner.x));
        box.y = Math.max(4, Math.min(menu.height - box.height - 8, corner.y));
        at = facts.clipChosen + 1;
        open = true;
        forceActiveFocus();
    }
    function close() {
        if (open) {
            open = false;
        }
    }
    function choose(row: int) {
        if (row >= choices)
            return;
        view.setClip(strip, row - 1);
        close();
    }

    Accessible.name: qsTr("Clip of %1").arg(facts.name)
    Accessible.role: Accessible.PopupMenu
    objectName: "clipMenu"
    visible: open

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape)
            menu.close();
        else if (event.key === Qt.Key_Down)
            menu.at = Math.min(menu.choices - 1, menu.at + 1);
        else if (event.key === Qt.Key_Up)
            menu.at = Math.max(0, menu.at - 1);
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !event.isAutoRepeat)
            menu.choose(menu.at);
        event.accepted = true;
    }

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true

        onClicked: menu.close()
        onWheel: event => event.accepted = true
    }
    Rectangle {
        id: box

        border.color: Theme.line2
        border.width: 1
        color: Theme.bg4
        height: menu.rows.length * menu.rowHeight + 8
        radius: Theme.panelRadius
        width: 208

        Repeater {
            model: menu.rows

            Item {
                id: row

                required property int index
                required property var modelData
                readonly property bool chosen: menu.facts.clipChosen + 1 === index
                readonly property bool missing: index >= menu.choices

                Accessible.checkable: !missing
                Accessible.checked: chosen
                Accessible.name: missing ? modelData.title + ": " + modelData.stem : modelData.title
                Accessible.onPressAction: menu.choose(index)
                Accessible.role: Accessible.MenuItem
                height: menu.rowHeight
                objectName: "clip_" + index
                width: box.width - 8
                x: 4
                y: 4 + index * menu.rowHeight

                Rectangle {
                    anchors.fill: parent
                    border.color: Theme.info
                    border.width: menu.at === row.index ? 2 : 0
                    color: mouse.containsMouse && !row.missing ? Theme.line2 : Theme.none
                    radius: Theme.controlRadius
                }
                Rectangle {
                    color: Theme.text1
                    height: 6
                    radius: 3
                    visible: row.chosen
                    width: 6
                    x: 8
                    y: 11
                }
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.warn
                    icon: "ui/warn"
                    size: 12
                    visible: row.missing
                    x: 22
                }
                Words {
                    color: Theme.text2
                    height: parent.height
                    text: row.modelData.at
                    width: 20
                    x: 22
                }
                Words {
                    color: row.missing ? Theme.text2 : Theme.text1
                    height: parent.height
                    text: row.modelData.title
                    weight: Font.DemiBold
                    width: stem.x - x - 6
                    x: row.index === 0 ? 22 : 44
                }
                Words {
                    id: stem

                    color: Theme.text2
                    height: parent.height
                    px: 11
                    text: row.modelData.stem
                    width: Math.min(implicitWidth, row.missing ? 110 : 76)
                    x: parent.width - width - 8
                }
                MouseArea {
                    id: mouse

                    anchors.fill: parent
                    hoverEnabled: true

                    onClicked: menu.choose(row.index)
                }
            }
        }
    }
}
