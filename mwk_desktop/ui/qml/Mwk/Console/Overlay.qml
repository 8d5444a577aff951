import QtQuick
import Mwk

// A page over the mixer: it takes the keyboard, and Esc or a click beside it closes it.
FocusScope {
    id: overlay

    default property alias content: sheet.content
    property bool open: false
    property alias pageHeight: sheet.sheetHeight
    // Below this height the page scrolls.
    property int leastHeight: pageHeight - sheet.headHeight - 1
    property alias pageWidth: sheet.sheetWidth
    property alias title: sheet.title
    signal closed
    signal keyPressed(int key)

    function show() {
        open = true;
        forceActiveFocus();
    }
    function close() {
        if (open) {
            open = false;
            closed();
        }
    }

    Accessible.name: title
    Accessible.role: Accessible.Dialog
    visible: open

    Keys.onPressed: event => {
        // The layer below decides what else works over a page.
        event.accepted = event.key === Qt.Key_Escape;
        if (event.accepted)
            overlay.close();
        else
            overlay.keyPressed(event.key);
        if (!overlay.open)
            event.accepted = true;
    }

    PageSheet {
        id: sheet

        anchors.fill: parent
        crossName: "overlayClose"
        leastHeight: overlay.leastHeight

        onCloseAsked: overlay.close()
    }
}
