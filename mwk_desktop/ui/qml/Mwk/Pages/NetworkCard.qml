import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// A network of the connect dialog: its state, what it asks for, and whether it is followed.
Rectangle {
    id: card

    required property string network
    required property NetworksView view

    readonly property bool followed: row.followed ?? false
    readonly property var row: view.rows[network] ?? ({})
    readonly property var values: view.values

    border.color: Theme.line1
    border.width: 1
    color: Theme.bg1
    implicitHeight: body.implicitHeight + 20
    radius: Theme.controlRadius

    ColumnLayout {
        id: body

        anchors.fill: parent
        anchors.margins: 10
        spacing: 6

        RowLayout {
            spacing: 8

            StateMark {
                kind: card.row.mark ?? "off"
            }
            Words {
                text: card.row.name ?? ""
                weight: Font.DemiBold
            }
            Words {
                Layout.fillWidth: true
                color: Theme.text2
                objectName: card.network + "State"
                text: card.followed ? card.row.text + " \u00b7 " + card.row.posts : (card.row.text ?? "")
            }
            PageButton {
                label: card.row.name + ": " + text
                locked: !(card.row.canFollow ?? false)
                objectName: card.network + "Follow"
                solid: !card.followed
                text: card.followed ? qsTr("Stop") : qsTr("Follow")

                onPressed: card.followed ? card.view.stop(card.network) : card.view.follow(card.network)
            }
        }
        RowLayout {
            spacing: 8
            visible: card.network === "mastodon"

            Words {
                color: Theme.text2
                text: qsTr("Server")
            }
            TextField {
                Layout.fillWidth: true
                label: qsTr("Server")
                locked: card.followed
                objectName: "mastodonServer"
                text: card.values["mastodon.server"] ?? ""

                onEdited: text => card.view.type("mastodon.server", text)
                onEntered: card.view.follow(card.network)
            }
            Words {
                color: Theme.text2
                text: qsTr("Access token")
            }
            TextField {
                Layout.fillWidth: true
                hint: qsTr("some servers need none")
                label: qsTr("Access token")
                locked: card.followed
                objectName: "mastodonToken"
                secret: true
                text: card.values["mastodon.access_token"] ?? ""

                onEdited: text => card.view.type("mastodon.access_token", text)
                onEntered: card.view.follow(card.network)
            }
        }
        RowLayout {
            spacing: 8
            visible: card.network === "twitch"

            Words {
                color: Theme.text2
                text: qsTr("Channel")
            }
            TextField {
                Layout.preferredWidth: 260
                label: qsTr("Channel")
                locked: card.followed
                objectName: "twitchChannel"
                text: card.values["twitch.channel"] ?? ""

                onEdited: text => card.view.type("twitch.channel", text)
                onEntered: card.view.follow(card.network)
            }
        }
        Words {
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            color: card.row.mark === "bad" ? Theme.bad : Theme.text2
            maximumLineCount: 2
            objectName: card.network + "Detail"
            text: card.row.detail ?? ""
            visible: card.row.mark === "bad" || card.followed
            wrapMode: Text.Wrap
        }
    }
}
