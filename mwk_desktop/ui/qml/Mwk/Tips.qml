pragma Singleton

import QtQuick

// Which control the pointer has rested on for long enough to show its tip. What the tip says is
// read from the control, which may change while the pointer is on it.
QtObject {
    id: tips

    property var over: null
    property var shown: null
    readonly property string text: shown === null ? "" : shown.tip
    property int waitMs: 500
    property Timer wait: Timer {
        interval: tips.waitMs

        onTriggered: tips.shown = tips.over
    }

    function enter(item: Item) {
        over = item;
        shown = null;
        wait.restart();
    }
    function leave(item: Item) {
        if (over !== item)
            return;
        wait.stop();
        over = null;
        shown = null;
    }
}
