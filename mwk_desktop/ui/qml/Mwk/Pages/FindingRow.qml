import QtQuick
import Mwk

// One check: its state as a shape and a word, what was found, what to do.
Item {
    id: row

    required property var finding
    property int titleWidth: 150
    property bool wordShown: true
    readonly property int textX: 32 + titleWidth + (wordShown ? 96 : 0)

    Accessible.name: finding.title + ": " + finding.word + ". " + finding.found + " " + finding.remedy
    Accessible.role: Accessible.StaticText
    height: Math.max(28, texts.height + 10)
    objectName: "finding_" + finding.key

    StateMark {
        kind: row.finding.level
        x: 8
        y: 9
    }
    Words {
        height: 28
        text: row.finding.title
        weight: Font.DemiBold
        width: row.titleWidth
        x: 32
    }
    Words {
        color: row.finding.level === "bad" ? Theme.bad : row.finding.level === "warn" ? Theme.warn : Theme.text3
        height: 28
        text: row.finding.word
        visible: row.wordShown
        width: 92
        x: 32 + row.titleWidth
    }
    Column {
        id: texts

        spacing: 2
        width: row.width - x - 8
        x: row.textX
        y: 6

        Words {
            color: row.finding.level === "off" ? Theme.text2 : Theme.text1
            elide: Text.ElideNone
            maximumLineCount: 4
            objectName: "found"
            text: row.finding.found
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            color: Theme.text2
            elide: Text.ElideNone
            maximumLineCount: 3
            objectName: "remedy"
            text: "\u2192 " + row.finding.remedy
            visible: row.finding.remedy !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
