import QtQuick
import Mwk

// A button of a feed row: a quiet mark until the row is pointed at, then mark and word.
Pressable {
    id: button

    property string icon: ""
    property string text: ""
    property bool open: false

    height: 24
    width: open ? words.implicitWidth + 38 : 24

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line2
        border.width: 1
        color: button.hovered || button.down ? Theme.bg4 : Theme.bg1
        radius: Theme.controlRadius
        visible: button.open
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: button.open ? Theme.text1 : button.locked ? Theme.line2 : Theme.text3
        icon: button.icon
        size: 14
        x: button.open ? 9 : 5
    }
    Words {
        id: words

        color: Theme.text1
        height: parent.height
        text: button.text
        visible: button.open
        weight: Font.Medium
        x: 28
    }
}
