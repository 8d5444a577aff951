pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// A strip's filter as a bipolar bar: left of the notch a low-pass, right of it a high-pass. While
// dragged it follows the pointer, otherwise the show.
FocusScope {
    id: filter

    readonly property string tip: label

    // 0 to 1, the middle is off.
    required property real place
    // "", lp or hp, and its cut-off in few signs.
    required property string kind
    required property string text
    property string label: ""
    property bool locked: false
    readonly property real shown: drag.held ? drag.place : place
    readonly property bool on: kind !== ""
    readonly property real middle: Math.round(width / 2)
    readonly property real markX: Math.round(4 + (width - 8) * shown)

    // What a screen reader reads as the slider's value: per cent of its travel.
    readonly property real value: Math.round(100 * place)
    readonly property real minimumValue: 0
    readonly property real maximumValue: 100

    signal asked(real place)
    signal stepped(real share)

    Accessible.focusable: true
    Accessible.name: label
    Accessible.onDecreaseAction: stepped(-0.05)
    Accessible.onIncreaseAction: stepped(0.05)
    Accessible.role: Accessible.Slider
    activeFocusOnTab: !locked || activeFocus

    Keys.onPressed: event => {
        if (filter.locked || event.modifiers & (Qt.AltModifier | Qt.ControlModifier))
            return;
        const size = event.modifiers & Qt.ShiftModifier ? 0.01 : 0.05;
        if (event.key === Qt.Key_Left || event.key === Qt.Key_Right) {
            filter.stepped(event.key === Qt.Key_Left ? -size : size);
            event.accepted = true;
        } else if (event.key === Qt.Key_End) {
            if (!event.isAutoRepeat)
                filter.asked(0.5);
            event.accepted = true;
        }
    }

    Rectangle {
        anchors.fill: parent
        border.color: filter.locked ? Theme.line1 : Theme.line2
        border.width: 1
        color: filter.locked ? Theme.none : Theme.bg0
        radius: Theme.controlRadius
    }
    Rectangle {
        color: Theme.bg4
        height: parent.height - 2
        visible: filter.on
        width: Math.abs(filter.markX - filter.middle)
        x: Math.min(filter.markX, filter.middle)
        y: 1
    }
    Rectangle {
        color: Theme.line3
        height: 6
        width: 1
        x: filter.middle
        y: 1
    }
    Rectangle {
        color: Theme.line3
        height: 6
        width: 1
        x: filter.middle
        y: parent.height - 7
    }
    Rectangle {
        color: filter.on ? filter.locked ? Theme.text3 : Theme.text1 : Theme.line3
        height: parent.height - 8
        objectName: "filterMark"
        radius: 2
        width: 6
        x: filter.markX - 3
        y: 4
    }
    // On the side that is free.
    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 3
        visible: filter.on && filter.width >= 60
        x: filter.kind === "lp" ? filter.width - width - 5 : 5

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text2
            icon: filter.on ? "ui/" + filter.kind : ""
            size: 10
            visible: filter.width >= 74
        }
        Words {
            color: Theme.text2
            objectName: "filterText"
            px: 11
            text: filter.text
            width: implicitWidth
        }
    }
    MouseArea {
        id: drag

        property bool held: false
        property real place: 0.5

        function follow(x: real) {
            const at = Math.max(0, Math.min(1, (x - 4) / (filter.width - 8)));
            place = Math.abs(at - 0.5) * (filter.width - 8) <= 3 ? 0.5 : at;
            filter.asked(place);
        }

        anchors.fill: parent
        hoverEnabled: true
        preventStealing: true

        onCanceled: held = false
        onContainsMouseChanged: {
            if (containsMouse)
                Tips.enter(filter);
            else
                Tips.leave(filter);
        }
        onDoubleClicked: {
            held = false;
            if (!filter.locked)
                filter.asked(0.5);
        }
        onPositionChanged: event => {
            if (held)
                follow(event.x);
        }
        onPressed: event => {
            Tips.leave(filter);
            if (filter.locked)
                return;
            filter.forceActiveFocus(Qt.MouseFocusReason);
            held = true;
            follow(event.x);
        }
        onReleased: held = false
        onWheel: event => {
            if (filter.locked || event.angleDelta.y === 0)
                return;
            const step = event.modifiers & Qt.ShiftModifier ? 0.01 : 0.05;
            filter.stepped(event.angleDelta.y > 0 ? step : -step);
        }
    }
    FocusRing {
        around: Theme.controlRadius
        visible: filter.activeFocus
    }
}
