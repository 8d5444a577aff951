import QtQuick

// What every control shares: press, hover, focus, keyboard, name and role. It draws nothing but
// the focus ring. Space holds the scene, so Enter presses the focused control.
Item {
    id: control

    property string label: ""
    property string key: ""
    property string tip: key === "" ? label : label + " (" + key + ")"
    property bool tabStop: true
    // False while a page has the keyboard, which a click elsewhere must not take.
    property bool takesFocus: true
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
    Accessible.description: key === "" ? "" : qsTr("Key: %1").arg(key)
    Accessible.checked: checked
    Accessible.focusable: true
    Accessible.name: label
    Accessible.onPressAction: press()
    Accessible.role: Accessible.Button
    activeFocusOnTab: tabStop && takesFocus && !locked || activeFocus

    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            control.press();
    }
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            control.press();
    }

    onVisibleChanged: {
        if (!visible)
            Tips.leave(control);
    }

    MouseArea {
        id: mouse

        anchors.fill: parent
        hoverEnabled: true

        onClicked: control.press()
        onContainsMouseChanged: {
            if (containsMouse)
                Tips.enter(control);
            else
                Tips.leave(control);
        }
        onPressed: {
            Tips.leave(control);
            if (!control.locked && control.takesFocus)
                control.forceActiveFocus(Qt.MouseFocusReason);
        }
    }

    FocusRing {
        around: control.ringRadius
        visible: control.activeFocus && control.ringed
    }
}
