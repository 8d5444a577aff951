import QtQuick

// Where the keyboard is: 2 px, 2 px away, always outside its control.
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
