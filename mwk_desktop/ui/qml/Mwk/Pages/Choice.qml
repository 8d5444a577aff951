pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// One of a few words: they share a frame, the chosen one is filled.
Item {
    id: choice

    property var choices: []
    property var words: choices
    property string value: ""
    property string label: ""
    property bool locked: false

    signal chosen(string value)

    Accessible.name: label
    Accessible.role: Accessible.Grouping
    implicitHeight: 28
    implicitWidth: parts.width + 4

    Rectangle {
        anchors.fill: parent
        border.color: choice.locked ? Theme.line1 : Theme.line2
        border.width: 1
        color: choice.locked ? Theme.none : Theme.bg0
        radius: Theme.controlRadius
    }
    Row {
        id: parts

        x: 2
        y: 2

        Repeater {
            model: choice.choices

            Pressable {
                id: one

                required property int index
                required property string modelData
                readonly property bool picked: modelData === choice.value
                readonly property string word: choice.words[index] ?? modelData

                Accessible.checkable: true
                Accessible.checked: picked
                Accessible.role: Accessible.RadioButton
                height: 24
                label: choice.label + ": " + word
                locked: choice.locked
                objectName: "choice_" + modelData
                tip: ""
                width: Math.max(44, text.implicitWidth + 24)

                onPressed: choice.chosen(modelData)

                Rectangle {
                    anchors.fill: parent
                    border.color: Theme.line2
                    border.width: one.picked && one.locked ? 1 : 0
                    color: one.locked ? Theme.none : one.picked ? Theme.text1 : one.hovered ? Theme.bg4 : Theme.none
                    radius: Theme.keyRadius
                }
                Words {
                    id: text

                    anchors.centerIn: parent
                    color: one.locked ? Theme.text3 : one.picked ? Theme.ink : Theme.text2
                    text: one.word
                    weight: Font.DemiBold
                }
            }
        }
    }
}
