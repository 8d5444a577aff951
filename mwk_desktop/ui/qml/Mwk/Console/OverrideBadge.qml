import QtQuick
import Mwk

// Marks a strip that the presenter controls: solid now, dashed once the change lands.
Item {
    id: badge

    required property string kind

    implicitHeight: 18
    implicitWidth: 20

    Rectangle {
        anchors.fill: parent
        color: Theme.text1
        radius: Theme.keyRadius
        visible: badge.kind === "solid"
    }
    Dashed {
        anchors.fill: parent
        color: badge.kind === "armed" ? Theme.ok : Theme.text1
        radius: Theme.keyRadius
        visible: badge.kind === "dashed" || badge.kind === "armed"
    }
    Icon {
        anchors.centerIn: parent
        color: badge.kind === "solid" ? Theme.ink : Theme.text1
        icon: "ui/hand"
        size: 13
    }
}
