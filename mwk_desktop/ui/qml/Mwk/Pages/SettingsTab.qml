import QtQuick
import Mwk

// The name of a group of settings, which shows its page.
Pressable {
    id: tab

    property bool picked: false
    // A setting of the group is wrong.
    property bool wrong: false

    Accessible.checkable: true
    Accessible.checked: picked
    Accessible.role: Accessible.PageTab
    tip: name.truncated ? label : ""

    Rectangle {
        anchors.fill: parent
        color: tab.picked || tab.hovered ? Theme.bg4 : Theme.none
        radius: Theme.controlRadius
    }
    Rectangle {
        color: Theme.text1
        height: parent.height - 8
        radius: 2
        visible: tab.picked
        width: 3
        y: 4
    }
    Words {
        id: name

        color: tab.picked ? Theme.text1 : Theme.text2
        height: parent.height
        px: 13
        text: tab.label
        weight: tab.picked ? Font.DemiBold : Font.Normal
        width: parent.width - x - (tab.wrong ? 22 : 4)
        x: 14
    }
    StateMark {
        kind: "bad"
        visible: tab.wrong
        x: parent.width - 18
        y: 10
    }
}
