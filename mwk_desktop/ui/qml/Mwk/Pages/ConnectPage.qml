pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// Where messages come from. Kafka: its address, a test of it, and the button that goes live.
// Networks: into the show that runs.
PageFrame {
    id: dialog

    required property NetworksView networks
    required property ConnectView view

    readonly property int labelWidth: 92
    property string part: "kafka"

    first: servers.input
    leastHeight: part === "networks" ? 430 : 0
    objectName: "connectPage"
    pageHeight: 520
    pageWidth: 660
    title: part === "kafka" ? qsTr("Connect to Kafka") : qsTr("Follow networks")

    Choice {
        choices: ["kafka", "networks"]
        label: qsTr("Where messages come from")
        objectName: "connectPart"
        value: dialog.part
        words: [qsTr("Kafka"), qsTr("Networks")]
        x: 20
        y: 12

        onChosen: value => dialog.part = value
    }
    ColumnLayout {
        anchors.bottomMargin: 16
        anchors.fill: parent
        anchors.leftMargin: 20
        anchors.rightMargin: 20
        anchors.topMargin: 52
        spacing: 10
        visible: dialog.part === "networks"

        Repeater {
            model: dialog.networks.networks

            NetworkCard {
                required property string modelData

                Layout.fillWidth: true
                network: modelData
                view: dialog.networks
            }
        }
        Words {
            Layout.fillWidth: true
            color: Theme.text2
            maximumLineCount: 3
            text: qsTr("Their posts go into the show that runs, also beside Kafka. What is typed here holds until the program ends; the settings keep it for longer.")
            wrapMode: Text.Wrap
        }
        Item {
            Layout.fillHeight: true
        }
    }
    ColumnLayout {
        anchors.bottomMargin: 16
        anchors.fill: parent
        anchors.leftMargin: 20
        anchors.rightMargin: 20
        anchors.topMargin: 52
        spacing: 8
        visible: dialog.part === "kafka"

        RowLayout {
            Layout.fillHeight: false
            spacing: 8

            Words {
                Layout.preferredWidth: dialog.labelWidth
                color: Theme.text2
                text: qsTr("Servers")
            }
            TextField {
                id: servers

                Layout.fillWidth: true
                hint: dialog.view.serversHint
                label: qsTr("Servers: host and port, several with commas")
                locked: dialog.view.connecting
                objectName: "connectServers"
                text: dialog.view.servers

                onEdited: text => dialog.view.setServers(text)
                onEntered: dialog.view.test()
            }
        }
        RowLayout {
            Layout.fillHeight: false
            spacing: 8

            Words {
                Layout.preferredWidth: dialog.labelWidth
                color: Theme.text2
                text: qsTr("Topic")
            }
            TextField {
                Layout.preferredWidth: 260
                hint: dialog.view.topicHint
                label: qsTr("Topic")
                locked: dialog.view.connecting
                objectName: "connectTopic"
                text: dialog.view.topic

                onEdited: text => dialog.view.setTopic(text)
                onEntered: dialog.view.test()
            }
            Item {
                Layout.fillWidth: true
            }
            PageButton {
                icon: "ui/plug"
                locked: dialog.view.connecting
                objectName: "connectTest"
                text: dialog.view.testing ? qsTr("Testing\u2026 again") : qsTr("Test")

                onPressed: dialog.view.test()
            }
        }
        Tick {
            Layout.leftMargin: dialog.labelWidth + 8
            Layout.topMargin: 2
            locked: dialog.view.connecting
            objectName: "connectNew"
            on: dialog.view.newShow
            text: qsTr("New show: an empty leaderboard, from now on")

            onPressed: dialog.view.setNewShow(!on)
        }
        Rectangle {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: 4
            border.color: Theme.line1
            border.width: 1
            color: Theme.bg1
            radius: Theme.controlRadius

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
        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.preferredHeight: 40
            spacing: 8

            StateMark {
                kind: "bad"
                visible: dialog.view.refused !== ""
            }
            Words {
                Accessible.role: Accessible.AlertMessage
                Layout.fillHeight: true
                Layout.fillWidth: true
                color: dialog.view.refused !== "" ? Theme.bad : Theme.text2
                maximumLineCount: 2
                objectName: "connectNote"
                text: dialog.view.refused !== "" ? dialog.view.refused : dialog.view.connecting ? qsTr("Making the show ready; the music plays on\u2026") : dialog.view.anyway ? qsTr("The show would begin and wait for it.") : ""
                wrapMode: Text.Wrap
            }
            PageButton {
                locked: dialog.view.connecting
                objectName: "connectGo"
                solid: !dialog.view.anyway
                text: dialog.view.connecting ? qsTr("Connecting\u2026") : dialog.view.anyway ? qsTr("Connect anyway") : qsTr("Connect")

                onPressed: dialog.view.connect_()
            }
        }
    }
}
