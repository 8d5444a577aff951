import QtQuick
import Mwk

// The name of a part of a page, which shows it; at its end a few words and how it is.
Pressable {
    id: tab

    property bool picked: false
    property string state_: ""
    property string text: ""

    Accessible.checkable: true
    Accessible.checked: picked
    Accessible.description: text
    Accessible.role: Accessible.PageTab
    implicitHeight: 30
    tip: ""

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
        color: tab.picked ? Theme.text1 : Theme.text2
        height: parent.height
        px: 13
        text: tab.label
        weight: tab.picked ? Font.DemiBold : Font.Normal
        width: parent.width - x - 28 - about.width
        x: 14
    }
    Words {
        id: about

        color: tab.picked ? Theme.text2 : Theme.text3
        height: parent.height
        px: 11
        text: tab.text
        width: Math.min(implicitWidth, 60)
        x: parent.width - width - 26
    }
    StateMark {
        kind: tab.state_
        x: parent.width - 18
        y: 10
    }
}
