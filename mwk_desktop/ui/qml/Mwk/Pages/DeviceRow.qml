import QtQuick
import Mwk

// A MIDI controller: whether it is there, its map, what was heard last.
Item {
    id: row

    required property var device

    Accessible.name: device.name + ": " + device.word + ". " + device.map + ". " + device.heard
    Accessible.role: Accessible.StaticText
    implicitHeight: 40
    objectName: "device_" + device.name

    StateMark {
        kind: row.device.level
        y: 4
    }
    Words {
        height: 20
        text: row.device.name
        weight: Font.DemiBold
        width: row.width - x - 150
        x: 22
    }
    Words {
        color: row.device.level === "bad" ? Theme.bad : row.device.level === "warn" ? Theme.warn : Theme.text2
        height: 20
        horizontalAlignment: Theme.end
        text: row.device.word
        width: 146
        x: row.width - width
    }
    Words {
        color: Theme.text2
        height: 20
        text: row.device.map
        width: row.width - x - 110
        x: 22
        y: 20
    }
    Words {
        color: Theme.text3
        height: 20
        horizontalAlignment: Theme.end
        text: row.device.heard
        width: 106
        x: row.width - width
        y: 20
    }
}
