import QtQuick
import Mwk

// A framed part of the side: title, a figure on the right, content below the line.
Rectangle {
    id: panel

    default property alias content: body.data
    property alias head: headSpot.data
    property string figure: ""
    property color figureInk: Theme.text1
    property string note: ""
    // Fewer words where the note has no room.
    property string brief: note
    property color noteInk: Theme.text3
    property string title: ""
    readonly property int headHeight: Metrics.panelHead
    readonly property int bodyHeight: height - headHeight - 1

    Accessible.name: title
    Accessible.role: Accessible.Grouping
    border.color: Theme.line1
    border.width: 1
    color: Theme.bg1
    radius: Theme.panelRadius

    Words {
        id: titleWords

        height: panel.headHeight
        px: 13
        text: panel.title
        weight: Font.DemiBold
        x: 13
    }
    Words {
        id: fullNote

        text: panel.note
        visible: false
        weight: panel.noteInk === Theme.text3 ? Font.Normal : Font.Medium
    }
    Item {
        id: headSpot

        height: Math.min(26, panel.headHeight - 2)
        x: 13 + titleWords.implicitWidth + 12
        y: Math.floor((panel.headHeight - height) / 2)
    }
    Row {
        height: panel.headHeight
        spacing: 4
        x: panel.width - 13 - width

        Words {
            id: figureWords

            color: panel.figureInk
            height: panel.headHeight
            text: panel.figure
            visible: text !== ""
            weight: Font.DemiBold
        }
        Words {
            // What stands in the head comes first.
            readonly property real room: panel.width - 13 - headSpot.x - headSpot.childrenRect.width - 8 - (figureWords.visible ? figureWords.width + 4 : 0)

            color: panel.noteInk
            height: panel.headHeight
            objectName: "panelNote"
            text: fullNote.implicitWidth <= room ? panel.note : panel.brief
            weight: fullNote.weight
            width: Math.max(0, Math.min(Math.ceil(implicitWidth), room))
        }
    }
    Rectangle {
        color: Theme.line1
        height: 1
        width: parent.width
        y: panel.headHeight
    }
    Item {
        id: body

        clip: true
        height: panel.height - y - 1
        width: panel.width
        y: panel.headHeight + 1
    }
}
