pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// What the hand holds, what lands by hand, or what waits for GO, at the right of the rail.
Item {
    id: line

    required property ConsoleView view

    readonly property bool armed: view.armed.length > 0 && !view.storing
    readonly property bool listed: armed && list.implicitWidth <= width && !Metrics.slim

    Words {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.fill: parent
        color: line.view.storing ? Theme.warn : Theme.text2
        horizontalAlignment: Text.AlignRight
        objectName: "handLine"
        text: line.view.storing ? qsTr("amber: overwritten") : line.armed ? qsTr("armed: %1").arg(line.view.armed.reduce((sum, row) => sum + row.count, 0)) : line.view.handText
        visible: !line.listed
    }
    Row {
        id: list

        Accessible.name: line.view.armedSpoken
        Accessible.role: Accessible.StaticText
        anchors.right: parent.right
        height: parent.height
        objectName: "armedList"
        spacing: 12
        visible: line.listed

        Repeater {
            model: line.view.armed

            Row {
                id: part

                required property var modelData

                height: list.height
                spacing: 4

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.hue(part.modelData.instrument)
                    icon: part.modelData.instrument
                    size: 14
                }
                Words {
                    height: part.height
                    text: part.modelData.text
                    weight: Font.DemiBold
                }
            }
        }
    }
}
