import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The Twitter stream: its state, its cost, whether it is followed.
ColumnLayout {
    id: part

    required property AudienceView audience

    objectName: "twitterPart"
    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        HealthMark {
            kind: part.audience.twitterMark
        }
        Words {
            Layout.preferredHeight: 18
            text: qsTr("Twitter stream")
            weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            Layout.preferredHeight: 18
            color: part.audience.twitterMark === "bad" ? Theme.bad : Theme.text2
            objectName: "twitterText"
            text: part.audience.twitterText
        }
    }
    Words {
        Layout.fillWidth: true
        Layout.leftMargin: 18
        Layout.preferredHeight: 18
        color: Theme.text3
        text: part.audience.twitterDetail
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: 18
        spacing: 8

        Words {
            Layout.fillWidth: true
            color: Theme.text2
            objectName: "twitterSpent"
            text: part.audience.spentText
        }
        SegmentedControl {
            current: part.audience.following ? 1 : 0
            label: qsTr("Twitter stream")
            locked: !part.audience.canFollow
            objectName: "follow"
            partWidth: 76
            words: [qsTr("Off"), qsTr("Followed")]

            onChosen: place => {
                if (place !== current)
                    part.audience.toggleTwitter();
            }
        }
    }
}
