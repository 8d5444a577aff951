pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// What was done last, the newest first: when, what, and by whom (here, a controller, a phone).
PopupMenu {
    id: menu

    property var hands: []
    // The lowest windows have less room than twenty rows need.
    readonly property int rowHeight: Math.max(18, Math.min(24, Math.floor((height - 62) / 20)))

    Accessible.name: qsTr("Who did what")
    boxHeight: 40 + Math.max(1, hands.length) * rowHeight
    boxName: "handsBox"
    boxWidth: 600
    objectName: "handsMenu"

    Words {
        height: 18
        px: 13
        text: qsTr("Who did what")
        weight: Font.DemiBold
        width: menu.boxWidth - 28
        x: 14
        y: 10
    }
    Words {
        color: Theme.text2
        height: menu.rowHeight
        text: qsTr("nothing yet")
        visible: menu.hands.length === 0
        x: 14
        y: 32
    }
    Repeater {
        model: menu.open ? menu.hands : []

        Item {
            id: hand

            required property int index
            required property var modelData

            Accessible.name: modelData.time + " " + modelData.label + ", " + modelData.by
            Accessible.role: Accessible.StaticText
            height: menu.rowHeight
            objectName: "hand_" + index
            width: menu.boxWidth - 28
            x: 14
            y: 32 + index * menu.rowHeight

            Words {
                color: Theme.text2
                height: parent.height
                px: 11
                text: hand.modelData.time
                width: 64
            }
            Words {
                height: parent.height
                text: hand.modelData.label
                width: by.x - x - 8
                x: 68
            }
            Words {
                id: by

                color: Theme.text2
                height: parent.height
                px: 11
                text: hand.modelData.by
                width: Math.min(Math.ceil(implicitWidth), 220)
                x: parent.width - width
            }
        }
    }
}
