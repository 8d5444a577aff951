pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// What is set by hand, what lands by hand, or what waits for GO, at the right of the rail.
Item {
    id: line

    required property ConsoleView view

    readonly property bool armed: view.armed.length > 0 && !view.storing
    readonly property real room: width - (dim.visible ? dim.width + 10 : 0)
    readonly property bool listed: armed && list.implicitWidth <= room && !Metrics.slim

    Words {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        color: line.view.storing ? Theme.warn : Theme.text2
        height: parent.height
        horizontalAlignment: Theme.end
        objectName: "overrideLine"
        text: line.view.storing ? qsTr("amber: overwritten") : line.armed ? qsTr("armed: %1").arg(line.view.armed.reduce((sum, row) => sum + row.count, 0)) : line.view.overrideText
        visible: !line.listed
        width: Math.max(0, line.room)
    }
    // The room is dimmed: nothing that is held by hand matters more.
    Rectangle {
        id: dim

        Accessible.name: qsTr("The room is dimmed, %1; D ends it").arg(line.view.dimText)
        Accessible.role: Accessible.StaticText
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.warn
        height: 20
        objectName: "dimBadge"
        radius: Theme.keyRadius
        visible: line.view.dimmed && !line.view.storing
        width: dimWords.x + dimWords.implicitWidth + 8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.ink
            icon: "ui/dim"
            size: 14
            x: 6
        }
        Words {
            id: dimWords

            color: Theme.ink
            height: parent.height
            px: 11
            text: line.view.dimText + " \u00b7 D"
            weight: Font.DemiBold
            x: 25
        }
    }
    Row {
        id: list

        Accessible.name: line.view.armedSpoken
        Accessible.role: Accessible.StaticText
        height: parent.height
        objectName: "armedList"
        spacing: 12
        visible: line.listed
        x: line.room - width

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
