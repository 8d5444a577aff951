import QtQuick
import Mwk

// A whole number by a slider: dragged, turned by the wheel, or moved by the arrow keys. Its value
// is kept when it is let go.
Item {
    id: slider

    required property int least
    required property int most
    property int value: least
    property string label: ""
    property string unit: ""
    // What it shows: while it is dragged the place of the pointer, else the value.
    readonly property int shown: drag.pressed ? drag.place : value

    // What a screen reader reads as the slider's value.
    readonly property int minimumValue: least
    readonly property int maximumValue: most

    signal kept(int value)

    function keep(wanted: int) {
        const found = Math.max(least, Math.min(most, wanted));
        if (found !== value)
            kept(found);
    }

    Accessible.focusable: true
    Accessible.name: label + (unit === "" ? "" : " (" + unit + ")")
    Accessible.onDecreaseAction: keep(value - 5)
    Accessible.onIncreaseAction: keep(value + 5)
    Accessible.role: Accessible.Slider
    activeFocusOnTab: true
    implicitHeight: 30
    implicitWidth: 220

    Keys.onPressed: event => {
        const size = event.modifiers & Qt.ShiftModifier ? 1 : 5;
        const towards = Theme.mirrored ? -size : size;
        const steps = {};
        steps[Qt.Key_Right] = value + towards;
        steps[Qt.Key_Left] = value - towards;
        steps[Qt.Key_Up] = value + size;
        steps[Qt.Key_Down] = value - size;
        steps[Qt.Key_Home] = least;
        steps[Qt.Key_End] = most;
        if (event.key in steps) {
            keep(steps[event.key]);
            event.accepted = true;
        }
    }

    Rectangle {
        color: Theme.bg0
        height: 4
        radius: 2
        width: parent.width
        y: 13
    }
    Rectangle {
        id: cap

        border.color: Theme.bg0
        border.width: 1
        color: drag.pressed || drag.containsMouse ? Theme.text1 : Theme.text2
        height: 20
        objectName: "sliderCap"
        radius: Theme.keyRadius
        width: 14
        x: Math.round((slider.shown - slider.least) / (slider.most - slider.least) * (slider.width - width))
        y: 5

        FocusRing {
            around: Theme.keyRadius
            visible: slider.activeFocus
        }
    }
    MouseArea {
        id: drag

        property int place: slider.value

        function follow(x: real) {
            const share = Math.max(0, Math.min(1, (x - cap.width / 2) / (slider.width - cap.width)));
            place = Math.round(slider.least + share * (slider.most - slider.least));
        }

        anchors.fill: parent
        hoverEnabled: true
        preventStealing: true

        onPositionChanged: mouse => {
            if (pressed)
                follow(mouse.x);
        }
        onPressed: mouse => {
            slider.forceActiveFocus(Qt.MouseFocusReason);
            follow(mouse.x);
        }
        onReleased: slider.keep(place)
        onWheel: wheel => slider.keep(slider.value + (wheel.angleDelta.y > 0 ? 5 : -5))
    }
}
