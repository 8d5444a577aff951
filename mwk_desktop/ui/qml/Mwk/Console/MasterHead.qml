import QtQuick
import Mwk
import MwkViews

// The head of the master: its name, and the rhythm floor's switch where the set has one.
Item {
    id: head

    required property ConsoleView view
    property bool locked: false
    readonly property bool oneLine: Metrics.oneLineHead

    implicitHeight: Metrics.headHeight

    Icon {
        id: icon

        color: Theme.text2
        icon: "ui/bars"
        size: Metrics.iconSize
        visible: !head.oneLine || !head.view.floorShown
    }
    FloorSwitch {
        id: floor

        anchors.right: parent.right
        height: Metrics.iconSize
        locked: head.locked
        view: head.view
        visible: head.view.floorShown
        width: parent.width - (head.oneLine ? title.implicitWidth + 6 : Metrics.iconSize + 8)
    }
    LearnRing {
        action: "master.floor"
        anchors.fill: floor
        label: floor.label
        tagAt: "below"
        visible: floor.visible
    }
    Words {
        id: title

        height: head.oneLine ? Metrics.iconSize : Metrics.nameHeight
        px: 13
        text: qsTr("Master")
        weight: Font.DemiBold
        x: head.oneLine && icon.visible ? Metrics.iconSize + 4 : 0
        y: head.oneLine ? 0 : Metrics.iconSize + Metrics.gap
    }
}
