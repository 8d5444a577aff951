import QtQuick
import Mwk

// A row of a menu: a ring where the arrow keys are, a dot where it is the chosen one.
Item {
    id: row

    default property alias content: inside.data
    property bool marked: false
    property bool chosen: false
    // It can be pressed.
    property bool lit: true

    signal pressed

    Accessible.onPressAction: pressed()
    Accessible.role: Accessible.MenuItem

    Rectangle {
        anchors.fill: parent
        border.color: Theme.info
        border.width: row.marked ? 2 : 0
        color: mouse.containsMouse && row.lit ? Theme.line2 : Theme.none
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
    // Below what is inside: that may have buttons of its own.
    MouseArea {
        id: mouse

        anchors.fill: parent
        hoverEnabled: true

        onClicked: row.pressed()
    }
    Item {
        id: inside

        anchors.fill: parent
    }
}
