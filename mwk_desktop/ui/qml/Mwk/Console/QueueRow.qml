import QtQuick
import Mwk

// One message that waits: refuse and approve are always there and never move.
Item {
    id: row

    required property string age
    required property string decided
    required property int index
    required property string initial
    required property string instrument
    required property string mark
    required property string name
    required property string picture
    required property int serial
    required property int tint
    required property string text

    property bool current: false
    property bool locked: false
    readonly property bool done: decided !== ""

    signal approveAsked(int row)
    signal refuseAsked(int row)

    Accessible.description: row.mark === "" ? "" : qsTr("word list: %1").arg(row.mark)
    Accessible.name: row.name + (row.instrument === "" ? "" : ", " + row.instrument) + ": " + row.text
    Accessible.role: Accessible.ListItem

    Rectangle {
        anchors.fill: parent
        color: row.current ? Theme.bg3 : Theme.none
    }
    Rectangle {
        color: Theme.warn
        height: parent.height
        visible: row.mark !== "" && !row.done
        width: 3
    }
    Avatar {
        id: avatar

        anchors.verticalCenter: parent.verticalCenter
        initial: row.initial
        picture: row.picture
        tint: row.tint
        width: 24
        x: 13
    }
    Words {
        id: name

        color: row.done ? Theme.text3 : Theme.text1
        height: 16
        objectName: "queueName"
        text: row.name
        weight: Font.DemiBold
        width: Math.min(implicitWidth, Math.max(40, marks.x - x - 6))
        x: 47
        y: Math.round(row.height / 2) - 17
    }
    Row {
        id: marks

        anchors.verticalCenter: name.verticalCenter
        spacing: 4
        x: refuse.x - width - 8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: row.mark !== "" ? Theme.warn : row.instrument === "" ? Theme.line3 : Theme.hue(row.instrument)
            icon: row.mark !== "" ? "ui/warn" : row.instrument === "" ? "ui/minus" : row.instrument
            size: 13
        }
        Words {
            color: Theme.warn
            height: 16
            objectName: "queueMark"
            px: 11
            text: row.mark
            visible: row.mark !== "" && !row.done
            width: Math.min(implicitWidth, 80)
        }
        Words {
            color: Theme.text3
            height: 16
            px: 11
            text: row.decided === "approved" ? qsTr("approved") : row.decided === "refused" ? qsTr("refused") : row.done ? qsTr("decided") : row.age
        }
    }
    Words {
        color: row.done ? Theme.text3 : Theme.text2
        height: 16
        objectName: "queueText"
        text: row.text
        width: refuse.x - x - 8
        x: 47
        y: Math.round(row.height / 2)
    }
    Pressable {
        id: refuse

        anchors.verticalCenter: parent.verticalCenter
        height: 30
        label: qsTr("Refuse the message of %1").arg(row.name)
        locked: row.locked || row.done
        objectName: "refuse"
        tabStop: row.current
        width: 30
        x: approve.x - 36

        onPressed: row.refuseAsked(row.index)

        Rectangle {
            anchors.fill: parent
            border.color: refuse.locked ? Theme.line1 : Theme.line2
            border.width: 1
            color: row.decided === "refused" ? Theme.badBg : refuse.hovered || refuse.down ? Theme.bg4 : Theme.bg1
            radius: Theme.controlRadius
        }
        Icon {
            anchors.centerIn: parent
            color: refuse.locked ? Theme.text3 : Theme.text1
            icon: "ui/x"
            size: 16
        }
    }
    Pressable {
        id: approve

        anchors.verticalCenter: parent.verticalCenter
        height: 30
        label: qsTr("Approve the message of %1").arg(row.name)
        locked: row.locked || row.done
        objectName: "approve"
        tabStop: row.current
        width: 30
        x: parent.width - 43

        onPressed: row.approveAsked(row.index)

        Rectangle {
            anchors.fill: parent
            border.color: approve.locked ? Theme.line1 : Theme.line2
            border.width: 1
            color: row.decided === "approved" ? Theme.okBg : approve.hovered || approve.down ? Theme.bg4 : Theme.bg1
            radius: Theme.controlRadius
        }
        Icon {
            anchors.centerIn: parent
            color: approve.locked && row.decided !== "approved" ? Theme.text3 : Theme.ok
            icon: "ui/check"
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
