import QtQuick
import Mwk

Pressable {
    id: button

    property string icon: ""
    property color ink: locked ? Theme.text3 : Theme.text2
    property alias text: words.text

    height: 28
    implicitWidth: 10 + 16 + 8 + words.implicitWidth + 6 + cap.width + 10
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
        x: 10
    }
    Words {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        color: button.ink
        x: 34
    }
    KeyCap {
        id: cap

        anchors.verticalCenter: parent.verticalCenter
        text: button.key
        x: words.x + words.implicitWidth + 6
    }
}
