import QtQuick
import Mwk

// One line of a stranger's text. A listed word in it is marked, and stays in sight when the rest is
// cut.
Item {
    id: line

    // From marked_parts(); without a word the text is shown as it is.
    property var parts: ({})
    property string text: ""
    property color ink: Theme.text1
    property int weight: Font.Normal
    readonly property bool marked: parts.word !== undefined
    readonly property int gap: 3
    readonly property real room: width - word.width - (before.text === "" ? 0 : gap) - (after.text === "" ? 0 : gap)

    implicitHeight: 16
    implicitWidth: marked ? Math.ceil(before.implicitWidth + word.wanted + after.implicitWidth) + 2 * gap : plain.implicitWidth

    Words {
        id: plain

        anchors.fill: parent
        color: line.ink
        text: line.text
        visible: !line.marked
        weight: line.weight
    }
    Row {
        height: parent.height
        layoutDirection: (line.parts.leftwards ?? false) === Theme.mirrored ? Qt.LeftToRight : Qt.RightToLeft
        spacing: line.gap
        visible: line.marked

        Words {
            id: before

            color: line.ink
            elide: Text.ElideLeft
            height: parent.height
            text: line.parts.before ?? ""
            visible: text !== ""
            weight: line.weight
            width: Math.max(0, Math.min(Math.ceil(implicitWidth), line.room - Math.min(60, after.implicitWidth)))
        }
        Rectangle {
            id: word

            readonly property real wanted: Math.ceil(listed.implicitWidth) + 6

            color: Theme.markBg
            height: parent.height
            objectName: "markedWord"
            radius: 2
            width: Math.min(wanted, line.width)

            Words {
                id: listed

                color: Theme.markInk
                height: parent.height
                text: line.parts.word ?? ""
                weight: line.weight
                width: Math.min(Math.ceil(implicitWidth), word.width - 6)
                x: 3
            }
            Rectangle {
                anchors.bottom: parent.bottom
                color: Theme.warn
                height: 1.5
                width: parent.width
            }
        }
        Words {
            id: after

            color: line.ink
            height: parent.height
            text: line.parts.after ?? ""
            visible: text !== ""
            weight: line.weight
            width: Math.max(0, Math.min(Math.ceil(implicitWidth), line.room - before.width))
        }
    }
}
