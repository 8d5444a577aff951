import QtQuick

// The first or the last item of a dialog: Tab goes on at its other end.
Item {
    id: edge

    // The item at the other end.
    required property Item other
    property bool last: false

    activeFocusOnTab: true

    onActiveFocusChanged: {
        if (activeFocus)
            other.nextItemInFocusChain(last).forceActiveFocus(last ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
}
