pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// A whole recording: votes over time, the position, and a click to jump elsewhere.
Item {
    id: timeline

    required property ConsoleView view
    property bool locked: false
    // Where the presenter wants to go; -1: nowhere.
    property real wanted: -1
    readonly property real at: wanted >= 0 ? wanted : view.positionShare
    readonly property bool labelled: Metrics.tall && !Metrics.compact
    readonly property int wellTop: labelled ? 22 : Metrics.compact ? 7 : 10
    readonly property int wellHeight: labelled ? 34 : Metrics.compact ? 26 : 28

    function shareOf(x: real): real {
        return Math.max(0, Math.min(1, x / width));
    }
    function go(share: real) {
        wanted = Math.max(0, Math.min(1, share));
        send.restart();
    }
    function arrive() {
        send.stop();
        if (wanted >= 0) {
            view.scrubTo(wanted);
            settle.restart();
        }
    }

    // What a screen reader reads as the slider's value: per cent of the recording.
    readonly property real value: Math.round(100 * at)
    readonly property real minimumValue: 0
    readonly property real maximumValue: 100

    Accessible.focusable: true
    Accessible.name: qsTr("Place in the recording: %1").arg(view.positionText)
    Accessible.onDecreaseAction: timeline.go(timeline.at - timeline.view.stepShare)
    Accessible.onIncreaseAction: timeline.go(timeline.at + timeline.view.stepShare)
    Accessible.role: Accessible.Slider
    activeFocusOnTab: !locked || activeFocus
    objectName: "timeline"

    Keys.onPressed: event => {
        // Clickers send the page keys, which must not move the timeline.
        if (timeline.locked || event.modifiers & Qt.AltModifier)
            return;
        const step = timeline.view.stepShare * (event.modifiers & Qt.ControlModifier ? 10 : 1);
        const steps = {};
        steps[Qt.Key_Left] = -step;
        steps[Qt.Key_Right] = step;
        if (event.key in steps)
            timeline.go(timeline.at + steps[event.key]);
        else if (event.key === Qt.Key_Home || event.key === Qt.Key_End)
            timeline.go(event.key === Qt.Key_Home ? 0 : 1);
        else
            return;
        event.accepted = true;
    }

    // A held key moves the mark; the show jumps once, when the mark rests: each jump counts the
    // recording from its start.
    Timer {
        id: send

        interval: 200

        onTriggered: timeline.arrive()
    }
    // The mark stays where it was put until the show has answered.
    Timer {
        id: settle

        interval: 400

        onTriggered: {
            if (!timeline.view.scrubbing && !pointer.pressed && !send.running)
                timeline.wanted = -1;
            else
                restart();
        }
    }

    Words {
        color: Theme.text3
        height: 16
        px: 11
        text: timeline.view.scrubbing ? timeline.view.scrubText : qsTr("Votes over time")
        visible: timeline.labelled || timeline.view.scrubbing
        width: Math.min(implicitWidth, parent.width)
        z: 1
    }
    TimelineChart {
        chartHeight: timeline.wellHeight
        timesShown: !Metrics.compact
        view: timeline.view
        width: parent.width
        y: timeline.wellTop
    }
    Repeater {
        model: timeline.view.overrideMarks

        OverrideMark {
            required property real modelData

            objectName: "overrideMark"
            x: Math.round(Math.max(0, Math.min(timeline.width - width, modelData * timeline.width - width / 2)))
            y: timeline.wellTop + timeline.wellHeight + 1
        }
    }
    Row {
        anchors.right: parent.right
        height: 16
        objectName: "overrideLegend"
        spacing: 6
        visible: timeline.labelled && timeline.view.overrideMarks.length > 0

        OverrideMark {
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            color: Theme.text3
            height: 16
            px: 11
            text: qsTr("presenter\u2019s hand")
        }
    }
    // How far a jump has come.
    Rectangle {
        color: Theme.info
        height: 3
        objectName: "scrubProgress"
        visible: timeline.view.scrubbing
        width: Math.round(parent.width * timeline.view.scrubShare)
        y: timeline.wellTop + timeline.wellHeight + 1
    }
    Rectangle {
        color: Theme.info
        height: timeline.wellHeight + 6
        visible: pointer.containsMouse && !pointer.pressed && !timeline.locked
        width: 1
        x: Math.round(Math.max(0, Math.min(timeline.width - 1, pointer.mouseX)))
        y: timeline.wellTop - 3
    }
    Rectangle {
        color: timeline.wanted >= 0 ? Theme.info : Theme.text1
        height: timeline.wellHeight + 10
        objectName: "head"
        width: 2
        x: Math.round(timeline.at * (timeline.width - 2))
        y: timeline.wellTop - 6

        Rectangle {
            color: parent.color
            height: 8
            radius: 2
            width: 14
            x: -6
            y: -2
        }
    }
    MouseArea {
        id: pointer

        height: timeline.wellHeight + 20
        hoverEnabled: true
        preventStealing: true
        width: parent.width
        y: timeline.wellTop - 10

        onCanceled: timeline.wanted = -1
        onPositionChanged: event => {
            if (pressed && !timeline.locked)
                timeline.wanted = timeline.shareOf(event.x);
        }
        onPressed: event => {
            if (timeline.locked)
                return;
            timeline.forceActiveFocus(Qt.MouseFocusReason);
            timeline.wanted = timeline.shareOf(event.x);
        }
        onReleased: {
            if (!timeline.locked)
                timeline.arrive();
        }
    }
    TimelineTip {
        spot: timeline.wanted >= 0 ? timeline.wanted : timeline.shareOf(pointer.mouseX)
        view: timeline.view
        visible: (pointer.containsMouse || timeline.wanted >= 0) && !timeline.locked
        x: Math.round(Math.max(0, Math.min(timeline.width - width, spot * timeline.width - width / 2)))
        y: -4
    }
    FocusRing {
        visible: timeline.activeFocus
    }
}
