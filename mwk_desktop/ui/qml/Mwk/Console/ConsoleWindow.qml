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
    required property WindowsView windows
    property bool reducedMotion: false

    readonly property bool narrow: width < 1380
    readonly property int pad: narrow ? 12 : 16
    readonly property int gap: narrow ? 10 : 12
    readonly property int gutterWidth: narrow ? 34 : 42
    readonly property int sideGap: narrow ? 8 : 12
    readonly property int masterWidth: width >= 1700 ? 168 : narrow ? 120 : 142
    readonly property int sideWanted: width >= 1700 ? 460 : narrow ? 316 : 376
    readonly property int stripsLeft: pad + gutterWidth + 4
    readonly property real stripsSpace: width - pad - sideWanted - sideGap - masterWidth - 4 - stripsLeft
    readonly property real stripWidth: Math.min(144, (stripsSpace - 7 * 4) / 8)
    readonly property int masterX: Math.round(stripsLeft + 8 * (stripWidth + 4))
    readonly property int sideX: masterX + masterWidth + sideGap
    readonly property int minimumFader: 160
    // One property with a list: a strip's meter reads its own four values of it.
    readonly property var levels: view.levels

    color: Theme.bg0
    minimumHeight: 720
    minimumWidth: 1280
    title: qsTr("Music with Kafka")
    visible: false

    Component.onCompleted: Theme.reducedMotion = reducedMotion

    Item {
        id: root

        anchors.fill: parent
        focus: true
        objectName: "root"

        Keys.onPressed: event => event.accepted = window.view.key(event.key, event.nativeScanCode, event.modifiers, event.isAutoRepeat)

        Header {
            id: header

            objectName: "header"
            pad: window.pad
            view: window.view
            width: parent.width

            onHelpAsked: sheet.show()
            onOpenAsked: openPage.begin()
        }
        Column {
            id: notices

            width: parent.width
            y: header.height

            Repeater {
                model: window.view.banners

                Banner {
                    required property int index
                    required property var modelData

                    facts: modelData
                    locked: window.view.locked
                    more: index === window.view.banners.length - 1 ? window.view.moreBanners : 0
                    objectName: "banner_" + index
                    pad: window.pad
                    width: notices.width

                    onOutputsAsked: outputMenu.show(master.outputButton)
                }
            }
            FirstRunBar {
                pad: window.pad
                view: window.view
                visible: window.view.firstRun
                width: parent.width

                onOpenAsked: openPage.begin()
            }
            ReplayBar {
                pad: window.pad
                view: window.view
                visible: window.view.replaying
                width: parent.width
            }
        }
        Transport {
            id: transport

            objectName: "transport"
            pad: window.pad
            stageLost: window.windows.stageLost
            stageOpen: window.windows.stageOpen
            view: window.view
            width: parent.width
            y: notices.y + notices.height

            onStageAsked: window.view.stageAsked()
        }
        Item {
            id: mixer

            height: health.y - window.gap - y
            width: parent.width
            y: transport.y + transport.height + window.gap

            Gutter {
                height: parent.height
                minimumFader: window.minimumFader
                width: window.gutterWidth
                x: window.pad
            }
            Repeater {
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
            Item {
                id: side

                height: parent.height
                width: window.width - window.pad - x
                x: window.sideX

                VotesPanel {
                    id: votes

                    dimHeight: 22
                    height: wantedHeight
                    rowHeight: window.narrow ? 24 : 26
                    places: window.view.topPlaces
                    tight: window.narrow
                    view: window.view
                    width: parent.width
                }
                LeadersPanel {
                    id: leaders

                    height: wantedHeight
                    rowHeight: window.narrow ? 28 : 32
                    rows: window.width >= 1700 && window.height >= 1000 ? 5 : 3
                    tight: window.narrow
                    view: window.view
                    width: parent.width
                    y: votes.height + 8
                }
                FeedPanel {
                    feed: window.feed
                    height: parent.height - y
                    rowHeight: window.narrow ? 46 : 50
                    view: window.view
                    visible: height > headHeight + rowHeight
                    width: parent.width
                    y: leaders.y + leaders.height + 8
                }
            }
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
        ClipMenu {
            id: clips

            anchors.fill: parent
            view: window.view

            onClosed: root.forceActiveFocus()
        }
        OutputMenu {
            id: outputMenu

            anchors.fill: parent
            outputs: window.outputs

            onClosed: root.forceActiveFocus()
        }
        CheatSheet {
            id: sheet

            anchors.fill: parent
            canOpen: window.view.canOpen

            onClosed: root.forceActiveFocus()
        }
        OpenPage {
            id: openPage

            anchors.fill: parent
            files: window.files
            view: window.view

            onClosed: root.forceActiveFocus()
        }
    }
    Connections {
        function onHelpAsked() {
            window.requestActivate();
            sheet.show();
        }
        function onOpenAsked() {
            window.requestActivate();
            openPage.begin();
        }

        target: window.view
    }
}
