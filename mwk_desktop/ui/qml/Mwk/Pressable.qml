import QtQuick

// What every control shares: press, hover, focus, keyboard, name and role. It draws nothing but
// the focus ring. Space is the show's (hold), so Enter presses what has the focus.
Item {
    id: control

    property string label: ""
    property bool checked: false
    property bool locked: false
    property bool ringed: true
    property real ringRadius: Theme.controlRadius
    readonly property bool hovered: mouse.containsMouse && !locked
    readonly property bool down: mouse.pressed && !locked

    signal pressed

    function press() {
        if (!locked)
            pressed();
    }

    Accessible.checkable: checked
    Accessible.checked: checked
    Accessible.focusable: true
    Accessible.name: label
    Accessible.onPressAction: press()
    Accessible.role: Accessible.Button
    activeFocusOnTab: !locked || activeFocus

    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            control.press();
    }
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            control.press();
    }

    MouseArea {
        id: mouse

        anchors.fill: parent
        hoverEnabled: true

        onClicked: control.press()
        onPressed: {
            if (!control.locked)
                control.forceActiveFocus(Qt.MouseFocusReason);
        }
    }

    FocusRing {
        around: control.ringRadius
        visible: control.activeFocus && control.ringed
    }
}
