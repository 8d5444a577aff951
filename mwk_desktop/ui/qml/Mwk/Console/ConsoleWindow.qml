pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Mwk
import MwkViews

// The presenter's console.
Window {
    id: window

    required property ConsoleView view
    required property FeedModel feed
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
    required property TourView tour
    required property QueueModel queue
    required property SilenceView silence
    required property WindowsView windows
    property bool reducedMotion: false
    // The pages of files of their own (connect, settings, checks, query); null without them.
    property var pages: null

    // The winner moment has begun, but the stage is not open.
    readonly property bool winnerUnseen: view.winner && !windows.stageOpen
    // Little height: several banners share one row.
    readonly property bool bannersShare: notices.count >= 2 && (view.replaying && height < 900 || Metrics.compact)
    readonly property bool overlaid: over.open
    property Item hadFocus: null

    contentItem.transform: Scale {
        origin.x: window.width / 2
        xScale: Theme.mirrored ? -1 : 1
    }
    function returnKeys() {
        if (active && !overlaid && activeFocusItem === contentItem)
            root.forceActiveFocus(Qt.OtherFocusReason);
    }

    color: Theme.bg0
    minimumHeight: 600
    minimumWidth: 1024
    title: qsTr("Music with Kafka")
    visible: false

    Binding {
        property: "windowWidth"
        target: Metrics
        value: window.width
    }
    Binding {
        property: "windowHeight"
        target: Metrics
        value: window.height
    }
    Binding {
        property: "mixerHeight"
        target: Metrics
        value: mixer.height
    }

    Component.onCompleted: Theme.reducedMotion = reducedMotion
    // What had the keyboard is gone: a notice that was closed, the tour's last step.
    onActiveFocusItemChanged: Qt.callLater(window.returnKeys)
    // The end of a held key goes to the window that has the keyboard now.
    onActiveChanged: view.releaseKeys()
    // The program ends by itself, once nothing stands against it.
    onClosing: close => {
        close.accepted = false;
        view.askToLeave();
    }
    // While a page or a menu is open, the mixer takes no key and no click, and header, transport and
    // rail no key; afterwards the focus returns to where it was.
    onOverlaidChanged: {
        if (overlaid)
            hadFocus = activeFocusItem;
        Overlays.open = overlaid;
        view.releaseKeys();
        if (overlaid)
            return;
        if (hadFocus !== null && hadFocus.visible)
            hadFocus.forceActiveFocus(Qt.OtherFocusReason);
        else
            root.forceActiveFocus(Qt.OtherFocusReason);
        hadFocus = null;
    }

    Item {
        id: root

        anchors.fill: parent
        focus: true
        objectName: "root"

        Keys.onPressed: event => event.accepted = window.view.key(event.key, event.nativeScanCode, event.modifiers, event.isAutoRepeat)
        Keys.onReleased: event => event.accepted = window.view.keyReleased(event.key, event.nativeScanCode, event.modifiers, event.isAutoRepeat)

        Item {
            id: controls

            anchors.fill: parent

            Header {
                id: header

                objectName: "header"
                pad: Metrics.pad
                view: window.view
                width: parent.width

                talk: window.talk

                onTalkAsked: over.toggleTalkPanel()
                onHelpAsked: over.showKeys()
                onMenuAsked: anchor => over.showMenu(anchor)
            }
            Notices {
                id: notices

                bannersShare: window.bannersShare
                enabled: !window.overlaid
                pad: Metrics.pad
                stageLost: window.windows.stageLost
                view: window.view
                width: parent.width
                winnerUnseen: window.winnerUnseen
                withPages: window.pages !== null
                y: header.height

                onOutputsAsked: over.showOutputs(mixer.outputButton)
                onPageAsked: page => over.showPage(page)
                onStageAsked: window.view.toggleStageWindow()
            }
            Transport {
                id: transport

                objectName: "transport"
                escTaken: window.overlaid || over.panelFocus || window.view.learnText !== "" || window.view.storing
                pad: Metrics.pad
                view: window.view
                width: parent.width
                y: notices.y + notices.height
            }
            Rail {
                id: rail

                view: window.view
                width: parent.width
                y: transport.y + transport.height

                onSnapMenuAsked: (number, anchor) => over.showSnapshot(number, anchor)
            }
            Mixer {
                id: mixer

                crowd: window.crowd
                cue: window.cue
                feed: window.feed
                height: health.y - Metrics.mixerGap - y
                overlaid: window.overlaid
                queue: window.queue
                view: window.view
                width: parent.width
                windows: window.windows
                y: rail.y + rail.height + Metrics.mixerGap

                onCeilingAsked: anchor => over.showCeiling(anchor)
                onClipsAsked: (place, anchor) => over.showClips(place, anchor)
                onCrowdAsked: over.showPage("crowd")
                onCueAsked: anchor => over.showCue(anchor)
                onOutputsAsked: anchor => over.showOutputs(anchor)
            }
            // What matters more takes the rail: the last of these that is visible.
            LearnBar {
                height: rail.height
                pad: Metrics.pad
                view: window.view
                width: parent.width
                y: rail.y
            }
            EndingBar {
                height: rail.height
                pad: Metrics.pad
                talk: window.talk
                width: parent.width
                y: rail.y
            }
            SilenceBar {
                beat: window.view.beat
                beatsPerBar: window.view.beatsPerBar
                canReport: window.view.canReport
                height: rail.height
                overlaid: window.overlaid
                pad: Metrics.pad
                silence: window.silence
                width: parent.width
                y: rail.y

                onFadeAsked: window.view.pressFade()
                onReportAsked: window.view.writeReport()
            }
            HealthLine {
                id: health

                enabled: !window.overlaid
                pad: Metrics.pad
                stageLost: window.windows.stageLost
                stageText: window.windows.stageText
                view: window.view
                width: parent.width
                y: parent.height - height
            }
        }
        OverlayLayer {
            id: over

            audience: window.audience
            ceiling: window.ceiling
            crowd: window.crowd
            cue: window.cue
            drop: window.drop
            files: window.files
            height: health.y - y
            leave: window.leave
            outputs: window.outputs
            pages: window.pages
            queue: window.queue
            sideX: mixer.sideX
            soundFolders: window.soundFolders
            talk: window.talk
            view: window.view
            width: parent.width
            y: rail.y + rail.height

            onKeysReturned: root.forceActiveFocus(Qt.OtherFocusReason)
        }
        DropTargets {
            drop: window.drop
            height: over.height
            width: parent.width
            y: over.y

            onDropped: over.closeAll()
        }
        TourCard {
            anchors.fill: parent
            covered: window.overlaid || Learning.on || window.silence.kind !== ""
            lower: health.y
            upper: rail.y + rail.height
            tour: window.tour
        }
        Tip {}
    }
    // Panic through any page, menu and text field, and from the stage.
    Shortcut {
        autoRepeat: false
        context: Qt.ApplicationShortcut
        sequence: "Shift+Esc"

        onActivated: window.view.key(Qt.Key_Escape, 0, Qt.ShiftModifier, false)
    }
    Connections {
        function onHelpAsked() {
            window.requestActivate();
            if (!window.overlaid)
                over.showKeys();
        }
        function onMenuAsked() {
            window.requestActivate();
            if (!window.overlaid)
                over.showMenu(header.menuButton);
        }
        function onTalkAsked() {
            window.requestActivate();
            if (!window.overlaid)
                over.toggleTalkPanel();
        }
        function onCrowdAsked() {
            window.requestActivate();
            over.showPage("crowd");
        }
        function onFocusAsked(place: int) {
            mixer.focusPlace(place);
        }
        function onPageAsked(page: string) {
            window.requestActivate();
            over.showPage(page);
        }

        target: window.view
    }
}
