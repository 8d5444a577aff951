import QtQuick
import MwkViews

// The rhythm floor: whether it plays, and its switch. It is not an instrument to vote for.
MasterFigure {
    id: floor

    required property ConsoleView view
    required property bool locked
    readonly property string label: qsTr("Rhythm floor")

    Accessible.checkable: true
    Accessible.checked: view.floorOn
    Accessible.name: label
    Accessible.role: Accessible.CheckBox
    name: qsTr("Floor")
    objectName: "floorSwitch"
    opacity: view.floorOn ? 1 : 0.6
    value: view.floorText

    Accessible.onPressAction: floor.view.toggleFloor()

    TapHandler {
        enabled: !floor.locked && !Learning.on

        onTapped: floor.view.toggleFloor()
    }
}
