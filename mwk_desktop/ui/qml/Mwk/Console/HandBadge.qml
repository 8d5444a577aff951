import QtQuick
import Mwk

// The presenter's hand on a strip: solid where it holds, dashed where it will.
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
        color: Theme.text1
        radius: Theme.keyRadius
        visible: badge.kind === "dashed"
    }
    Icon {
        anchors.centerIn: parent
        color: badge.kind === "solid" ? Theme.ink : Theme.text1
        icon: "ui/hand"
        size: 13
    }
}
