import QtQuick
import Mwk

// Who sent OSC: where from, how long ago, what the newest packet said, and what became of it.
Item {
    id: sender

    required property var facts
    readonly property int heardAt: width < 900 ? 220 : 250
    // Why it was refused is never cut, in no language at 1024 pixels.
    readonly property int resultAt: heardAt + Math.round((width - heardAt) * 0.4)

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
        width: sender.resultAt - x - 10
        x: sender.heardAt
    }
    Words {
        color: sender.facts.refused ? Theme.warn : Theme.text1
        height: parent.height
        px: 11
        text: sender.facts.result
        width: sender.width - x
        x: sender.resultAt
    }
}
