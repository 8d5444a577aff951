pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// A gain as a position on the fader's travel, 0 to 1. While dragged it follows the pointer,
// otherwise the show.
FocusScope {
    id: fader

    required property real place
    property bool locked: false
    property string label: ""
    property string valueText: ""
    // The action that a controller can be taught for it.
    property string learns: ""
    // Where a controller's fader is that the strip does not follow yet; -1: none.
    property real ghost: -1
    // Where a recalled snapshot takes it: once GO is pressed (armed), or on its bar; -1: nowhere.
    property real target: -1
    property bool targetArmed: false
    // Where lines cross the travel: place, and whether it is 0 dB (zero).
    required property var marks
    readonly property real zero: marks.find(mark => mark.zero).place
    readonly property real travel: height - 20
    readonly property real shown: drag.held ? drag.place : moved
    property real moved: place

    // What a screen reader reads as the slider's value: per cent of its travel.
    readonly property real value: Math.round(100 * place)
    readonly property real minimumValue: 0
    readonly property real maximumValue: 100

    signal asked(real place)
    signal stepped(real db)

    function yOf(share: real): real {
        return Math.round(10 + travel * (1 - share));
    }

    Accessible.focusable: true
    Accessible.name: label + " " + valueText + " dB"
    Accessible.onDecreaseAction: stepped(-0.5)
    Accessible.onIncreaseAction: stepped(0.5)
    Accessible.role: Accessible.Slider
    activeFocusOnTab: !locked || activeFocus

    Behavior on moved {
        enabled: !drag.held && !Theme.reducedMotion

        NumberAnimation {
            duration: 120
            easing.type: Easing.OutCubic
        }
    }
    Keys.onPressed: event => {
        // Clickers send the page keys, which must never move a fader.
        if (fader.locked || event.modifiers & Qt.AltModifier)
            return;
        const size = event.modifiers & Qt.ControlModifier ? 3 : event.modifiers & Qt.ShiftModifier ? 0.1 : 0.5;
        const steps = {};
        steps[Qt.Key_Up] = size;
        steps[Qt.Key_Down] = -size;
        if (event.key in steps) {
            fader.stepped(steps[event.key]);
            event.accepted = true;
        } else if (event.key === Qt.Key_Home) {
            if (!event.isAutoRepeat)
                fader.asked(fader.zero);
            event.accepted = true;
        }
    }

    Repeater {
        model: fader.marks

        Rectangle {
            required property var modelData

            color: modelData.zero ? Theme.line3 : Theme.line2
            height: 1
            width: fader.width
            y: fader.yOf(modelData.place)
        }
    }
    Rectangle {
        color: Theme.bg0
        height: parent.height
        radius: 2
        width: 4
        x: Math.round(fader.width / 2) - 2
    }
    Icon {
        color: fader.targetArmed ? Theme.ok : Theme.text1
        icon: "ui/play"
        objectName: "faderTarget"
        size: 12
        visible: fader.target >= 0
        // Left of the cap, which must not hide it.
        x: Math.round(fader.width / 2) - 32
        y: fader.yOf(Math.max(0, fader.target)) - 6
    }
    LazyItem {
        shown: fader.ghost >= 0
        x: Math.round(fader.width / 2) - 18

        sourceComponent: GhostCap {
            at: fader.yOf(Math.max(0, fader.ghost))
            capAt: fader.yOf(fader.shown)
            objectName: "ghost"
        }
    }
    Rectangle {
        id: cap

        border.color: fader.locked ? Theme.line3 : Theme.bg0
        border.width: 1
        color: fader.locked ? Theme.bg2 : drag.pressed || drag.containsMouse ? Theme.text1 : Theme.text2
        height: 20
        objectName: "cap"
        radius: Theme.keyRadius
        width: 36
        x: Math.round(fader.width / 2) - 18
        y: fader.yOf(fader.shown) - 10

        Rectangle {
            anchors.centerIn: parent
            color: fader.locked ? Theme.line3 : Theme.ink
            height: 2
            width: 28
        }
        FocusRing {
            around: Theme.keyRadius
            visible: fader.activeFocus
        }
    }
    MouseArea {
        id: drag

        property bool held: false
        property real grip: 0
        property real place: 0
        property real pressY: 0
        property bool moving: false

        function isOnCap(y: real): bool {
            return Math.abs(y - fader.yOf(fader.shown)) <= 12;
        }
        function stepTo(y: real) {
            fader.stepped(y < fader.yOf(fader.shown) ? 0.5 : -0.5);
        }
        function follow(y: real) {
            const at = Math.max(0, Math.min(1, 1 - (y - grip - 10) / fader.travel));
            place = Math.abs(at - fader.zero) * fader.travel <= 3 ? fader.zero : at;
            fader.asked(place);
        }

        anchors.fill: parent
        hoverEnabled: true
        preventStealing: true

        onCanceled: held = false
        onDoubleClicked: event => {
            held = false;
            if (fader.locked)
                return;
            // Two quick clicks on the track are two steps, not a jump.
            if (isOnCap(event.y))
                fader.asked(fader.zero);
            else
                stepTo(event.y);
        }
        onPositionChanged: event => {
            if (!pressed || fader.locked)
                return;
            if (!moving && Math.abs(event.y - pressY) < 2)
                return;
            moving = true;
            held = true;
            follow(event.y);
        }
        onPressed: event => {
            if (fader.locked)
                return;
            fader.forceActiveFocus(Qt.MouseFocusReason);
            // A press beside the cap is one step towards it: no stray click makes the hall jump.
            // Wherever the press was, dragging moves the cap by as much as the pointer moves.
            pressY = event.y;
            moving = false;
            grip = event.y - fader.yOf(fader.shown);
            place = fader.shown;
            if (!isOnCap(event.y))
                stepTo(event.y);
        }
        onReleased: held = false
        onWheel: event => {
            if (fader.locked || event.angleDelta.y === 0)
                return;
            const step = event.modifiers & Qt.ShiftModifier ? 0.1 : 0.5;
            fader.stepped(event.angleDelta.y > 0 ? step : -step);
        }
    }
    LearnRing {
        action: fader.learns
        around: cap
        label: fader.label
        radius: Theme.keyRadius
    }
}
