import QtQuick
import Mwk

// Approve, refuse or block one message that waits.
Pressable {
    id: button

    required property string icon
    property color ink: Theme.text1
    // What was decided.
    property bool done: false
    property color doneGround: Theme.bg1
    property bool framed: true
    // The key is shown where there is room for it.
    property bool withKey: false
    readonly property bool capped: withKey && key !== "" && activeFocusOnTab

    height: 30
    width: 30

    Rectangle {
        anchors.fill: parent
        border.color: button.locked ? Theme.line1 : Theme.line2
        border.width: button.framed ? 1 : 0
        color: button.done ? button.doneGround : button.hovered || button.down ? Theme.bg4 : button.framed ? Theme.bg1 : Theme.none
        radius: Theme.controlRadius
    }
    Row {
        anchors.centerIn: parent
        spacing: 6

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: button.locked && !button.done ? Theme.text3 : button.ink
            icon: button.icon
            size: button.framed ? 16 : 14
        }
        KeyCap {
            anchors.verticalCenter: parent.verticalCenter
            text: button.key
            visible: button.capped
        }
    }
}
