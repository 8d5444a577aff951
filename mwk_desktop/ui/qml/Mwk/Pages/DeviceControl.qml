import QtQuick
import Mwk

// A fader, a knob or a button of a MIDI device.
Item {
    id: control

    required property var facts
    readonly property bool lit: facts.lit
    readonly property color ink: lit ? Theme.ink : Theme.text2
    readonly property color ground: lit ? Theme.info : Theme.bg3

    Accessible.name: facts.control + ": " + facts.label
    Accessible.role: Accessible.StaticText
    objectName: "control_" + facts.control

    HoverHandler {
        onHoveredChanged: {
            if (hovered)
                Tips.enter(control);
            else
                Tips.leave(control);
        }
    }

    readonly property string tip: facts.control + ": " + facts.label

    // A fader: its track, and its cap where it was heard.
    Rectangle {
        color: Theme.bg0
        height: parent.height
        radius: 2
        visible: control.facts.form === "fader"
        width: 4
        x: 8
    }
    Rectangle {
        border.color: Theme.line3
        border.width: control.facts.position < 0 && !control.lit ? 1 : 0
        color: control.lit ? Theme.info : control.facts.position < 0 ? Theme.bg3 : Theme.text2
        height: 12
        radius: Theme.keyRadius
        visible: control.facts.form === "fader"
        width: parent.width
        y: Math.round((1 - Math.max(0, control.facts.position)) * (parent.height - height))
    }
    // A knob: its mark turns from left to right.
    Rectangle {
        border.color: control.lit ? Theme.info : Theme.line3
        border.width: 1.5
        color: control.ground
        height: 24
        radius: 12
        rotation: control.facts.position < 0 ? 0 : -135 + 270 * control.facts.position
        visible: control.facts.form === "knob"
        width: 24

        Rectangle {
            color: control.lit ? Theme.ink : control.facts.position < 0 ? Theme.line3 : Theme.text1
            height: 9
            width: 2
            x: 11
            y: 2
        }
    }
    // A button of a strip.
    Rectangle {
        border.color: control.lit ? Theme.info : Theme.line2
        border.width: 1
        color: control.ground
        height: parent.height
        radius: Theme.keyRadius
        visible: control.facts.form === "button"
        width: parent.width

        Words {
            anchors.centerIn: parent
            color: control.ink
            px: 11
            text: control.facts.letter
        }
    }
    // A control of the rest: which one, and what it does.
    Rectangle {
        id: cap

        border.color: control.lit ? Theme.info : Theme.line2
        border.width: 1
        color: control.ground
        height: 20
        radius: Theme.keyRadius
        visible: control.facts.form === "other"
        width: 52

        Words {
            anchors.centerIn: parent
            color: control.ink
            px: 11
            text: control.facts.control
            width: Math.min(implicitWidth, 48)
        }
    }
    Words {
        color: Theme.text1
        height: 20
        px: 11
        text: control.facts.label
        visible: control.facts.form === "other"
        width: Math.max(0, parent.width - x)
        x: 58
    }
}
