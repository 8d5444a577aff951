import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The head of a strip: icon, badge of the presenter's hand, key and name.
ColumnLayout {
    id: head

    required property StripView facts
    required property int index
    required property color hue
    property bool locked: false

    spacing: Metrics.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: 5

        Icon {
            color: head.hue
            icon: head.facts.instrument
            size: Metrics.iconSize
        }
        Item {
            Layout.fillWidth: true
        }
        HandBadge {
            kind: head.facts.badge
            visible: kind !== "" && !head.locked
        }
        Icon {
            color: Theme.text3
            icon: "ui/lock"
            size: 12
            visible: head.locked
        }
        KeyCap {
            Layout.preferredWidth: 17
            text: String(head.index + 1)
        }
    }
    Words {
        Layout.fillWidth: true
        Layout.preferredHeight: Metrics.nameHeight
        color: head.facts.dim ? Theme.text3 : Theme.text1
        px: 13
        text: head.facts.name
        weight: Font.DemiBold
    }
}
