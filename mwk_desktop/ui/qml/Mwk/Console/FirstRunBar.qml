import QtQuick
import Mwk
import MwkViews

Rectangle {
    id: bar

    required property ConsoleView view
    required property int pad

    signal openAsked

    color: Theme.bg2
    height: 48
    objectName: "firstRun"

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4
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
        }
        Item {
            height: 1
            width: 8
        }
        PlainButton {
            icon: "ui/file"
            locked: bar.view.locked
            objectName: "firstRunOpen"
            text: qsTr("Open a recording\u2026")

            onPressed: bar.openAsked()
        }
    }
    Pressable {
        height: 28
        label: qsTr("Close this bar")
        locked: bar.view.locked
        objectName: "firstRunClose"
        width: 28
        x: parent.width - bar.pad - 26
        y: 10

        onPressed: bar.view.dismissFirstRun()

        Icon {
            anchors.centerIn: parent
            color: parent.hovered ? Theme.text1 : Theme.text2
            icon: "ui/x"
            size: 16
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
