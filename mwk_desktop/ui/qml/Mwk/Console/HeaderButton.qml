import QtQuick
import Mwk

Pressable {
    id: button

    property string icon: ""
    property color ink: locked ? Theme.text3 : Theme.text2
    property alias text: words.text
    // Only the icon, where the words have no room.
    property bool bare: Metrics.slim

    takesFocus: !Overlays.open
    height: 28
    implicitWidth: bare ? 30 : 7 + 16 + 5 + words.implicitWidth + 6 + cap.width + 7
    width: implicitWidth
    label: words.text

    Rectangle {
        anchors.fill: parent
        color: button.down || button.hovered ? Theme.bg4 : Theme.none
        radius: Theme.controlRadius
    }
    Icon {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        color: button.ink
        icon: button.icon
        size: 16
        x: 7
    }
    Words {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        color: button.ink
        visible: !button.bare
        x: 28
    }
    KeyCap {
        id: cap

        anchors.verticalCenter: parent.verticalCenter
        text: button.key
        visible: !button.bare
        x: words.x + words.implicitWidth + 6
    }
}
