import QtQuick
import Mwk
import MwkViews

// One place for a message on the stage. While it is pointed at it keeps its message, so that Hide is
// always for the one that was read.
Item {
    id: row

    required property int index
    required property CrowdView crowd
    required property bool locked
    // The one that H hides.
    required property bool isFirst

    readonly property var now: crowd.onStage[index] ?? none
    readonly property var none: ({
            "serial": -1
        })
    property var message: none
    property int hidden: -1
    readonly property bool pointedAt: over.hovered || button.activeFocus
    readonly property bool filled: message.serial >= 0
    // The stage shows another one by now.
    readonly property bool gone: filled && message.serial !== now.serial

    function follow() {
        if (now.serial === hidden)
            return;
        hidden = -1;
        if (!pointedAt || !filled || now.serial === message.serial)
            message = now;
    }
    function hide() {
        hidden = message.serial;
        message = none;
        crowd.hide(hidden);
    }

    Accessible.ignored: !filled
    Accessible.name: (message.name ?? "") + ": " + (message.text ?? "") + (gone ? ". " + mark.text : "")
    Accessible.role: Accessible.ListItem
    objectName: "onStageRow_" + index

    Component.onCompleted: follow()
    onNowChanged: follow()
    onPointedAtChanged: follow()

    HoverHandler {
        id: over
    }
    Item {
        anchors.fill: parent
        visible: row.filled

        Avatar {
            anchors.verticalCenter: parent.verticalCenter
            initial: row.message.initial ?? ""
            picture: row.message.picture ?? ""
            tint: row.message.tint ?? 0
            width: 22
            x: 13
        }
        Words {
            id: name

            color: row.gone ? Theme.text2 : Theme.text1
            height: parent.height
            objectName: "onStageName"
            text: row.message.name ?? ""
            weight: Font.DemiBold
            width: Math.min(Math.ceil(implicitWidth), 140)
            x: 45
        }
        Words {
            color: Theme.text2
            height: parent.height
            objectName: "onStageText"
            text: row.message.text ?? ""
            width: Math.max(0, (mark.visible ? mark.x : button.x) - x - 8)
            x: name.x + name.width + 5
        }
        Words {
            id: mark

            color: Theme.warn
            height: parent.height
            objectName: "onStageGone"
            text: qsTr("off the stage")
            visible: row.gone
            x: button.x - width - 8
        }
        QueueButton {
            id: button

            anchors.verticalCenter: parent.verticalCenter
            icon: "ui/eyeoff"
            key: row.isFirst ? "H" : ""
            label: qsTr("Hide this message of %1").arg(row.message.name ?? "")
            locked: row.locked
            objectName: "hideOnStage_" + row.index
            width: 56
            withKey: true
            x: parent.width - width - 6

            onPressed: row.hide()
        }
    }
}
