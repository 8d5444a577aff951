pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// One of a few words.
Row {
    id: choice

    property var choices: []
    property var words: choices
    property string value: ""
    property string label: ""
    property bool locked: false

    signal chosen(string value)

    Accessible.name: label
    Accessible.role: Accessible.Grouping
    height: 28
    spacing: 4

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
            height: 28
            label: choice.label + ": " + word
            locked: choice.locked
            objectName: "choice_" + modelData
            width: text.implicitWidth + 24

            onPressed: choice.chosen(modelData)

            Rectangle {
                anchors.fill: parent
                border.color: one.picked ? Theme.text1 : one.locked ? Theme.line1 : Theme.line2
                border.width: one.picked ? 1.5 : 1
                color: one.picked && !one.locked ? Theme.text1 : one.hovered ? Theme.bg4 : Theme.bg1
                radius: Theme.controlRadius
            }
            Words {
                id: text

                anchors.centerIn: parent
                color: one.locked ? Theme.text3 : one.picked ? Theme.ink : Theme.text1
                text: one.word
                weight: one.picked ? Font.DemiBold : Font.Normal
            }
        }
    }
}
