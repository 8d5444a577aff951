import QtQuick

// Marks the focused control: 2 px wide, 2 px outside of it.
Rectangle {
    property real around: Theme.controlRadius

    anchors.fill: parent
    anchors.margins: -4
    border.color: Theme.info
    border.width: 2
    color: Theme.none
    radius: around + 4
    z: 10
}
