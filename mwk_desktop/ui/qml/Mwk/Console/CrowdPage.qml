pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// What the presenter may do about the crowd: limit, unblock, the audience's page, the stream.
Overlay {
    id: crowdPage

    required property CrowdView crowd
    required property AudienceView audience
    readonly property int listRows: Math.min(4, Math.max(1, crowd.blocked.length))

    objectName: "crowdPage"
    pageHeight: 49 + content.height + 40
    pageWidth: 520
    title: qsTr("Crowd")

    Column {
        id: content

        spacing: 10
        width: parent.width - 40
        x: 20
        y: 20

        Words {
            text: qsTr("Votes of a user that count in each window")
            weight: Font.DemiBold
        }
        Choice {
            current: crowdPage.crowd.capChoices.findIndex(choice => choice.votes === crowdPage.crowd.cap)
            label: qsTr("Votes per user")
            objectName: "cap"
            partWidth: Math.min(72, Math.floor((content.width - 4) / Math.max(1, words.length)))
            words: crowdPage.crowd.capChoices.map(choice => choice.text)

            onChosen: place => crowdPage.crowd.setCap(crowdPage.crowd.capChoices[place].votes)
        }
        Item {
            height: 4
            width: 1
        }
        Row {
            spacing: 8

            Words {
                text: qsTr("Blocked users")
                weight: Font.DemiBold
            }
            Words {
                color: Theme.text3
                objectName: "blockedText"
                text: crowdPage.crowd.blockedText
            }
        }
        Rectangle {
            border.color: Theme.line1
            border.width: 1
            color: Theme.bg1
            height: crowdPage.listRows * 32 + 8
            radius: Theme.controlRadius
            visible: crowdPage.crowd.blocked.length > 0
            width: parent.width

            ListView {
                anchors.fill: parent
                anchors.margins: 4
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: crowdPage.crowd.blocked
                objectName: "blockedList"

                delegate: Item {
                    id: row

                    required property int index
                    required property string modelData

                    Accessible.name: modelData
                    Accessible.role: Accessible.ListItem
                    height: 32
                    width: ListView.view.width

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.text3
                        icon: "ui/block"
                        size: 14
                        x: 6
                    }
                    Words {
                        height: parent.height
                        text: row.modelData
                        width: unblock.x - x - 8
                        x: 28
                    }
                    PlainButton {
                        id: unblock

                        anchors.verticalCenter: parent.verticalCenter
                        height: 26
                        label: qsTr("Unblock %1").arg(row.modelData)
                        objectName: "unblock_" + row.index
                        text: qsTr("Unblock")
                        x: parent.width - width - 4

                        onActiveFocusChanged: {
                            if (activeFocus)
                                row.ListView.view.positionViewAtIndex(row.index, ListView.Contain);
                        }
                        onPressed: crowdPage.crowd.unblock(row.index)
                    }
                }
            }
        }
        Rectangle {
            color: Theme.line1
            height: 1
            visible: crowdPage.audience.page
            width: parent.width
        }
        Item {
            height: 132
            objectName: "pagePart"
            visible: crowdPage.audience.page
            width: parent.width

            QrCode {
                objectName: "pageQr"
                picture: crowdPage.audience.qr
                width: 132
            }
            Words {
                height: 18
                text: qsTr("Audience's page")
                weight: Font.DemiBold
                x: 148
            }
            Words {
                height: 22
                objectName: "pageAddress"
                px: 13
                text: crowdPage.audience.address
                width: parent.width - x
                x: 148
                y: 20
            }
            Words {
                color: crowdPage.audience.pageProblem === "" ? Theme.text2 : Theme.bad
                height: 18
                objectName: "pageText"
                text: crowdPage.audience.pageProblem === "" ? crowdPage.audience.pageText : crowdPage.audience.pageProblem
                width: parent.width - x
                x: 148
                y: 42
            }
            Words {
                color: Theme.text3
                height: 30
                text: qsTr("Page")
                width: 60
                x: 148
                y: 66
            }
            Choice {
                current: crowdPage.audience.serving ? 1 : 0
                label: qsTr("Audience's page")
                locked: !crowdPage.audience.canServe
                objectName: "serve"
                partWidth: 76
                words: [qsTr("Off"), qsTr("Served")]
                x: 212
                y: 66

                onChosen: place => {
                    if (place !== current)
                        crowdPage.audience.toggleServe();
                }
            }
            Words {
                color: Theme.text3
                height: 30
                text: qsTr("Voting")
                width: 60
                x: 148
                y: 102
            }
            Choice {
                current: crowdPage.audience.voting ? 1 : 0
                label: qsTr("Voting on the page")
                locked: !crowdPage.audience.canVote
                objectName: "voting"
                partWidth: 76
                words: [qsTr("Closed"), qsTr("Open")]
                x: 212
                y: 102

                onChosen: place => {
                    if (place !== current)
                        crowdPage.audience.toggleVoting();
                }
            }
        }
        Rectangle {
            color: Theme.line1
            height: 1
            visible: crowdPage.audience.twitter
            width: parent.width
        }
        Item {
            height: 66
            objectName: "twitterPart"
            visible: crowdPage.audience.twitter
            width: parent.width

            HealthMark {
                id: mark

                kind: crowdPage.audience.twitterMark
                y: 4
            }
            Words {
                id: twitterTitle

                height: 18
                text: qsTr("Twitter stream")
                weight: Font.DemiBold
                x: 18
            }
            Words {
                color: crowdPage.audience.twitterMark === "bad" ? Theme.bad : Theme.text2
                height: 18
                objectName: "twitterText"
                text: crowdPage.audience.twitterText
                width: parent.width - x
                x: twitterTitle.x + twitterTitle.implicitWidth + 8
            }
            Words {
                color: Theme.text3
                height: 18
                text: crowdPage.audience.twitterDetail
                width: parent.width - x
                x: 18
                y: 18
            }
            Words {
                color: Theme.text2
                height: 30
                objectName: "twitterSpent"
                text: crowdPage.audience.spentText
                width: follow.x - x - 8
                x: 18
                y: 36
            }
            Choice {
                id: follow

                current: crowdPage.audience.following ? 1 : 0
                label: qsTr("Twitter stream")
                locked: !crowdPage.audience.canFollow
                objectName: "follow"
                partWidth: 76
                words: [qsTr("Off"), qsTr("Followed")]
                x: parent.width - width
                y: 36

                onChosen: place => {
                    if (place !== current)
                        crowdPage.audience.toggleTwitter();
                }
            }
        }
    }
}
