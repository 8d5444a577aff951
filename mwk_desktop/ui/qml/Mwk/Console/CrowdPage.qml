pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The presenter's moderation: vote limit, blocked users, the audience's page, the stream.
Overlay {
    id: crowdPage

    required property CrowdView crowd
    required property AudienceView audience

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
        SegmentedControl {
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
        BlockedUsers {
            crowd: crowdPage.crowd
            visible: crowdPage.crowd.blocked.length > 0
            width: parent.width
        }
        Rectangle {
            color: Theme.line1
            height: 1
            visible: crowdPage.audience.page
            width: parent.width
        }
        VotingPagePart {
            audience: crowdPage.audience
            visible: crowdPage.audience.page
            width: parent.width
        }
        Rectangle {
            color: Theme.line1
            height: 1
            visible: crowdPage.audience.twitter
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
