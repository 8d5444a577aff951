pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Where Kafka is, whether it is there, and the way into a live show.
PageFrame {
    id: dialog

    required property ConnectView view

    first: servers.input
    objectName: "connectPage"
    pageHeight: 520
    pageWidth: 660
    title: qsTr("Connect to Kafka")

    Words {
        color: Theme.text2
        height: 30
        text: qsTr("Servers")
        x: 20
        y: 18
    }
    TextField {
        id: servers

        hint: "localhost:9092"
        label: qsTr("Servers: host and port, several with commas")
        locked: dialog.view.connecting
        objectName: "connectServers"
        text: dialog.view.servers
        width: parent.width - x - 20
        x: 120
        y: 18

        onEdited: text => dialog.view.setServers(text)
        onEntered: dialog.view.test()
    }
    Words {
        color: Theme.text2
        height: 30
        text: qsTr("Topic")
        x: 20
        y: 56
    }
    TextField {
        hint: "twitter_json"
        label: qsTr("Topic")
        locked: dialog.view.connecting
        objectName: "connectTopic"
        text: dialog.view.topic
        width: 260
        x: 120
        y: 56

        onEdited: text => dialog.view.setTopic(text)
        onEntered: dialog.view.test()
    }
    PageButton {
        icon: "ui/plug"
        locked: dialog.view.connecting
        objectName: "connectTest"
        text: dialog.view.testing ? qsTr("Testing\u2026 again") : qsTr("Test")
        x: parent.width - width - 20
        y: 56

        onPressed: dialog.view.test()
    }
    Tick {
        locked: dialog.view.connecting
        objectName: "connectNew"
        on: dialog.view.newShow
        text: qsTr("New show: an empty leaderboard, from now on")
        x: 120
        y: 96

        onPressed: dialog.view.setNewShow(!on)
    }
    Rectangle {
        id: well

        border.color: Theme.line1
        border.width: 1
        color: Theme.bg1
        height: parent.height - y - 66
        radius: Theme.controlRadius
        width: parent.width - 40
        x: 20
        y: 136

        Words {
            anchors.fill: parent
            anchors.margins: 14
            color: Theme.text2
            text: dialog.view.testing ? qsTr("Looking for brokers, topic and the newest message\u2026") : qsTr("Test shows brokers, topic, partitions and how old the newest message is.\nSASL, TLS and everything else of librdkafka stand under [kafka] in mwk.toml.\nThe show that plays goes on until the other one is ready.")
            elide: Text.ElideNone
            lineHeight: 1.3
            maximumLineCount: 6
            objectName: "connectHint"
            verticalAlignment: Text.AlignTop
            visible: dialog.view.findings.length === 0
            wrapMode: Text.Wrap
        }
        Flickable {
            anchors.fill: parent
            anchors.margins: 8
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: found.height

            Column {
                id: found

                width: parent.width

                Repeater {
                    model: dialog.view.findings

                    FindingRow {
                        required property var modelData

                        finding: modelData
                        titleWidth: 120
                        width: found.width
                    }
                }
            }
        }
    }
    StateMark {
        kind: "bad"
        visible: dialog.view.refused !== ""
        x: 20
        y: parent.height - 41
    }
    Words {
        Accessible.role: Accessible.AlertMessage
        color: dialog.view.refused !== "" ? Theme.bad : Theme.text2
        elide: Text.ElideRight
        height: 40
        maximumLineCount: 2
        objectName: "connectNote"
        text: dialog.view.refused !== "" ? dialog.view.refused : dialog.view.connecting ? qsTr("Making the show ready; the music plays on\u2026") : dialog.view.anyway ? qsTr("The show would begin and wait for it.") : ""
        width: go.x - x - 12
        wrapMode: Text.Wrap
        x: dialog.view.refused !== "" ? 40 : 20
        y: parent.height - 55
    }
    PageButton {
        id: go

        locked: dialog.view.connecting
        objectName: "connectGo"
        solid: !dialog.view.anyway
        text: dialog.view.connecting ? qsTr("Connecting\u2026") : dialog.view.anyway ? qsTr("Connect anyway") : qsTr("Connect")
        x: parent.width - width - 20
        y: parent.height - 50

        onPressed: dialog.view.connect_()
    }
}
