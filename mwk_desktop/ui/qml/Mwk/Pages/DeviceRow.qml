import QtQuick
import Mwk

// A MIDI controller: whether it is there, its map, what was heard last. A press draws it.
Pressable {
    id: row

    required property var device
    property bool picked: false
    // Where there is no room for the map: the chosen device's has a row of its own beside the list.
    readonly property bool withMap: whole.advanceWidth <= width - 46

    Accessible.description: device.map + ". " + device.heard
    implicitHeight: 48
    label: device.name + ": " + device.word
    objectName: "device_" + device.name
    tip: ""

    Rectangle {
        anchors.fill: parent
        color: row.picked || row.hovered ? Theme.bg3 : Theme.none
        radius: Theme.controlRadius
    }
    Rectangle {
        color: Theme.text1
        height: parent.height
        visible: row.picked
        width: 3
    }
    StateMark {
        kind: row.device.level
        x: 14
        y: 12
    }
    Words {
        height: 20
        px: 13
        text: row.device.name
        weight: Font.DemiBold
        width: row.width - x - 10
        x: 34
        y: 5
    }
    TextMetrics {
        id: whole

        font.family: Theme.family
        font.letterSpacing: 0.2
        font.pixelSize: 11
        text: row.device.word + " \u00b7 " + row.device.map
    }
    Words {
        color: row.device.level === "bad" ? Theme.bad : row.device.level === "warn" ? Theme.warn : Theme.text2
        height: 18
        objectName: "deviceState"
        px: 11
        text: row.withMap ? whole.text : row.device.word
        width: row.width - x - 10
        x: 34
        y: 25
    }
}
