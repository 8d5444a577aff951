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
    required property var nameParts
    required property string picture
    required property int serial
    required property string text
    required property var textParts
    required property int tint
    required property string vote

    property bool current: false
    property bool locked: false
    // On the page of its own: larger buttons, the vote's and the list's names, and block.
    property bool roomy: false
    readonly property bool done: decided !== ""

    signal approveAsked(int row)
    signal blockAsked(int row)
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
    MarkedText {
        id: name

        height: 16
        ink: row.done ? Theme.text3 : Theme.text1
        objectName: "queueName"
        parts: row.done ? ({}) : row.nameParts
        text: row.name
        weight: Font.DemiBold
        width: Math.min(implicitWidth, Math.max(40, buttons.x - marks.width - 6 - x - 6))
        x: 47
        y: Math.round(row.height / 2) - 17
    }
    Row {
        id: marks

        anchors.verticalCenter: name.verticalCenter
        spacing: 4
        x: row.roomy ? name.x + name.width + 8 : buttons.x - width - 8

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
            text: row.roomy ? qsTr("word list") : row.mark
            visible: row.mark !== "" && !row.done
            width: Math.min(implicitWidth, 80)
        }
        Words {
            color: Theme.text2
            height: 16
            px: 11
            rightPadding: 4
            text: row.vote
            visible: row.roomy && row.mark === ""
        }
        Words {
            color: Theme.text3
            height: 16
            objectName: "queueState"
            px: 11
            text: row.decided === "approved" ? qsTr("approved") : row.decided === "refused" ? qsTr("refused") : row.done ? qsTr("decided") : row.age
        }
    }
    MarkedText {
        height: 16
        ink: row.done ? Theme.text3 : Theme.text2
        objectName: "queueText"
        parts: row.done ? ({}) : row.textParts
        text: row.text
        width: buttons.x - x - 8
        x: 47
        y: Math.round(row.height / 2)
    }
    Row {
        id: buttons

        anchors.verticalCenter: parent.verticalCenter
        spacing: 6
        x: parent.width - width - 13

        QueueButton {
            framed: false
            icon: "ui/block"
            ink: Theme.text2
            key: "X"
            label: qsTr("Block %1").arg(row.name)
            locked: row.locked || row.done
            objectName: "blockAuthor"
            tabStop: row.current
            visible: row.roomy

            onPressed: row.blockAsked(row.index)
        }
        QueueButton {
            done: row.decided === "refused"
            doneGround: Theme.badBg
            icon: "ui/x"
            key: "\u2190"
            label: qsTr("Refuse the message of %1").arg(row.name)
            locked: row.locked || row.done
            objectName: "refuse"
            tabStop: row.current
            width: row.roomy ? 56 : 30
            withKey: row.roomy && row.current

            onPressed: row.refuseAsked(row.index)
        }
        QueueButton {
            done: row.decided === "approved"
            doneGround: Theme.okBg
            icon: "ui/check"
            ink: Theme.ok
            key: "\u2192"
            label: qsTr("Approve the message of %1").arg(row.name)
            locked: row.locked || row.done
            objectName: "approve"
            tabStop: row.current
            width: row.roomy ? 56 : 30
            withKey: row.roomy && row.current

            onPressed: row.approveAsked(row.index)
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
