import QtQuick
import Mwk

// A state as a shape: ok disc, warn triangle, bad square, off ring.
Item {
    id: mark

    required property string kind

    implicitHeight: 10
    implicitWidth: 10

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.text2
        border.width: mark.kind === "off" ? 1.5 : 0
        color: mark.kind === "off" ? Theme.none : mark.kind === "bad" ? Theme.bad : Theme.ok
        height: 8
        radius: mark.kind === "bad" ? 0 : 4
        visible: mark.kind !== "warn"
        width: 8
    }
    Icon {
        anchors.centerIn: parent
        color: Theme.warn
        icon: "ui/triangle"
        size: 10
        visible: mark.kind === "warn"
    }
}
