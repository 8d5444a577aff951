import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The audience's page: its code and address, whether it is served, whether voting is open.
RowLayout {
    id: part

    required property AudienceView audience

    objectName: "pagePart"
    spacing: 16

    QrCode {
        Layout.alignment: Qt.AlignTop
        Layout.preferredHeight: 132
        Layout.preferredWidth: 132
        objectName: "pageQr"
        picture: part.audience.qr
    }
    GridLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        columnSpacing: 4
        columns: 3
        rowSpacing: 2

        Words {
            Layout.columnSpan: 3
            Layout.preferredHeight: 18
            text: qsTr("Audience's page")
            weight: Font.DemiBold
        }
        Words {
            Layout.columnSpan: 3
            Layout.fillWidth: true
            Layout.preferredHeight: 22
            objectName: "pageAddress"
            px: 13
            text: part.audience.address
        }
        Words {
            Layout.columnSpan: 3
            Layout.fillWidth: true
            Layout.preferredHeight: 18
            color: part.audience.pageProblem === "" ? Theme.text2 : Theme.bad
            objectName: "pageText"
            text: part.audience.pageProblem === "" ? part.audience.pageText : part.audience.pageProblem
        }
        Words {
            Layout.preferredWidth: 60
            color: Theme.text3
            text: qsTr("Page")
        }
        SegmentedControl {
            current: part.audience.serving ? 1 : 0
            label: qsTr("Audience's page")
            locked: !part.audience.canServe
            objectName: "serve"
            partWidth: 76
            words: [qsTr("Off"), qsTr("Served")]

            onChosen: place => {
                if (place !== current)
                    part.audience.toggleServe();
            }
        }
        Item {
            Layout.fillWidth: true
        }
        Words {
            Layout.preferredWidth: 60
            Layout.topMargin: 4
            color: Theme.text3
            text: qsTr("Voting")
        }
        SegmentedControl {
            Layout.topMargin: 4
            current: part.audience.voting ? 1 : 0
            label: qsTr("Voting on the page")
            locked: !part.audience.canVote
            objectName: "voting"
            partWidth: 76
            words: [qsTr("Closed"), qsTr("Open")]

            onChosen: place => {
                if (place !== current)
                    part.audience.toggleVoting();
            }
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
