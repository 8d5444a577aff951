pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The strips between their scale and the master, and the panels at the side.
Item {
    id: mixer

    required property ConsoleView view
    required property CrowdView crowd
    required property CueView cue
    required property FeedModel feed
    required property QueueModel queue
    required property WindowsView windows
    // A page or a menu is open: the keyboard stays there.
    property bool overlaid: false

    // One property with a list: a strip's meter reads its own four values of it.
    readonly property var levels: view.levels
    readonly property int stripsLeft: Metrics.pad + Metrics.gutterWidth + 4
    readonly property real stripsSpace: width - Metrics.pad - Metrics.sideWidth - Metrics.sideGap - Metrics.masterWidth - Metrics.stripGap - stripsLeft
    readonly property real stripWidth: Math.min(Metrics.stripMaximum, (stripsSpace - (view.stripCount - 1) * Metrics.stripGap) / view.stripCount)
    readonly property int masterX: Math.round(stripsLeft + view.stripCount * (stripWidth + Metrics.stripGap))
    readonly property int sideX: masterX + Metrics.masterWidth + Metrics.sideGap
    readonly property alias outputButton: master.outputButton

    signal clipsAsked(int place, Item anchor)
    signal crowdAsked
    signal ceilingAsked(Item anchor)
    signal cueAsked(Item anchor)
    signal outputsAsked(Item anchor)

    // Strips from 0 on, then the master; or the messages.
    function focusPlace(place: int) {
        if (overlaid)
            return;
        if (place === view.messagesPlace)
            side.focusMessages();
        else
            (place < strips.count ? strips.itemAt(place) : master).forceActiveFocus(Qt.ShortcutFocusReason);
    }

    enabled: !overlaid

    Gutter {
        cueOn: mixer.view.cueNext
        cueShown: mixer.view.hasCue
        height: parent.height
        locked: mixer.view.locked
        marks: mixer.view.faderMarks
        width: Metrics.gutterWidth
        x: Metrics.pad

        onCueToggled: mixer.view.toggleCueNext()
    }
    Repeater {
        id: strips

        model: mixer.view.strips

        Strip {
            height: mixer.height
            levels: mixer.levels
            view: mixer.view
            wide: !Metrics.narrow
            width: Math.round(mixer.stripsLeft + (index + 1) * (mixer.stripWidth + Metrics.stripGap)) - Metrics.stripGap - x
            x: Math.round(mixer.stripsLeft + index * (mixer.stripWidth + Metrics.stripGap))

            onClipsAsked: (place, anchor) => mixer.clipsAsked(place, anchor)
        }
    }
    MasterStrip {
        id: master

        cue: mixer.cue
        height: parent.height
        levels: mixer.levels
        view: mixer.view
        wide: !Metrics.narrow
        width: Metrics.masterWidth
        x: mixer.masterX

        onCeilingAsked: anchor => mixer.ceilingAsked(anchor)
        onCueAsked: anchor => mixer.cueAsked(anchor)
        onOutputsAsked: anchor => mixer.outputsAsked(anchor)
    }
    SidePanels {
        id: side

        crowd: mixer.crowd
        feed: mixer.feed
        height: parent.height
        pageOpen: mixer.overlaid
        queue: mixer.queue
        view: mixer.view
        width: mixer.width - Metrics.pad - x
        windows: mixer.windows
        x: mixer.sideX

        onCrowdAsked: mixer.crowdAsked()
    }
}
