import QtQuick

// The one tooltip of a window: below its control, or above where there is no room.
Rectangle {
    id: tip

    readonly property Item target: Tips.shown
    readonly property bool mine: target !== null && target.visible && target.Window.window === tip.Window.window
    property rect spot
    readonly property size room: parent === null ? Qt.size(0, 0) : Qt.size(parent.width, parent.height)

    // Where the control is now: what is around it may have moved it.
    function follow() {
        if (target !== null && mine)
            spot = target.mapToItem(parent, 0, 0, target.width, target.height);
    }

    Accessible.ignored: true
    border.color: Theme.line2
    border.width: 1
    color: Theme.bg4
    height: 26
    objectName: "tip"
    radius: Theme.controlRadius
    visible: mine && Tips.text !== "" && spot.width > 0
    width: Math.min(words.implicitWidth + 16, 420)
    x: Math.round(Math.max(4, Math.min(room.width - width - 4, spot.x + (spot.width - width) / 2)))
    y: Math.round(spot.y + spot.height + 6 + height + 4 <= room.height ? spot.y + spot.height + 6 : spot.y - height - 6)
    z: 100

    onMineChanged: follow()
    onTargetChanged: follow()

    Connections {
        function onAfterAnimating() {
            tip.follow();
        }

        enabled: tip.mine
        target: tip.Window.window
    }
    Words {
        id: words

        height: parent.height
        objectName: "tipText"
        text: Tips.text
        width: Math.min(implicitWidth, 404)
        x: 8
    }
}
