import QtQuick

// The sheet of a page over the mixer: a head with title and cross, and a body that scrolls. A click
// beside it closes it; what is below takes neither clicks nor the wheel.
Item {
    id: frame

    default property alias content: body.content
    property int sheetHeight: 400
    // Below this height the body scrolls; 0: what is on it shrinks with it.
    property int leastHeight: 0
    property int sheetWidth: 600
    property string title: ""
    // The cross's objectName.
    property string crossName: "pageClose"
    readonly property int headHeight: 48
    // What a page puts beside its title, and where the rest is.
    readonly property alias headItem: headLine
    readonly property alias sheetBody: body

    signal closeAsked
    signal pressed

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true

        onClicked: frame.closeAsked()
        onWheel: event => event.accepted = true
    }
    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.line2
        border.width: 1
        color: Theme.bg2
        height: Math.min(frame.height - 2 * Metrics.mixerGap, frame.sheetHeight)
        objectName: "page"
        radius: 8
        width: Math.min(frame.width - 2 * Metrics.pad, frame.sheetWidth)

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true

            onClicked: frame.pressed()
        }
        Words {
            height: frame.headHeight
            px: 15
            text: frame.title
            weight: Font.DemiBold
            width: parent.width - 80
            x: 20
        }
        Item {
            id: headLine

            height: frame.headHeight
            width: parent.width
        }
        CloseButton {
            objectName: frame.crossName
            x: parent.width - 40
            y: 10

            onPressed: frame.closeAsked()
        }
        Rectangle {
            color: Theme.line2
            height: 1
            width: parent.width
            y: frame.headHeight
        }
        PageBody {
            id: body

            height: parent.height - y
            leastHeight: frame.leastHeight
            width: parent.width
            y: frame.headHeight + 1
        }
    }
}
