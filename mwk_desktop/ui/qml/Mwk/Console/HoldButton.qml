import QtQuick
import Mwk

// A button that acts only after it was held; a bar at its foot shows how much is left. A screen
// reader's press cannot be held and acts at once.
Item {
    id: button

    property string text: ""
    property string icon: ""
    // The key that does the same when it is held.
    property string key: ""
    property string label: text
    property bool held: false
    property bool filled: false
    // What it does cannot be taken back.
    property bool danger: false
    property bool takesFocus: true
    property int holdMs: 600
    signal holdBegan
    signal holdEnded
    signal pressedAtOnce

    Accessible.description: qsTr("Held for a moment")
    Accessible.focusable: true
    Accessible.name: label
    Accessible.onPressAction: button.pressedAtOnce()
    Accessible.role: Accessible.Button
    activeFocusOnTab: visible && takesFocus

    Keys.onPressed: event => {
        if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter)
            return;
        event.accepted = true;
        if (!event.isAutoRepeat)
            button.holdBegan();
    }
    Keys.onReleased: event => {
        if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter)
            return;
        event.accepted = true;
        if (!event.isAutoRepeat)
            button.holdEnded();
    }
    onActiveFocusChanged: {
        if (!activeFocus)
            holdEnded();
    }

    Rectangle {
        anchors.fill: parent
        border.color: button.filled ? Theme.ink : button.danger ? Theme.bad : Theme.line2
        border.width: 1
        color: button.filled ? Theme.ink : button.danger && !mouse.containsMouse ? Theme.badBg : mouse.containsMouse ? Theme.bg4 : Theme.bg3
        radius: Theme.controlRadius
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        height: parent.height
        spacing: 8

        Icon {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text1
            icon: button.icon
            size: 14
            visible: button.icon !== ""
        }
        Words {
            color: Theme.text1
            height: parent.height
            horizontalAlignment: Text.AlignHCenter
            objectName: "holdText"
            px: 13
            text: button.text
            weight: Font.DemiBold
            width: Math.min(Math.ceil(implicitWidth), button.width - 12 - (mark.visible ? 22 : 0) - (cap.visible ? cap.width + 8 : 0))
        }
        KeyCap {
            id: cap

            anchors.verticalCenter: parent.verticalCenter
            ink: Theme.text1
            objectName: "holdKey"
            text: button.key
            visible: button.key !== ""
        }
    }
    Rectangle {
        id: progress

        anchors.bottom: parent.bottom
        color: Theme.ok
        height: 6
        radius: 2
        visible: width > 0
        width: 0

        states: State {
            name: "held"
            when: button.held

            PropertyChanges {
                progress.width: button.width
            }
        }
        transitions: Transition {
            to: "held"

            NumberAnimation {
                duration: button.holdMs
                property: "width"
            }
        }
    }
    MouseArea {
        id: mouse

        anchors.fill: parent
        hoverEnabled: true

        onCanceled: button.holdEnded()
        onContainsMouseChanged: {
            if (!containsMouse)
                button.holdEnded();
        }
        onPressed: button.holdBegan()
        onReleased: button.holdEnded()
    }
    FocusRing {
        visible: button.activeFocus
    }
}
