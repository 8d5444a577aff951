pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// One of a few words: each is a button, the chosen one is filled.
Rectangle {
    id: control

    required property var words
    property int current: -1
    property string label: ""
    property bool locked: false
    property int partWidth: 56

    signal chosen(int place)

    Accessible.name: label
    Accessible.role: Accessible.Grouping
    border.color: locked ? Theme.line1 : Theme.line2
    border.width: 1
    color: locked ? Theme.none : Theme.bg0
    implicitHeight: 30
    radius: Theme.controlRadius
    implicitWidth: words.length * partWidth + 4

    Repeater {
        model: control.words

        Pressable {
            id: part

            required property int index
            required property string modelData
            readonly property bool on: control.current === index

            checked: on
            height: Math.max(24, control.height - 4)
            label: control.label + ": " + modelData
            locked: control.locked
            objectName: control.objectName + "_" + index
            width: control.partWidth
            x: 2 + index * control.partWidth
            y: Math.round((control.height - height) / 2)

            onPressed: control.chosen(index)

            Rectangle {
                anchors.fill: parent
                border.color: Theme.line2
                border.width: part.on && control.locked ? 1 : 0
                color: control.locked ? Theme.none : part.on ? Theme.text1 : part.hovered ? Theme.bg4 : Theme.none
                radius: Theme.keyRadius
            }
            Words {
                anchors.centerIn: parent
                color: control.locked ? Theme.text3 : part.on ? Theme.ink : Theme.text2
                horizontalAlignment: Text.AlignHCenter
                text: part.modelData
                weight: Font.DemiBold
                width: Math.min(implicitWidth, parent.width - 4)
            }
        }
    }
}
