pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Mwk
import Mwk.Pages
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
    required property SilenceView silence
    required property WindowsView windows
    property bool reducedMotion: false
    // The pages of files of their own (connect, settings, checks, query); null without them.
    property var pages: null

    readonly property bool narrow: width < 1380
    readonly property int pad: narrow ? 12 : 16
    readonly property int gap: narrow ? 10 : 12
    readonly property int gutterWidth: narrow ? 34 : 42
    readonly property int sideGap: narrow ? 8 : 12
    readonly property int masterWidth: width >= 1700 ? 168 : narrow ? 120 : 142
    readonly property int sideWanted: width >= 1700 ? 460 : narrow ? 316 : 376
    readonly property int stripsLeft: pad + gutterWidth + 4
    readonly property real stripsSpace: width - pad - sideWanted - sideGap - masterWidth - 4 - stripsLeft
    readonly property real stripWidth: Math.min(144, (stripsSpace - (view.stripCount - 1) * 4) / view.stripCount)
    readonly property int masterX: Math.round(stripsLeft + view.stripCount * (stripWidth + 4))
    readonly property int sideX: masterX + masterWidth + sideGap
    readonly property int minimumFader: 160
    // The winner moment has begun, but the stage is not open.
    readonly property bool winnerUnseen: view.winner && !windows.stageOpen
    // Little height: several banners share one row.
    readonly property bool bannersShare: notices.count >= 2 && view.replaying && height < 900
    readonly property bool overlaid: clips.open || outputMenu.open || mainMenu.open || sheet.open || openPage.open || soundsPage.open || crowdPage.open || pageHost.open
    property Item hadFocus: null

    function showPage(name: string) {
        if (overlaid)
            return;
        if (name === "open")
            openPage.begin();
        else if (name === "sounds")
            soundsPage.begin();
        else if (name === "crowd")
            crowdPage.show();
        else if (pages !== null)
            pages.open(name);
    }
    // One property with a list: a strip's meter reads its own four values of it.
    readonly property var levels: view.levels

    color: Theme.bg0
    minimumHeight: 720
    minimumWidth: 1280
    title: qsTr("Music with Kafka")
    visible: false

    Component.onCompleted: Theme.reducedMotion = reducedMotion
    // Whoever has the keyboard now gets the end of a held key.
    onActiveChanged: view.releaseKeys()
    // While a page or a menu is open, the console below takes no key and no click; afterwards the
    // focus returns to where it was.
    onOverlaidChanged: {
        if (overlaid)
            hadFocus = activeFocusItem;
        controls.enabled = !overlaid;
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
                pad: window.pad
                view: window.view
                width: parent.width

                onHelpAsked: sheet.show()
                onMenuAsked: anchor => mainMenu.show(anchor)
            }
            Notices {
                id: notices

                bannersShare: window.bannersShare
                pad: window.pad
                stageLost: window.windows.stageLost
                view: window.view
                width: parent.width
                winnerUnseen: window.winnerUnseen
                withPages: window.pages !== null
                y: header.height

                onOutputsAsked: outputMenu.show(master.outputButton)
                onPageAsked: page => window.showPage(page)
                onStageAsked: window.view.toggleStageWindow()
            }
            Transport {
                id: transport

                buttonWidth: window.narrow ? 70 : 76
                objectName: "transport"
                overlaid: window.overlaid
                pad: window.pad
                stageLost: window.windows.stageLost
                stageOpen: window.windows.stageOpen
                view: window.view
                width: parent.width
                y: notices.y + notices.height

                onStageAsked: window.view.toggleStageWindow()
            }
            Item {
                id: mixer

                height: health.y - window.gap - y
                width: parent.width
                y: transport.y + transport.height + window.gap

                Gutter {
                    height: parent.height
                    marks: window.view.faderMarks
                    minimumFader: window.minimumFader
                    width: window.gutterWidth
                    x: window.pad
                }
                Repeater {
                    id: strips

                    model: window.view.strips

                    Strip {
                        height: mixer.height
                        levels: window.levels
                        minimumFader: window.minimumFader
                        view: window.view
                        wide: !window.narrow
                        width: Math.round(window.stripsLeft + (index + 1) * (window.stripWidth + 4)) - 4 - x
                        x: Math.round(window.stripsLeft + index * (window.stripWidth + 4))

                        onClipsAsked: (place, anchor) => clips.show(place, anchor)
                    }
                }
                MasterStrip {
                    id: master

                    height: parent.height
                    levels: window.levels
                    minimumFader: window.minimumFader
                    view: window.view
                    wide: !window.narrow
                    width: window.masterWidth
                    x: window.masterX

                    onOutputsAsked: anchor => outputMenu.show(anchor)
                }
                SidePanels {
                    crowd: window.crowd
                    feed: window.feed
                    height: parent.height
                    leaderRows: window.width >= 1700 && window.height >= 1000 ? 5 : height < 500 ? 2 : 3
                    tight: window.narrow
                    view: window.view
                    width: window.width - window.pad - x
                    x: window.sideX

                    onCrowdAsked: window.showPage("crowd")
                }
            }
            SilenceBar {
                beat: window.view.beat
                beatsPerBar: window.view.beatsPerBar
                height: 40
                overlaid: window.overlaid
                pad: window.pad
                silence: window.silence
                width: parent.width
                y: transport.y + transport.height

                onFadeAsked: window.view.pressFade()
            }
            HealthLine {
                id: health

                pad: window.pad
                stageLost: window.windows.stageLost
                stageText: window.windows.stageText
                view: window.view
                width: parent.width
                y: parent.height - height
            }
        }
        ClipMenu {
            id: clips

            anchors.fill: parent
            view: window.view
        }
        MainMenu {
            id: mainMenu

            anchors.fill: parent
            view: window.view
            withPages: window.pages !== null

            onAsked: page => window.showPage(page)
        }
        OutputMenu {
            id: outputMenu

            anchors.fill: parent
            outputs: window.outputs
        }
        CheatSheet {
            id: sheet

            anchors.fill: parent
            canOpen: window.view.canOpen
            stripCount: window.view.stripCount
            withPages: window.pages !== null
        }
        OpenPage {
            id: openPage

            anchors.fill: parent
            files: window.files
            objectName: "openPage"
            view: window.view
        }
        OpenPage {
            id: soundsPage

            anchors.fill: parent
            files: window.soundFolders
            objectName: "soundsPage"
            soundSets: true
            view: window.view
        }
        CrowdPage {
            id: crowdPage

            anchors.fill: parent
            audience: window.audience
            crowd: window.crowd
        }
        PageHost {
            id: pageHost

            anchors.fill: parent
            pages: window.pages
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
                sheet.show();
        }
        function onMenuAsked() {
            window.requestActivate();
            if (!window.overlaid)
                mainMenu.show(header.menuButton);
        }
        function onCrowdAsked() {
            window.requestActivate();
            window.showPage("crowd");
        }
        function onFocusAsked(place: int) {
            const channel = place < strips.count ? strips.itemAt(place) : master;
            if (!window.overlaid)
                channel.forceActiveFocus(Qt.ShortcutFocusReason);
        }
        function onPageAsked(page: string) {
            window.requestActivate();
            window.showPage(page);
        }

        target: window.view
    }
}
