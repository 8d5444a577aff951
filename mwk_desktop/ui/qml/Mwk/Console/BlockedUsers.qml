pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The blocked users, each with a button to unblock; four rows are visible, the rest scroll.
Rectangle {
    id: users

    required property CrowdView crowd
    readonly property int rowHeight: 32
    readonly property int shownRows: Math.min(4, Math.max(1, crowd.blocked.length))

    border.color: Theme.line1
    border.width: 1
    color: Theme.bg1
    implicitHeight: shownRows * rowHeight + 2 * list.anchors.margins
    radius: Theme.controlRadius

    ListView {
        id: list

        anchors.fill: parent
        anchors.margins: 4
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: users.crowd.blocked
        objectName: "blockedList"

        delegate: RowLayout {
            id: row

            required property int index
            required property string modelData

            Accessible.name: modelData
            Accessible.role: Accessible.ListItem
            height: users.rowHeight
            spacing: 8
            width: ListView.view.width

            Icon {
                Layout.leftMargin: 6
                color: Theme.text3
                icon: "ui/block"
                size: 14
            }
            Words {
                Layout.fillWidth: true
                text: row.modelData
            }
            PlainButton {
                Layout.preferredHeight: 26
                Layout.rightMargin: 4
                label: qsTr("Unblock %1").arg(row.modelData)
                objectName: "unblock_" + row.index
                text: qsTr("Unblock")

                onActiveFocusChanged: {
                    if (activeFocus)
                        row.ListView.view.positionViewAtIndex(row.index, ListView.Contain);
                }
                onPressed: users.crowd.unblock(row.index)
            }
        }
    }
}
