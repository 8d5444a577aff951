import QtQuick
import Mwk

// An action that a control can do, the control that does it, and how to forget it.
Pressable {
    id: row

    required property var facts
    property bool chosen: false
    property bool current: false

    signal picked
    signal forgotten

    activeFocusOnTab: false
    height: 30
    label: facts.control === "" ? facts.label : facts.label + ", " + facts.control
    objectName: "learn_" + facts.action

    onPressed: row.picked()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.info
        border.width: row.chosen ? 2 : row.current ? 1 : 0
        color: row.hovered ? Theme.bg4 : Theme.none
        radius: Theme.controlRadius
    }
    Words {
        height: parent.height
        text: row.facts.label
        weight: row.chosen ? Font.DemiBold : Font.Normal
        width: row.width - x - 150
        x: 10
    }
    Words {
        color: row.chosen ? Theme.info : Theme.text2
        height: parent.height
        horizontalAlignment: Theme.end
        text: row.chosen && row.facts.control === "" ? qsTr("waits") : row.facts.control
        width: 104
        x: row.width - width - 40
    }
    Pressable {
        activeFocusOnTab: false
        anchors.verticalCenter: parent.verticalCenter
        height: 26
        label: qsTr("Forget %1").arg(row.facts.label)
        objectName: "forget"
        visible: row.facts.control !== ""
        width: 26
        x: row.width - 32

        onPressed: row.forgotten()

        Icon {
            anchors.centerIn: parent
            color: Theme.text2
            icon: "ui/x"
            size: 14
        }
    }
}
