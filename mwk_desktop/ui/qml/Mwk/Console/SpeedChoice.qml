pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// How fast a recording is replayed; the music keeps its tempo.
Rectangle {
    id: speeds

    required property ConsoleView view

    border.color: Theme.line2
    border.width: 1
    color: Theme.bg0
    implicitHeight: 30
    implicitWidth: row.width + 4
    radius: Theme.controlRadius

    Row {
        id: row

        anchors.centerIn: parent

        Repeater {
            model: speeds.view.speedTexts

            Pressable {
                id: speed

                required property int index
                required property string modelData
                readonly property bool on: speeds.view.speedPlace === index

                checked: on
                height: 26
                label: qsTr("Speed %1").arg(modelData)
                locked: speeds.view.locked
                objectName: "speed_" + index
                width: Metrics.slim ? 34 : 40

                onPressed: speeds.view.setSpeed(index)

                Rectangle {
                    anchors.fill: parent
                    color: speed.on ? Theme.text1 : speed.hovered ? Theme.bg4 : Theme.none
                    radius: Theme.keyRadius
                }
                Words {
                    anchors.centerIn: parent
                    color: speed.on ? Theme.ink : Theme.text2
                    text: speed.modelData
                    weight: Font.DemiBold
                }
            }
        }
    }
}
