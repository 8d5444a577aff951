import QtQuick

// The one tooltip of a window: below its control, or above where there is no room.
Rectangle {
    id: tip

    readonly property Item target: Tips.shown
    readonly property bool mine: target !== null && target.Window.window === tip.Window.window
    readonly property point corner: mine ? target.mapToItem(parent, 0, 0) : Qt.point(0, 0)
    readonly property real below: mine ? corner.y + target.height + 6 : 0

    Accessible.ignored: true
    border.color: Theme.line2
    border.width: 1
    color: Theme.bg4
    height: 26
    objectName: "tip"
    radius: Theme.controlRadius
    visible: mine
    width: Math.min(words.implicitWidth + 16, 420)
    x: mine ? Math.round(Math.max(4, Math.min(parent.width - width - 4, corner.x + (target.width - width) / 2))) : 0
    y: Math.round(below + height + 4 <= parent.height ? below : corner.y - height - 6)
    z: 100

    Words {
        id: words

        height: parent.height
        objectName: "tipText"
        text: Tips.text
        width: Math.min(implicitWidth, 404)
        x: 8
    }
}
