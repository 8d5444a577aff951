import QtQuick
import Mwk

// Who sent OSC: where from, how long ago, what the newest packet said, and what became of it.
Item {
    id: sender

    required property var facts
    readonly property int heardAt: 250

    Accessible.name: facts.host + ", " + facts.age + ": " + facts.heard + ". " + facts.result
    Accessible.role: Accessible.StaticText
    height: 29

    Words {
        color: Theme.text3
        height: parent.height
        px: 11
        text: sender.facts.age
        width: 96
    }
    Words {
        color: Theme.text2
        height: parent.height
        px: 11
        text: sender.facts.host
        width: sender.heardAt - x - 10
        x: 106
    }
    Words {
        height: parent.height
        text: sender.facts.heard
        width: (sender.width - sender.heardAt) / 2 - 10
        x: sender.heardAt
    }
    Words {
        color: sender.facts.refused ? Theme.warn : Theme.text1
        height: parent.height
        px: 11
        text: sender.facts.result
        width: sender.width - x
        x: sender.heardAt + (sender.width - sender.heardAt) / 2
    }
}
