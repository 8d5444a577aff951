import QtQuick
import Mwk
import MwkViews

Rectangle {
    id: bar

    required property ConsoleView view
    required property int pad

    property bool withPages: false

    signal asked(string page)

    color: Theme.bg2
    height: Metrics.compact ? 40 : 48
    objectName: "firstRun"

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: Metrics.slim ? 6 : 8
        x: bar.pad

        Words {
            height: 28
            text: qsTr("This is a demo with a simulated crowd.")
            weight: Font.DemiBold
        }
        Words {
            color: Theme.text2
            height: 28
            text: qsTr("Play with it, or bring your own:")
            visible: !Metrics.slim
        }
        Item {
            height: 1
            width: 1
        }
        PlainButton {
            icon: Metrics.slim ? "" : "ui/file"
            locked: bar.view.locked
            objectName: "firstRunOpen"
            text: qsTr("Open a recording\u2026")
            visible: bar.view.canOpen

            onPressed: bar.asked("open")
        }
        PlainButton {
            icon: Metrics.slim ? "" : "ui/plug"
            locked: bar.view.locked
            objectName: "firstRunConnect"
            text: qsTr("Connect to Kafka\u2026")
            visible: bar.withPages && bar.view.canConnect

            onPressed: bar.asked("connect")
        }
        PlainButton {
            icon: Metrics.slim ? "" : "ui/wave"
            locked: bar.view.locked
            objectName: "firstRunSounds"
            text: qsTr("Sound set\u2026")
            visible: bar.view.canSounds

            onPressed: bar.asked("sounds")
        }
    }
    PlainButton {
        locked: bar.view.locked
        objectName: "firstRunChecks"
        text: qsTr("Pre-flight check")
        visible: bar.withPages && !Metrics.slim
        x: parent.width - bar.pad - 38 - width
        y: (parent.height - height) / 2

        onPressed: bar.asked("checks")
    }
    CloseButton {
        label: qsTr("Close this bar")
        locked: bar.view.locked
        objectName: "firstRunClose"
        x: parent.width - bar.pad - 26
        y: (parent.height - height) / 2

        onPressed: bar.view.dismissFirstRun()
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
