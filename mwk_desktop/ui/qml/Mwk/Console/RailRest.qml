pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The rail at rest: Arm, the snapshots, what is set by hand, and all to AUTO. While the desk is to
// be stored, it asks where.
Item {
    id: rest

    required property ConsoleView view

    signal menuAsked(int number, Item anchor)

    readonly property bool storing: view.storing
    readonly property bool armed: view.armed.length > 0
    readonly property int buttonY: Math.floor((height - Metrics.railButtonHeight) / 2)
    readonly property int chipGap: Metrics.slim ? 3 : 4

    RailButton {
        checked: rest.view.arming
        icon: "ui/arm"
        key: "A"
        label: qsTr("Arm: what you press waits for GO")
        lit: rest.view.arming
        locked: rest.view.locked
        objectName: "arm"
        text: rest.view.arming ? qsTr("Arming") : qsTr("Arm")
        visible: !rest.storing
        width: Metrics.armWidth
        x: Metrics.pad
        y: rest.buttonY

        onPressed: rest.view.toggleArm()
    }
    Words {
        Accessible.name: qsTr("Store the desk: choose a place, 1 to 8; Esc: no")
        Accessible.role: Accessible.AlertMessage
        height: parent.height
        objectName: "storeAs"
        text: qsTr("Store as")
        visible: rest.storing
        weight: Font.DemiBold
        width: Metrics.armWidth
        x: Metrics.pad
    }
    Icon {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text2
        icon: "ui/snap"
        size: 16
        visible: !Metrics.slim
        x: Metrics.pad + Metrics.armWidth + 12
    }
    Row {
        id: chips

        spacing: rest.chipGap
        x: Metrics.slim ? Metrics.pad + Metrics.armWidth + 6 : mark.x + 24
        y: rest.buttonY

        Repeater {
            model: 8

            SnapChip {
                id: chip

                required property int index

                locked: rest.view.locked
                number: index + 1
                place: rest.view.places[index]
                storing: rest.storing

                onChosen: rest.view.pressSnapshot(number)
                onMenuAsked: {
                    chip.forceActiveFocus(Qt.OtherFocusReason);
                    rest.menuAsked(number, chip);
                }
            }
        }
    }
    OverrideLine {
        anchors.left: chips.right
        anchors.leftMargin: 12
        anchors.right: lastButton.left
        anchors.rightMargin: 12
        height: parent.height
        view: rest.view
    }
    Item {
        id: lastButton

        anchors.right: parent.right
        anchors.rightMargin: Metrics.pad
        height: parent.height
        width: Metrics.allAutoWidth

        RailButton {
            key: "0"
            label: qsTr("All to AUTO: modes, clips and filters back to the crowd")
            locked: rest.view.locked || !rest.view.byHand
            objectName: "allAuto"
            text: qsTr("All AUTO")
            visible: !rest.storing && !rest.armed
            width: parent.width
            y: rest.buttonY

            onPressed: rest.view.giveAllBack()
        }
        RailButton {
            icon: Metrics.slim ? "" : "ui/x"
            key: qsTr("\u21e7 A", "Shift and A")
            label: qsTr("Forget what is armed")
            locked: rest.view.locked
            objectName: "clearArmed"
            text: qsTr("Clear")
            visible: !rest.storing && rest.armed
            width: parent.width
            y: rest.buttonY

            onPressed: rest.view.forgetArmed()
        }
        RailButton {
            key: qsTr("Esc")
            label: qsTr("Do not store")
            objectName: "storeNo"
            text: qsTr("No")
            visible: rest.storing
            width: parent.width
            y: rest.buttonY

            onPressed: rest.view.endStoring()
        }
    }
}
