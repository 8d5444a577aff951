pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// What the chosen recording holds: how much, when, and whether it plays as it was.
Rectangle {
    id: card

    // See FilesView.preview.
    required property var facts
    readonly property bool there: facts.name !== undefined
    readonly property bool known: there && !facts.reading
    readonly property bool playable: known && facts.problem === ""

    Accessible.description: playable ? facts.line : ""
    Accessible.name: there ? facts.name : qsTr("No recording is chosen.")
    Accessible.role: Accessible.Grouping
    border.color: Theme.line1
    border.width: 1
    color: Theme.bg1
    objectName: "recordingPreview"
    radius: Theme.controlRadius

    Words {
        color: card.there ? Theme.text1 : Theme.text3
        height: 20
        px: 13
        text: card.there ? card.facts.name : qsTr("No recording is chosen.")
        weight: card.there ? Font.DemiBold : Font.Normal
        width: parent.width - 28
        x: 14
        y: 12
    }
    Words {
        color: card.known && card.facts.problem !== "" ? Theme.bad : Theme.text2
        elide: Text.ElideNone
        maximumLineCount: card.playable ? 2 : 8
        objectName: "previewLine"
        text: !card.there ? "" : card.facts.reading ? qsTr("Reading…") : card.playable ? card.facts.line : card.facts.problem
        width: parent.width - 28
        wrapMode: Text.Wrap
        x: 14
        y: 34
    }
    Row {
        id: bars

        readonly property var parts: card.playable ? card.facts.density : []

        height: 46
        spacing: 1
        x: 14
        y: 70

        Repeater {
            model: bars.parts

            Rectangle {
                required property real modelData

                color: Theme.text2
                height: Math.max(1, modelData * bars.height)
                width: (card.width - 28) / bars.parts.length - 1
                y: bars.height - height
            }
        }
    }
    Words {
        color: Theme.text3
        height: 16
        px: 11
        text: "0:00"
        visible: card.playable
        x: 14
        y: 120
    }
    Words {
        color: Theme.text3
        height: 16
        horizontalAlignment: Theme.end
        objectName: "previewLength"
        px: 11
        text: card.playable ? card.facts.length : ""
        width: 80
        x: parent.width - width - 14
        y: 120
    }
    Column {
        spacing: 6
        width: parent.width - 28
        x: 14
        y: 146

        Repeater {
            model: card.playable ? card.facts.rows : []

            Item {
                id: line

                required property var modelData

                height: Math.max(18, value.implicitHeight)
                width: parent.width

                Words {
                    color: Theme.text3
                    height: 18
                    text: line.modelData[0]
                    width: 82
                }
                Words {
                    id: value

                    maximumLineCount: 11
                    objectName: "previewValue"
                    text: line.modelData[1]
                    width: parent.width - x
                    wrapMode: Text.Wrap
                    x: 86
                }
            }
        }
    }
}
