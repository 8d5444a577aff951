import QtQuick
import Mwk

// A key of the clicker: what its button says, and what it does.
Item {
    id: key

    required property var facts
    required property var offers

    signal chosen(string action)
    signal resetAsked

    height: 30
    objectName: "keyRow_" + facts.keys

    KeyCap {
        ink: Theme.text1
        text: key.facts.cap
        y: 6
    }
    Words {
        color: Theme.text2
        height: 30
        text: key.facts.role
        width: 140
        x: 112
    }
    Picker {
        id: action

        choices: key.offers.choices
        details: key.offers.details
        label: qsTr("What %1 does").arg(key.facts.cap)
        objectName: "keyDoes"
        value: key.facts.action
        width: Math.min(360, parent.width - x - 150)
        words: key.offers.words
        x: 264

        onChosen: value => {
            if (value !== key.facts.action)
                key.chosen(value);
        }
    }
    PageButton {
        label: qsTr("%1: back to %2").arg(key.facts.cap).arg(key.facts.default)
        objectName: "keyReset"
        text: qsTr("Default")
        visible: key.facts.canReset
        x: action.x + action.width + 8

        onPressed: key.resetAsked()
    }
}
