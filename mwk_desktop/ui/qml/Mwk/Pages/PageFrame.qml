import QtQuick
import Mwk

// A page over the mixer. It takes the keyboard and keeps Tab inside; Esc or a click beside it
// closes it. The music and the meters go on behind.
FocusScope {
    id: frame

    default property alias content: sheet.content
    property Item first: null
    property alias pageHeight: sheet.sheetHeight
    property alias leastHeight: sheet.leastHeight
    property alias pageWidth: sheet.sheetWidth
    property alias title: sheet.title
    readonly property alias headItem: sheet.headItem
    readonly property alias body: sheet.sheetBody

    signal closeAsked

    // Later, so that the key that opened the page does not reach it.
    function begin() {
        if (first)
            first.forceActiveFocus(Qt.TabFocusReason);
        else
            forceActiveFocus();
    }

    Accessible.name: title
    Accessible.role: Accessible.Dialog
    focus: true

    Component.onCompleted: Qt.callLater(begin)

    Keys.onPressed: event => {
        // The layer below decides what else works over a page.
        event.accepted = event.key === Qt.Key_Escape;
        if (event.accepted && !event.isAutoRepeat)
            frame.closeAsked();
    }

    FocusEdge {
        id: head

        other: tail
    }
    PageSheet {
        id: sheet

        anchors.fill: parent
        sheetHeight: 640
        sheetWidth: 900

        onCloseAsked: frame.closeAsked()
        onPressed: frame.forceActiveFocus()
    }
    FocusEdge {
        id: tail

        last: true
        other: head
    }
}
