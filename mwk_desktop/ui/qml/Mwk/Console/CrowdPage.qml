pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import Mwk.Pages
import MwkViews

// Messages and crowd: what waits for the stage, what is on it, what passes by itself, the word list,
// the vote limit, blocked users, the audience's page, the streams.
Overlay {
    id: crowdPage

    required property ConsoleView view
    required property CrowdView crowd
    required property AudienceView audience
    required property QueueModel queue
    readonly property int edge: Metrics.slim ? 12 : 20
    readonly property int inner: Math.min(pageWidth, width - 2 * Metrics.pad) - 2 * edge

    // What the two modes mean, where there is room for it beside the figures.
    readonly property var fullWords: [qsTr("Open: all are shown"), qsTr("Approve: only what you let through")]
    readonly property int fullWidth: 20 + Math.ceil(Math.max(...fullWords.map(word => metrics.advanceWidth(word))))
    readonly property bool spelled: 2 * fullWidth + 320 <= left.width

    function begin() {
        show();
        list.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    leastHeight: 0
    objectName: "crowdPage"
    pageHeight: height
    pageWidth: 1320
    title: qsTr("Messages and crowd")

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: 12
        font.weight: Font.DemiBold
    }
    Item {
        id: left

        height: parent.height - 2 * Metrics.mixerGap
        width: Math.round((crowdPage.inner - 16) * (Metrics.slim ? 0.58 : 0.62))
        x: crowdPage.edge
        y: Metrics.mixerGap

        SegmentedControl {
            id: mode

            current: crowdPage.queue.approving ? 1 : 0
            label: qsTr("Messages on the stage")
            locked: crowdPage.view.locked
            objectName: "pageMode"
            partWidth: crowdPage.spelled ? crowdPage.fullWidth : 88
            words: crowdPage.spelled ? crowdPage.fullWords : [qsTr("Open"), qsTr("Approve")]

            onChosen: place => crowdPage.queue.setApprove(place === 1)
        }
        Words {
            id: waiting

            height: mode.height
            objectName: "pageWaiting"
            px: 20
            text: crowdPage.queue.waiting
            weight: Font.DemiBold
            x: mode.width + 16
        }
        Words {
            color: Theme.text2
            height: mode.height
            objectName: "pageRate"
            text: qsTr("wait \u00B7 %1 come a second \u00B7 %2 lapsed").arg(crowdPage.view.rateText).arg(crowdPage.queue.lapsed)
            width: Math.min(Math.ceil(implicitWidth), parent.width - x)
            x: waiting.x + waiting.width + 8
        }
        Rectangle {
            border.color: Theme.line1
            border.width: 1
            color: Theme.bg1
            height: list.shown * list.rowHeight + 2
            radius: Theme.controlRadius
            width: parent.width
            y: list.y - 1
        }
        QueueList {
            id: list

            focus: true
            height: parent.height - y
            locked: crowdPage.view.locked
            objectName: "pageQueue"
            queue: crowdPage.queue
            roomy: true
            ruling: crowdPage.open
            width: parent.width
            y: mode.height + 12

            onHideAsked: onStage.hideFirst()
        }
    }
    PageBody {
        id: right

        height: left.height
        leastHeight: column.height
        width: crowdPage.inner - left.width - 16
        x: left.x + left.width + 16
        y: left.y

        Column {
            id: column

            spacing: 16
            width: right.width - 12

            StageMessages {
                id: onStage

                crowd: crowdPage.crowd
                locked: crowdPage.view.locked
                width: parent.width
            }
            Column {
                spacing: 4
                width: parent.width

                Words {
                    height: 18
                    text: qsTr("Passes by itself")
                    weight: Font.DemiBold
                }
                Tick {
                    locked: crowdPage.view.locked
                    objectName: "passing"
                    on: crowdPage.crowd.passing
                    text: crowdPage.crowd.passText
                    width: parent.width

                    onPressed: crowdPage.crowd.togglePassing()
                }
            }
            WordListPart {
                crowd: crowdPage.crowd
                locked: crowdPage.view.locked
                width: parent.width
            }
            Column {
                spacing: 8
                width: parent.width

                Words {
                    height: 18
                    text: qsTr("Votes of a user that count in each window")
                    weight: Font.DemiBold
                }
                SegmentedControl {
                    current: crowdPage.crowd.capChoices.findIndex(choice => choice.votes === crowdPage.crowd.cap)
                    label: qsTr("Votes per user")
                    objectName: "cap"
                    partWidth: Math.min(72, Math.floor((column.width - 4) / Math.max(1, words.length)))
                    words: crowdPage.crowd.capChoices.map(choice => choice.text)

                    onChosen: place => crowdPage.crowd.setCap(crowdPage.crowd.capChoices[place].votes)
                }
            }
            Column {
                spacing: 8
                width: parent.width

                Row {
                    spacing: 8

                    Words {
                        height: 18
                        text: qsTr("Blocked users")
                        weight: Font.DemiBold
                    }
                    Words {
                        color: Theme.text3
                        height: 18
                        objectName: "blockedText"
                        text: crowdPage.crowd.blockedText
                    }
                }
                BlockedUsers {
                    crowd: crowdPage.crowd
                    visible: crowdPage.crowd.blocked.length > 0
                    width: parent.width
                }
            }
            VotingPagePart {
                audience: crowdPage.audience
                visible: crowdPage.audience.page
                width: parent.width
            }
            TwitterPart {
                audience: crowdPage.audience
                visible: crowdPage.audience.twitter
                width: parent.width
            }
            NetworksPart {
                audience: crowdPage.audience
                visible: crowdPage.audience.networks.length > 0
                width: parent.width
            }
        }
    }
}
