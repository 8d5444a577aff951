pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The messages that the room can read now, each with its way off the stage.
Column {
    id: shown

    required property CrowdView crowd
    property bool locked: false
    readonly property int rowHeight: 36

    spacing: 8

    // Hide the first of them.
    function hideFirst() {
        if (!locked && crowd.onStage.length > 0)
            crowd.hide(crowd.onStage[0].serial);
    }

    Words {
        height: 18
        text: qsTr("On the stage now")
        weight: Font.DemiBold
    }
    Rectangle {
        border.color: Theme.line1
        border.width: 1
        color: Theme.bg1
        height: Math.max(1, shown.crowd.onStage.length) * shown.rowHeight + 2
        radius: Theme.controlRadius
        width: parent.width

        Words {
            color: Theme.text3
            height: parent.height
            text: qsTr("no message")
            visible: shown.crowd.onStage.length === 0
            x: 13
        }
        Repeater {
            model: shown.crowd.onStage.length

            Item {
                id: row

                required property int index
                readonly property var message: shown.crowd.onStage[index] ?? ({})

                Accessible.name: (message.name ?? "") + ": " + (message.text ?? "")
                Accessible.role: Accessible.ListItem
                height: shown.rowHeight
                width: parent.width
                y: 1 + index * shown.rowHeight

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
                    width: hide.x - x - 8
                    x: name.x + name.width + 5
                }
                QueueButton {
                    id: hide

                    anchors.verticalCenter: parent.verticalCenter
                    icon: "ui/eyeoff"
                    key: row.index === 0 ? "H" : ""
                    label: qsTr("Hide this message of %1").arg(row.message.name ?? "")
                    locked: shown.locked
                    objectName: "hideOnStage_" + row.index
                    width: 56
                    withKey: true
                    x: parent.width - width - 6

                    onPressed: shown.crowd.hide(row.message.serial)
                }
            }
        }
    }
}
