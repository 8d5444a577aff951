pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The ceiling of the limiter, at once and without passing the others, and how much it works.
PopupMenu {
    id: menu

    required property CeilingView ceiling
    property bool locked: false
    readonly property int inset: 14

    function show(anchor: Item) {
        showAt(anchor);
        const now = ceiling.steps.findIndex(step => step.chosen);
        steps.itemAt(Math.max(0, now)).forceActiveFocus(Qt.PopupFocusReason);
    }

    Accessible.name: qsTr("Ceiling of the master")
    boxHeight: column.height + 24
    boxName: "ceilingBox"
    boxWidth: 300
    objectName: "ceilingMenu"

    Column {
        id: column

        spacing: 10
        width: parent.width - 2 * menu.inset
        x: menu.inset
        y: 12

        Words {
            height: 16
            px: 13
            text: qsTr("Ceiling of the master, dBTP")
            weight: Font.DemiBold
            width: parent.width
        }
        Row {
            spacing: 6

            Repeater {
                id: steps

                model: menu.ceiling.steps.length

                PlainButton {
                    required property int index
                    readonly property var step: menu.ceiling.steps[index]

                    Accessible.checkable: true
                    checked: step.chosen
                    ground: Theme.bg2
                    label: qsTr("Ceiling %1 dBTP").arg(step.text)
                    locked: menu.locked
                    objectName: "ceiling_" + index
                    solid: step.chosen
                    text: step.text
                    width: 62

                    onPressed: menu.ceiling.choose(index)
                }
            }
        }
        Words {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            color: Theme.text1
            height: 16
            objectName: "ceilingWorks"
            text: menu.ceiling.works
            width: parent.width
        }
        Words {
            color: Theme.text2
            height: 16
            px: 11
            text: qsTr("Acts at once, in the room and in recordings.")
            width: parent.width
        }
    }
}
