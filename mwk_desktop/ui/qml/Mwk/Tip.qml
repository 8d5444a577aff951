import QtQuick

// The one tooltip of a window: below its control, or above where there is no room.
Rectangle {
    id: tip

    readonly property Item target: Tips.shown
    readonly property bool mine: target !== null && target.Window.window === tip.Window.window

    function place() {
        if (target === null || !mine)
            return;
        const corner = target.mapToItem(parent, 0, 0);
        const below = corner.y + target.height + 6;
        x = Math.round(Math.max(4, Math.min(parent.width - width - 4, corner.x + (target.width - width) / 2)));
        y = Math.round(below + height + 4 <= parent.height ? below : corner.y - height - 6);
    }

    Accessible.ignored: true
    border.color: Theme.line2
    border.width: 1
    color: Theme.bg4
    height: 26
    objectName: "tip"
    radius: Theme.controlRadius
    visible: mine
    width: Math.min(words.implicitWidth + 16, 420)
    z: 100

    onTargetChanged: place()
    onWidthChanged: place()

    Words {
        id: words

        height: parent.height
        objectName: "tipText"
        text: Tips.text
        width: Math.min(implicitWidth, 404)
        x: 8
    }
}
