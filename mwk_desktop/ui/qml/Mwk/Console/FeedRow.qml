import QtQuick
import QtQuick.Layouts
import Mwk

// One message of the feed; under the pointer or the keyboard it offers hide and block.
Item {
    id: row

    required property string age
    required property int index
    required property string initial
    required property string instrument
    required property string name
    required property string picture
    required property int serial
    required property int tint
    required property string text
    required property string vote

    property bool current: false
    property bool locked: false
    readonly property bool hot: (over.hovered || current) && !locked

    signal blockAsked(int serial)
    signal hideAsked(int serial)

    Accessible.name: name + ": " + text
    Accessible.role: Accessible.ListItem
    // A row that has just been removed has the index -1.
    visible: index >= 0

    HoverHandler {
        id: over
    }
    Rectangle {
        anchors.fill: parent
        color: row.hot ? Theme.bg3 : Theme.none
    }
    Avatar {
        id: avatar

        anchors.left: parent.left
        anchors.leftMargin: 13
        anchors.top: lines.top
        initial: row.initial
        picture: row.picture
        tint: row.tint
        width: 24
    }
    Column {
        id: lines

        anchors.left: avatar.right
        anchors.leftMargin: 10
        anchors.right: row.hot ? block.left : parent.right
        anchors.rightMargin: row.hot ? 8 : 13
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1

        RowLayout {
            spacing: Metrics.gap
            width: row.hot ? parent.width : block.x - parent.x - 6

            Words {
                // The instrument is what counts: the name gives way to it.
                Layout.fillWidth: true
                Layout.maximumWidth: Math.min(150, Math.ceil(implicitWidth))
                Layout.minimumWidth: 30
                Layout.preferredHeight: 16
                objectName: "feedName"
                text: row.name
                weight: Font.DemiBold
            }
            Icon {
                Layout.leftMargin: 5
                color: row.instrument === "" ? Theme.line3 : Theme.hue(row.instrument)
                icon: row.instrument === "" ? "ui/minus" : row.instrument
                size: 13
            }
            Words {
                Layout.minimumWidth: Math.ceil(implicitWidth)
                Layout.preferredHeight: 16
                color: Theme.text2
                objectName: "feedVote"
                px: 11
                text: row.vote
                visible: !Metrics.slim // its mark says it, and leaves the name room
            }
            Item {
                Layout.fillWidth: true
                Layout.preferredHeight: 1
            }
            Words {
                Layout.preferredHeight: 16
                color: Theme.text3
                px: 11
                text: row.age
                visible: !row.hot
            }
        }
        Words {
            color: Theme.text2
            height: 16
            objectName: "feedText"
            text: row.text
            width: parent.width
        }
    }
    // Hide is where both marks were: a press while the row opens hides the message.
    RowButton {
        id: block

        anchors.right: hide.left
        anchors.rightMargin: row.hot ? 6 : 0
        anchors.top: hide.top
        icon: "ui/block"
        key: row.current ? "X" : ""
        label: qsTr("Block %1").arg(row.name)
        locked: row.locked
        objectName: "block"
        open: row.hot
        tabStop: row.current
        text: qsTr("Block")

        onPressed: row.blockAsked(row.serial)
    }
    RowButton {
        id: hide

        anchors.right: parent.right
        anchors.rightMargin: 13
        icon: "ui/eyeoff"
        key: row.current ? "H" : ""
        label: qsTr("Hide this message of %1").arg(row.name)
        locked: row.locked
        objectName: "hide"
        open: row.hot
        tabStop: row.current
        text: qsTr("Hide")
        y: row.hot ? Math.round((parent.height - height) / 2) : lines.y - 4

        onPressed: row.hideAsked(row.serial)
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
