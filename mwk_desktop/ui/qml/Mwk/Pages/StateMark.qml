import QtQuick
import Mwk

// A state as a shape: ok disc, warn triangle, bad square, off ring.
Item {
    id: mark

    property string kind: "off"

    implicitHeight: 12
    implicitWidth: 12

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.text2
        border.width: mark.kind === "off" ? 1.5 : 0
        color: mark.kind === "off" ? Theme.none : mark.kind === "bad" ? Theme.bad : Theme.ok
        height: 10
        radius: mark.kind === "bad" ? 0 : 5
        visible: mark.kind !== "warn"
        width: 10
    }
    Icon {
        anchors.centerIn: parent
        color: Theme.warn
        icon: "ui/triangle"
        size: 12
        visible: mark.kind === "warn"
    }
}
