import QtQuick
import Mwk

// Yes or no: the knob's place and the fill say which.
Pressable {
    id: tick

    property bool on: false
    property string text: ""

    Accessible.checkable: true
    Accessible.checked: on
    Accessible.role: Accessible.CheckBox
    implicitHeight: 28
    implicitWidth: 44 + (text === "" ? 0 : words.implicitWidth + 8)
    label: text

    Rectangle {
        border.color: tick.locked ? Theme.line1 : tick.on ? Theme.text1 : Theme.line3
        border.width: 1.5
        color: tick.on && !tick.locked ? Theme.text1 : tick.hovered ? Theme.bg4 : Theme.bg0
        height: 20
        radius: 10
        width: 38
        y: 4

        Rectangle {
            color: tick.locked ? Theme.text3 : tick.on ? Theme.ink : Theme.text2
            height: 12
            radius: 6
            width: 12
            x: tick.on ? 22 : 4
            y: 4
        }
    }
    Words {
        id: words

        color: tick.locked ? Theme.text3 : Theme.text1
        height: parent.height
        text: tick.text
        x: 48
    }
}
