pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// A recording's place, pause and speed, and the way to any other place.
Rectangle {
    id: bar

    required property ConsoleView view
    required property int pad

    color: Theme.bg1
    height: 104
    objectName: "replayBar"

    Pressable {
        id: toStart

        height: 40
        label: qsTr("Back to the start")
        locked: bar.view.locked
        objectName: "toStart"
        width: 34
        x: bar.pad
        y: 32

        onPressed: bar.view.scrubTo(0)

        Rectangle {
            anchors.fill: parent
            border.color: toStart.locked ? Theme.line1 : Theme.line2
            border.width: 1
            color: toStart.locked ? Theme.none : toStart.hovered || toStart.down ? Theme.bg4 : Theme.bg3
            radius: Theme.panelRadius
        }
        Icon {
            anchors.centerIn: parent
            color: toStart.locked ? Theme.text3 : Theme.text1
            icon: "ui/start"
            size: 16
        }
    }
    Pressable {
        id: play

        height: 40
        key: "P"
        label: bar.view.ended ? qsTr("The recording has ended") : bar.view.paused ? qsTr("Go on reading the recording") : qsTr("Pause the recording; the music goes on")
        locked: bar.view.locked || bar.view.ended
        objectName: "pause"
        width: 54
        x: toStart.x + toStart.width + 6
        y: 32

        onPressed: bar.view.togglePause()

        Rectangle {
            anchors.fill: parent
            border.color: Theme.line2
            border.width: play.locked ? 1 : 0
            color: play.locked ? Theme.none : Theme.text1
            radius: Theme.panelRadius
        }
        Icon {
            anchors.centerIn: parent
            color: play.locked ? Theme.text3 : Theme.ink
            icon: bar.view.paused || bar.view.ended ? "ui/play" : "ui/pause"
            size: 18
        }
    }
    Words {
        id: position

        height: 22
        objectName: "position"
        px: 18
        text: bar.view.positionText
        weight: Font.DemiBold
        x: play.x + play.width + 14
        y: 32
    }
    Words {
        color: bar.view.paused || bar.view.ended ? Theme.warn : Theme.text3
        height: 16
        objectName: "lengthText"
        px: 11
        text: bar.view.ended ? qsTr("ended") : bar.view.paused ? qsTr("paused") : bar.view.lengthText
        x: position.x
        y: 55
    }
    Timeline {
        id: timeline

        height: 82
        locked: bar.view.locked
        view: bar.view
        width: Math.max(0, speeds.x - x - 16)
        x: bar.pad + 204
        y: 12
    }
    Words {
        color: Theme.text3
        height: 16
        px: 11
        text: qsTr("Speed")
        x: speeds.x
        y: 28
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
        y: 47

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
