pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import Mwk.Pages
import MwkViews

// The talk's clock: what is left, how long the talk is, when it starts and warns, and what happens
// at its zero. It stands over the side; the strips stay free.
FocusScope {
    id: panel

    required property TalkView talk
    required property int room
    property bool locked: false
    property bool open: false
    readonly property int inset: Metrics.slim ? 12 : 18

    signal closed

    function show() {
        open = true;
        startStop.forceActiveFocus(Qt.PopupFocusReason);
    }
    function close() {
        if (open) {
            open = false;
            closed();
        }
    }

    Accessible.name: qsTr("Talk clock")
    Accessible.role: Accessible.Dialog
    height: Math.min(room, 410)
    objectName: "talkPanel"
    visible: open && talk.there

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape)
            panel.close();
        // Nothing that is typed here reaches the show.
        if (event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab)
            event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line2
        border.width: 1
        color: Theme.bg2
        radius: 8
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true

        onWheel: event => event.accepted = true
    }
    Words {
        height: 46
        px: 15
        text: qsTr("Talk clock")
        weight: Font.DemiBold
        x: panel.inset
    }
    CloseButton {
        objectName: "talkClose"
        x: parent.width - 36
        y: 9

        onPressed: panel.close()
    }
    Rectangle {
        color: Theme.line2
        height: 1
        width: parent.width
        y: 46
    }
    PageBody {
        height: parent.height - 48
        leastHeight: 360
        width: parent.width
        y: 47

        Words {
            id: left

            color: panel.talk.level === "red" ? Theme.bad : panel.talk.level === "amber" ? Theme.warn : Theme.text1
            font.family: Theme.display
            height: 44
            objectName: "talkLeft"
            px: Metrics.slim ? 30 : 40
            text: panel.talk.text
            weight: Font.DemiBold
            x: panel.inset
            y: 14
        }
        Words {
            color: Theme.text2
            height: 18
            text: panel.talk.note + " " + panel.talk.lengthNote
            width: parent.width - x - 8
            x: left.x + left.implicitWidth + 16
            y: 18
        }
        Words {
            color: Theme.text2
            height: 18
            objectName: "talkEnds"
            text: panel.talk.endsNote
            width: parent.width - x - 8
            x: left.x + left.implicitWidth + 16
            y: 38
        }
        Row {
            id: acts

            readonly property int part: (panel.width - 2 * panel.inset - 3 * spacing) / 4

            spacing: 6
            x: panel.inset
            y: 72

            Repeater {
                model: [-1, 1]

                PlainButton {
                    required property int modelData

                    height: 32
                    label: modelData < 0 ? qsTr("One minute less") : qsTr("One minute more")
                    locked: panel.locked
                    objectName: modelData < 0 ? "talkLess" : "talkMore"
                    text: (modelData < 0 ? "\u2212" : "+") + " 1"
                    width: acts.part

                    onPressed: panel.talk.add(modelData)
                }
            }
            PlainButton {
                id: startStop

                height: 32
                locked: panel.locked
                objectName: "talkStart"
                solid: !panel.talk.running
                text: panel.talk.running ? qsTr("Pause") : panel.talk.started ? qsTr("Go on") : qsTr("Start")
                width: acts.part

                onPressed: panel.talk.toggle()
            }
            PlainButton {
                height: 32
                label: qsTr("Stop: back to the whole length")
                locked: panel.locked || !panel.talk.started
                objectName: "talkStop"
                text: qsTr("Stop")
                width: acts.part

                onPressed: panel.talk.stop()
            }
        }
        TalkRow {
            inset: panel.inset
            locked: panel.locked
            name: "talkLength"
            title: qsTr("Length")
            unit: qsTr("minutes")
            value: panel.talk.lengthText
            width: parent.width
            y: 120

            onTyped: text => panel.talk.typeLength(text)
        }
        TalkRow {
            inset: panel.inset
            locked: panel.locked
            hint: qsTr("by hand")
            name: "talkStartsAt"
            title: qsTr("Starts at")
            unit: qsTr("such as 20:04")
            value: panel.talk.startText
            width: parent.width
            y: 158

            onTyped: text => panel.talk.typeStart(text)
        }
        TalkRow {
            inset: panel.inset
            locked: panel.locked
            edge: Theme.warn
            fieldWidth: 52
            name: "talkAmber"
            title: qsTr("Amber, red")
            unit: ""
            value: panel.talk.amberText
            width: parent.width
            y: 196

            onTyped: text => panel.talk.typeAmber(text)
        }
        TalkRow {
            inset: panel.inset
            locked: panel.locked
            edge: Theme.bad
            fieldWidth: 52
            fieldX: 176
            label: qsTr("Red from this much left on")
            name: "talkRed"
            title: ""
            unit: qsTr("left")
            value: panel.talk.redText
            width: parent.width
            y: 196

            onTyped: text => panel.talk.typeRed(text)
        }
        Rectangle {
            color: Theme.line2
            height: 1
            width: parent.width - 2 * panel.inset
            x: panel.inset
            y: 240
        }
        Words {
            height: 28
            px: 13
            text: qsTr("End by itself at 0:00")
            weight: Font.DemiBold
            width: parent.width - 2 * panel.inset - 50
            x: panel.inset
            y: 252
        }
        Tick {
            Accessible.name: qsTr("End by itself at 0:00")
            locked: panel.locked
            objectName: "talkEnding"
            on: panel.talk.ending !== "none"
            tip: ""
            x: parent.width - panel.inset - 40
            y: 252

            onPressed: panel.talk.end(on ? "none" : "thanks")
        }
        Choice {
            choices: ["fade", "thanks", "winner"]
            label: qsTr("What happens at 0:00")
            locked: panel.locked || panel.talk.ending === "none"
            objectName: "talkWith"
            value: panel.talk.ending
            words: [qsTr("Fade"), qsTr("Fade, the end"), qsTr("Winner")]
            x: panel.inset
            y: 288

            onChosen: value => panel.talk.end(value)
        }
        Words {
            color: Theme.text3
            height: 18
            px: 11
            text: qsTr("the rail says so 60 s before; one key postpones it")
            width: parent.width - 2 * panel.inset
            x: panel.inset
            y: 326
        }
    }
}
