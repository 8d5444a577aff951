import QtQuick
import Mwk

// A menu over the console: a box beside what opened it. Esc or a click beside the box closes it, and
// nothing that is typed in it reaches the show. With rows, the arrow keys step through them.
FocusScope {
    id: menu

    default property alias content: box.data
    property alias boxHeight: box.height
    property alias boxName: box.objectName
    property alias boxWidth: box.width
    property bool open: false
    // Rows are made when the menu first opens, so that the start does not wait for them.
    property bool opened: false
    // The box stands above what opened it, from its right end to the left; else below, to the right.
    property bool above: false
    property int gap: 4
    property point corner
    // How many rows the arrow keys reach; 0: Tab moves between controls.
    property int choices: 0
    property int at: 0
    property list<int> closingKeys: [Qt.Key_Escape]

    // It closes by a click beside it or after a choice; not by Esc.
    signal closing
    signal chosen(int row)
    // A key that is none of the menu's own.
    signal keyPressed(int key)

    function showAt(anchor: Item) {
        corner = above ? anchor.mapToItem(menu, anchor.width, -gap) : anchor.mapToItem(menu, 0, anchor.height + gap);
        opened = true;
        open = true;
        forceActiveFocus();
    }
    function close() {
        if (open) {
            closing();
            open = false;
        }
    }

    Accessible.role: Accessible.PopupMenu
    visible: open

    Keys.onPressed: event => {
        if (menu.closingKeys.includes(event.key))
            menu.open = false;
        else if (menu.choices > 0 && event.key === Qt.Key_Down)
            menu.at = Math.min(menu.choices - 1, menu.at + 1);
        else if (menu.choices > 0 && event.key === Qt.Key_Up)
            menu.at = Math.max(0, menu.at - 1);
        else if (menu.choices > 0 && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !event.isAutoRepeat)
            menu.chosen(menu.at);
        else if (!event.isAutoRepeat)
            menu.keyPressed(event.key);
        event.accepted = menu.choices > 0 || event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab;
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
        radius: Theme.panelRadius
        x: Math.max(8, Math.min(menu.width - width - 8, menu.corner.x - (menu.above ? width : 0)))
        y: Math.max(8, Math.min(menu.height - height - 8, menu.corner.y - (menu.above ? height : 0)))

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
        }
    }
}
