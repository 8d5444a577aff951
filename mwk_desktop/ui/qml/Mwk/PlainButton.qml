import QtQuick

// A button in a bar or a page.
Pressable {
    id: button

    property string icon: ""
    property string text: ""
    property bool solid: false
    // A large one: its words stand in the middle.
    property bool centered: false
    property int px: 12
    property int inset: 12
    property color ground: Theme.bg1
    readonly property bool filled: solid && !locked
    readonly property color ink: filled ? Theme.ink : locked ? Theme.text3 : Theme.text1

    implicitHeight: 28
    implicitWidth: inset + (icon === "" ? 0 : 20) + words.implicitWidth + inset
    label: text

    Rectangle {
        anchors.fill: parent
        border.color: button.locked ? Theme.line1 : button.solid ? Theme.text1 : Theme.line2
        border.width: 1
        color: button.filled ? Theme.text1 : button.locked ? Theme.none : button.hovered || button.down ? Theme.bg4 : button.ground
        radius: Theme.controlRadius
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: button.ink
        icon: button.icon
        size: 16
        visible: button.icon !== ""
        x: button.inset - 2
    }
    Words {
        id: words

        color: button.ink
        height: parent.height
        px: button.px
        text: button.text
        weight: Font.DemiBold
        width: Math.min(implicitWidth, Math.max(0, button.width - (button.centered ? 8 : button.inset + (button.icon === "" ? 0 : 20)) - 8))
        x: button.centered ? Math.round((button.width - width) / 2) : button.inset + (button.icon === "" ? 0 : 20)
    }
}
