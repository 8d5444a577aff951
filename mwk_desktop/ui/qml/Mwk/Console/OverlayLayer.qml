pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import Mwk.Pages
import MwkViews

// Pages, menus and dialogs: they stand between rail and health line, so nothing covers the
// transport.
Item {
    id: layer

    required property ConsoleView view
    required property FilesView files
    required property OutputsView outputs
    required property CrowdView crowd
    required property AudienceView audience
    required property FilesView soundFolders
    required property LeaveView leave
    required property DropView drop
    required property TalkView talk
    required property CeilingView ceiling
    required property CueView cue
    required property QueueModel queue
    required property int sideX
    // The pages of files of their own (connect, settings, checks, query); null without them.
    property var pages: null

    // Something takes the mixer's keys and clicks; the talk's panel does not.
    readonly property bool open: clips.open || snapMenu.open || outputMenu.open || cueMenu.open || ceilingMenu.open || handsMenu.open || mainMenu.open || sheet.open || openPage.open || soundsPage.open || crowdPage.open || pageHost.open || closeGuard.open || dropGuard.open
    readonly property TalkPanel talkPanel: talkLoader.item as TalkPanel
    readonly property bool panelFocus: talkPanel !== null && talkPanel.activeFocus
    // A page, not a menu or a question.
    readonly property bool paged: sheet.open || openPage.open || soundsPage.open || crowdPage.open || pageHost.open

    property Item menuAnchor: null

    // What had the keyboard here has closed.
    signal keysReturned

    function showPage(name: string) {
        if (open)
            return;
        if (name === "open")
            (openPage.made() as OpenPage).begin();
        else if (name === "recent") {
            files.choosePlace(0);
            (openPage.made() as OpenPage).begin();
        } else if (name === "sounds")
            (soundsPage.made() as OpenPage).begin();
        else if (name === "crowd")
            (crowdPage.made() as CrowdPage).begin();
        else if (pages !== null)
            pages.open(name);
    }
    function showClips(place: int, anchor: Item) {
        clips.show(place, anchor);
    }
    function showSnapshot(number: int, anchor: Item) {
        closeAll();
        snapMenu.show(number, anchor);
    }
    function showHands(anchor: Item) {
        closeAll();
        handsMenu.showAt(anchor);
    }
    function showMenu(anchor: Item) {
        closeAll();
        menuAnchor = anchor;
        mainMenu.show(anchor);
    }
    function showOutputs(anchor: Item) {
        outputMenu.show(anchor);
    }
    function showCeiling(anchor: Item) {
        ceilingMenu.show(anchor);
    }
    function showCue(anchor: Item) {
        cueMenu.show(anchor);
    }
    function showKeys() {
        closeAll();
        sheet.made().show();
    }
    function toggleTalkPanel() {
        if (talkPanel !== null && talkPanel.open)
            talkPanel.close();
        else if (talk.there) {
            closeAll();
            talkLoader.active = true;
            talkPanel.show();
        }
    }
    function closeAll() {
        for (const overlay of [clips, snapMenu, outputMenu, cueMenu, ceilingMenu, handsMenu, mainMenu, sheet, openPage, soundsPage, crowdPage, closeGuard, dropGuard])
            overlay.close();
        if (pages !== null)
            pages.close();
    }

    // What a page did not take: another page and the lock work over it, nothing else reaches the
    // show.
    Keys.onPressed: event => {
        if (!open || event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
            return;
        event.accepted = true;
        const action = event.isAutoRepeat || !paged ? "" : view.pageAction(event.key, event.nativeScanCode, event.modifiers);
        if (action === "")
            return;
        const there = pageHost.open ? pageHost.page : sheet.open ? "help" : crowdPage.open ? "crowd" : openPage.open ? "open" : "sounds";
        if (action === "console." + there)
            return;
        if (action.startsWith("console."))
            closeAll();
        view.key(event.key, event.nativeScanCode, event.modifiers, false);
    }

    Loader {
        id: talkLoader

        active: false
        enabled: !layer.open
        width: layer.width - Metrics.pad - x
        // The smallest side is too narrow for it: it reaches over the master, never over a
        // strip.
        x: Math.min(layer.sideX, layer.width - Metrics.pad - 300)
        y: Metrics.mixerGap

        sourceComponent: TalkPanel {
            locked: layer.view.locked
            room: layer.height - 2 * Metrics.mixerGap
            talk: layer.talk

            onClosed: layer.keysReturned()
        }
    }
    ClipMenu {
        id: clips

        anchors.fill: parent
        view: layer.view
    }
    SnapMenu {
        id: snapMenu

        anchors.fill: parent
        view: layer.view
    }
    MainMenu {
        id: mainMenu

        anchors.fill: parent
        hasRecent: layer.files.recentCount > 0
        hasTalk: layer.talk.there
        view: layer.view
        withPages: layer.pages !== null

        onAsked: page => {
            if (page === "quit")
                layer.view.askToLeave();
            else if (page === "demo")
                layer.view.openDemo();
            else if (page === "talk")
                layer.toggleTalkPanel();
            else if (page === "store")
                layer.view.askToStore();
            else if (page === "hands")
                layer.showHands(layer.menuAnchor);
            else if (page === "report")
                layer.view.writeReport();
            else
                layer.showPage(page);
        }
    }
    OutputMenu {
        id: outputMenu

        anchors.fill: parent
        outputs: layer.outputs
    }
    HandsMenu {
        id: handsMenu

        anchors.fill: parent
        hands: layer.view.hands
    }
    CeilingMenu {
        id: ceilingMenu

        anchors.fill: parent
        ceiling: layer.ceiling
        locked: layer.view.locked
    }
    CueMenu {
        id: cueMenu

        anchors.fill: parent
        cue: layer.cue
        locked: layer.view.locked
    }
    FirstUse {
        id: sheet

        anchors.fill: parent

        sourceComponent: CheatSheet {
            canOpen: layer.view.canOpen
            hasTalk: layer.talk.there
            stripCount: layer.view.stripCount
            view: layer.view
            withPages: layer.pages !== null
        }
    }
    FirstUse {
        id: openPage

        anchors.fill: parent

        sourceComponent: OpenPage {
            files: layer.files
            objectName: "openPage"
            view: layer.view
        }
    }
    FirstUse {
        id: soundsPage

        anchors.fill: parent

        sourceComponent: OpenPage {
            files: layer.soundFolders
            objectName: "soundsPage"
            soundSets: true
            view: layer.view
        }
    }
    FirstUse {
        id: crowdPage

        anchors.fill: parent

        sourceComponent: CrowdPage {
            audience: layer.audience
            crowd: layer.crowd
            queue: layer.queue
            view: layer.view
        }
    }
    PageHost {
        id: pageHost

        anchors.fill: parent
        pages: layer.pages
    }
    FirstUse {
        id: closeGuard

        anchors.fill: parent

        sourceComponent: CloseGuard {
            leave: layer.leave
        }
    }
    FirstUse {
        id: dropGuard

        anchors.fill: parent

        sourceComponent: DropGuard {
            drop: layer.drop
        }
    }
    Connections {
        function onAskingChanged() {
            if (layer.leave.asking)
                (closeGuard.made() as CloseGuard).ask();
            else
                closeGuard.close();
        }

        target: layer.leave
    }
    Connections {
        function onAskingChanged() {
            if (layer.drop.asking)
                (dropGuard.made() as DropGuard).ask();
            else
                dropGuard.close();
        }

        target: layer.drop
    }
}
