pragma Singleton

import QtQuick

// Which control the pointer has rested on for long enough to show its tip.
QtObject {
    id: tips

    property Item over: null
    property Item shown: null
    property string text: ""
    property Timer wait: Timer {
        interval: 500

        onTriggered: tips.shown = tips.over
    }

    function enter(item: Item, words: string) {
        if (words === "")
            return;
        over = item;
        text = words;
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
