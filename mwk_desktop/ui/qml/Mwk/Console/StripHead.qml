import QtQuick
import Mwk
import MwkViews

// The head of a strip: icon, badge of the presenter's override, key and name. With little height it is
// one line, of icon and name: the rows below show what is overridden.
Item {
    id: head

    required property StripView facts
    required property int index
    required property color hue
    property bool locked: false
    readonly property bool oneLine: Metrics.oneLineHead

    implicitHeight: Metrics.headHeight

    Icon {
        id: icon

        color: head.hue
        icon: head.facts.instrument
        size: head.oneLine && Metrics.slim ? 16 : Metrics.iconSize
        y: (Metrics.iconSize - size) / 2
    }
    Row {
        anchors.right: parent.right
        height: Metrics.iconSize
        spacing: 5

        OverrideBadge {
            anchors.verticalCenter: parent.verticalCenter
            kind: head.facts.badge
            visible: kind !== "" && !head.oneLine
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text3
            icon: "ui/lock"
            size: 12
            visible: head.locked && !head.oneLine // the header says it, and the controls show it
        }
        KeyCap {
            anchors.verticalCenter: parent.verticalCenter
            text: String(head.index + 1)
            visible: !head.oneLine
            width: 17
        }
    }
    Words {
        color: head.facts.dim ? Theme.text3 : Theme.text1
        height: head.oneLine ? Metrics.iconSize : Metrics.nameHeight
        px: head.oneLine && Metrics.slim ? 12 : 13
        text: head.oneLine && Metrics.narrow ? head.facts.shortName : head.facts.name
        weight: Font.DemiBold
        width: parent.width - x
        x: head.oneLine ? icon.size + (Metrics.slim ? 3 : 4) : 0
        y: head.oneLine ? 0 : Metrics.iconSize + Metrics.gap
    }
}
