pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// A recording's place, pause and speed.
Rectangle {
    id: bar

    required property ConsoleView view
    required property int pad

    color: Theme.bg1
    height: 48
    objectName: "replayBar"

    Pressable {
        id: play

        height: 32
        label: bar.view.paused ? qsTr("Go on") : qsTr("Pause")
        locked: bar.view.locked || bar.view.ended
        objectName: "pause"
        width: 56
        x: bar.pad
        y: 8

        onPressed: bar.view.togglePause()

        Rectangle {
            anchors.fill: parent
            border.color: Theme.line2
            border.width: play.locked ? 1 : 0
            color: play.locked ? Theme.none : Theme.text1
            radius: Theme.controlRadius
        }
        Icon {
            anchors.centerIn: parent
            color: play.locked ? Theme.text3 : Theme.ink
            icon: bar.view.paused || bar.view.ended ? "ui/play" : "ui/pause"
            size: 16
        }
    }
    Words {
        id: position

        height: 32
        objectName: "position"
        px: 18
        text: bar.view.positionText
        weight: Font.DemiBold
        x: play.x + play.width + 16
        y: 8
    }
    Words {
        id: length

        color: Theme.text3
        height: 32
        px: 11
        text: bar.view.lengthText
        x: position.x + position.implicitWidth + 8
        y: 9
    }
    Rectangle {
        color: Theme.bg0
        height: 8
        radius: 2
        width: Math.max(0, speedLabel.x - x - 20)
        x: length.x + length.implicitWidth + 20
        y: 20

        Rectangle {
            color: Theme.line3
            height: parent.height
            radius: 2
            width: Math.round(parent.width * bar.view.positionShare)
        }
        Rectangle {
            color: Theme.text1
            height: 16
            radius: 1
            width: 2
            x: Math.round(parent.width * bar.view.positionShare) - 1
            y: -4
        }
    }
    Words {
        id: speedLabel

        anchors.right: speeds.left
        anchors.rightMargin: 10
        color: Theme.text3
        height: 32
        px: 11
        text: qsTr("Speed")
        y: 8
    }
    Rectangle {
        id: speeds

        border.color: Theme.line2
        border.width: 1
        color: Theme.bg0
        height: 30
        radius: Theme.controlRadius
        width: 244
        x: parent.width - bar.pad - width
        y: 9

        Repeater {
            model: ["\u00BC", "\u00BD", "1\u00D7", "2\u00D7", "4\u00D7", "8\u00D7"]

            Pressable {
                id: speed

                required property int index
                required property string modelData
                readonly property bool on: bar.view.speedPlace === index

                checked: on
                height: 26
                label: qsTr("Speed %1").arg(modelData)
                locked: bar.view.locked
                objectName: "speed_" + index
                width: 40
                x: 2 + index * 40
                y: 2

                onPressed: bar.view.setSpeed(index)

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
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
