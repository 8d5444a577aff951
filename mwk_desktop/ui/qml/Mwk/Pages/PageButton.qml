import QtQuick
import Mwk

// A button of a page.
Pressable {
    id: button

    property string icon: ""
    property string text: ""
    property bool solid: false
    readonly property color ink: solid && !locked ? Theme.ink : locked ? Theme.text3 : Theme.text1

    implicitHeight: 30
    implicitWidth: words.implicitWidth + (icon === "" ? 28 : 46)
    label: text

    Rectangle {
        anchors.fill: parent
        border.color: button.locked ? Theme.line1 : button.solid ? Theme.text1 : Theme.line2
        border.width: 1
        color: button.solid && !button.locked ? Theme.text1 : button.locked ? Theme.none : button.hovered || button.down ? Theme.bg4 : Theme.bg3
        radius: Theme.controlRadius
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: button.ink
        icon: button.icon
        size: 16
        visible: button.icon !== ""
        x: 11
    }
    Words {
        id: words

        color: button.ink
        height: parent.height
        text: button.text
        weight: Font.DemiBold
        x: button.icon === "" ? 14 : 33
    }
}
