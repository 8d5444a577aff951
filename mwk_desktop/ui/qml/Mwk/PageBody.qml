import QtQuick

// What stands on a page: as high as there is room for, and scrolled where that is less than it
// needs. What gets the keyboard comes into view.
Flickable {
    id: scroller

    default property alias content: body.data
    // Below this height it scrolls; 0: whatever is on it shrinks with it.
    property int leastHeight: 0
    readonly property Item focusItem: Window.activeFocusItem
    readonly property bool scrolls: contentHeight > height

    function reveal(item: Item) {
        let up = item;
        while (up !== null && up !== body)
            up = up.parent;
        if (up === null || !scrolls)
            return;
        const top = item.mapToItem(body, 0, 0).y;
        contentY = Math.max(0, Math.min(contentHeight - height, Math.max(top + item.height + 12 - height, Math.min(contentY, top - 12))));
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: body.height
    contentWidth: width
    interactive: scrolls
    objectName: "pageBody"

    onFocusItemChanged: reveal(focusItem)

    Item {
        id: body

        height: Math.max(scroller.height, scroller.leastHeight)
        width: scroller.width
    }
    Rectangle {
        color: Theme.line3
        height: Math.max(24, scroller.height * scroller.height / scroller.contentHeight)
        parent: scroller
        radius: 2
        visible: scroller.scrolls
        width: 4
        x: parent.width - 7
        y: scroller.contentY * (scroller.height - height) / Math.max(1, scroller.contentHeight - scroller.height)
        z: 1
    }
}
