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
    property bool locked: false
    property bool open: false
    readonly property int inset: Metrics.slim ? 12 : 18
    readonly property int fieldX: 118

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

    required property int room

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
    Pressable {
        height: 28
        label: qsTr("Close")
        objectName: "talkClose"
        width: 28
        x: parent.width - 36
        y: 9

        onPressed: panel.close()

        Icon {
            anchors.centerIn: parent
            color: parent.hovered ? Theme.text1 : Theme.text2
            icon: "ui/x"
            size: 16
        }
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
                solid: !panel.talk.running && !locked
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
            name: "talkLength"
            title: qsTr("Length")
            unit: qsTr("minutes")
            value: panel.talk.lengthText
            y: 120

            onTyped: text => panel.talk.typeLength(text)
        }
        TalkRow {
            hint: qsTr("by hand")
            name: "talkStartsAt"
            title: qsTr("Starts at")
            unit: qsTr("such as 20:04")
            value: panel.talk.startText
            y: 158

            onTyped: text => panel.talk.typeStart(text)
        }
        TalkRow {
            edge: Theme.warn
            name: "talkAmber"
            title: qsTr("Amber, red")
            unit: ""
            value: panel.talk.amberText
            y: 196

            onTyped: text => panel.talk.typeAmber(text)
        }
        TalkRow {
            edge: Theme.bad
            fieldAt: panel.fieldX + 72
            label: qsTr("Red from this much left on")
            name: "talkRed"
            title: ""
            unit: qsTr("left")
            value: panel.talk.redText
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

    component TalkRow: Item {
        id: row

        required property string title
        required property string value
        required property string unit
        required property string name
        property string hint: ""
        property string label: title
        property color edge: Theme.none
        property int fieldAt: panel.fieldX

        signal typed(string text)

        height: 30

        Words {
            color: Theme.text2
            height: 30
            px: 13
            text: row.title
            width: panel.fieldX - panel.inset - 6
            x: panel.inset
        }
        TextField {
            id: field

            property bool dirty: false

            function keep() {
                if (dirty) {
                    dirty = false;
                    row.typed(text);
                }
                text = Qt.binding(() => row.value);
            }

            hint: row.hint
            label: row.label
            locked: panel.locked
            objectName: row.name
            text: row.value
            width: row.hint === "" ? 66 : 84
            x: row.fieldAt

            onEdited: dirty = true
            onEntered: keep()
            onFinished: keep()
        }
        Rectangle {
            anchors.fill: field
            border.color: row.edge
            border.width: 1
            color: Theme.none
            radius: Theme.controlRadius
            visible: row.edge !== Theme.none && !field.input.activeFocus
        }
        Words {
            color: Theme.text3
            height: 30
            text: row.unit
            width: Math.min(implicitWidth, panel.width - x - 8)
            x: row.fieldAt + field.width + 10
        }
    }
}
