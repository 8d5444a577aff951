import QtQuick

// A state as a shape: ok disc, warn triangle, bad square, off ring.
Item {
    id: mark

    property string kind: "off"
    // Of the triangle; the others look as large with a little less.
    property int size: 10

    implicitHeight: size
    implicitWidth: size

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.text2
        border.width: mark.kind === "off" ? 1.5 : 0
        color: mark.kind === "off" ? Theme.none : mark.kind === "bad" ? Theme.bad : Theme.ok
        height: mark.size - 2
        radius: mark.kind === "bad" ? 0 : height / 2
        visible: mark.kind !== "warn"
        width: height
    }
    Icon {
        anchors.centerIn: parent
        color: Theme.warn
        icon: "ui/triangle"
        size: mark.size
        visible: mark.kind === "warn"
    }
}
