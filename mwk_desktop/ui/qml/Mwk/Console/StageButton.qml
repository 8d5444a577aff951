import QtQuick
import Mwk

// A button of the stage panel: what the stage shows, and its key.
Pressable {
    id: button

    property string text: ""
    property string icon: ""
    property color lit: Theme.text1
    // Pressed once: it waits for the second time.
    property bool asked: false

    label: text

    Rectangle {
        anchors.fill: parent
        border.color: button.asked ? Theme.warn : button.locked && !button.checked ? Theme.line1 : button.checked ? button.lit : Theme.line2
        border.width: button.asked || button.locked && button.checked ? 1.5 : 1
        color: button.locked ? Theme.none : button.checked ? button.lit : button.hovered || button.down ? Theme.bg4 : Theme.bg3
        radius: Theme.controlRadius
    }
    Icon {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        color: words.color
        icon: button.icon
        size: 14
        visible: button.icon !== "" && Metrics.boardShown
        x: 8
    }
    Words {
        id: words

        color: button.locked ? Theme.text3 : button.checked ? Theme.ink : Theme.text1
        height: parent.height
        px: Metrics.narrow ? 11 : 12
        text: button.text
        weight: Font.DemiBold
        width: (cap.visible ? cap.x - 1 : parent.width - 3) - x
        x: mark.visible ? 28 : 6
    }
    KeyCap {
        id: cap

        anchors.verticalCenter: parent.verticalCenter
        ink: button.locked ? Theme.text3 : button.checked ? Theme.ink : Theme.text3
        text: button.key
        // The word matters more than its key.
        visible: words.x + words.implicitWidth + 1 <= x
        x: parent.width - width - 4
    }
}
