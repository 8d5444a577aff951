import QtQuick
import Mwk
import MwkViews

// The row under the transport. At rest it holds what is done to all strips at once; when one thing
// matters more than all others, that takes the whole row. Nothing below ever moves by it.
Rectangle {
    id: rail

    required property ConsoleView view

    signal snapMenuAsked(int number, Item anchor)

    Accessible.name: qsTr("GO, snapshots and changes by hand")
    Accessible.role: Accessible.Grouping
    color: Theme.bg1
    height: Metrics.railHeight
    objectName: "rail"

    RailRest {
        anchors.fill: parent
        view: rail.view

        onMenuAsked: (number, anchor) => rail.snapMenuAsked(number, anchor)
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
