pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Two channels of peak with hold, deflection as IEC 60268-18. Levels come ready as 0 to 1.
Item {
    id: meter

    required property real first
    required property real firstHold
    required property real second
    required property real secondHold
    property int bar: 8
    // Where the limiter holds, 0 to 1: a dashed line; 0 without one.
    property real ceiling: 0
    property color hue: Theme.masterMeter
    property bool hollow: false
    property bool warns: true
    property bool missing: false
    property bool clipped: false
    property bool locked: false
    property string label: ""

    signal cleared

    Accessible.name: label
    Accessible.role: Accessible.Indicator
    implicitWidth: bar * 2 + 2

    Repeater {
        model: 2

        Item {
            id: channel

            required property int index
            readonly property real level: index === 0 ? meter.first : meter.second
            readonly property real hold: index === 0 ? meter.firstHold : meter.secondHold
            readonly property int crest: Math.round(height * (1 - level))

            height: meter.height
            visible: !meter.missing
            width: meter.bar
            x: index * (meter.bar + 2)

            Rectangle {
                anchors.fill: parent
                color: Theme.bg0
            }
            // Up to -6 dBFS in its own colour, warn above, bad above -1.
            Rectangle {
                border.color: meter.hue
                border.width: meter.hollow ? 1 : 0
                color: meter.hollow ? Theme.none : meter.hue
                height: channel.height - y
                visible: channel.level > 0.002
                width: parent.width
                y: meter.warns && !meter.hollow ? Math.max(channel.crest, Math.round(channel.height * 0.15)) : channel.crest
            }
            Rectangle {
                color: Theme.warn
                height: Math.round(channel.height * 0.15) - y
                visible: meter.warns && !meter.hollow && channel.level > 0.85
                width: parent.width
                y: Math.max(channel.crest, Math.round(channel.height * 0.025))
            }
            Rectangle {
                color: Theme.bad
                height: Math.round(channel.height * 0.025) - y
                visible: meter.warns && !meter.hollow && channel.level > 0.975
                width: parent.width
                y: channel.crest
            }
            Rectangle {
                color: meter.hollow ? Theme.line3 : Theme.text1
                height: 2
                visible: channel.hold > 0.01
                width: parent.width
                y: Math.max(0, Math.round(channel.height * (1 - channel.hold)) - 1)
            }
        }
    }
    Repeater {
        model: [0.85, 0.70, 0.55, 0.30, 0.15]

        Rectangle {
            required property real modelData

            color: Theme.bg2
            height: 1
            visible: !meter.missing
            width: meter.width
            y: Math.round(meter.height * (1 - modelData))
        }
    }
    Item {
        height: 2
        objectName: "ceilingMark"
        visible: meter.ceiling > 0 && !meter.missing
        width: meter.width
        y: Math.max(0, Math.round(meter.height * (1 - meter.ceiling)) - 1)

        Repeater {
            model: meter.ceiling > 0 ? Math.ceil(meter.width / 6) : 0

            Rectangle {
                required property int index

                color: Theme.text2
                height: 2
                width: Math.min(4, meter.width - x)
                x: index * 6
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        border.color: Theme.bad
        border.width: 1
        color: Theme.bg0
        visible: meter.missing

        Hatch {
            anchors.fill: parent
            anchors.margins: 1
        }
    }
    // Stays red after clipping until the presenter clears it.
    Pressable {
        id: plate

        height: 24
        label: qsTr("%1 clipped: put the mark out").arg(meter.label)
        locked: meter.locked
        objectName: "clipPlate"
        visible: meter.clipped && !meter.missing
        width: 28
        x: Math.round((meter.width - width) / 2)
        y: -6

        onPressed: meter.cleared()

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            border.color: Theme.bg0
            border.width: 1
            color: Theme.bad
            height: 18
            radius: Theme.keyRadius
            width: parent.width
        }
        Words {
            anchors.centerIn: parent
            color: Theme.ink
            horizontalAlignment: Text.AlignHCenter
            px: 11
            text: qsTr("clip")
            weight: Font.DemiBold
            width: Math.min(implicitWidth, parent.width - 2)
        }
    }
}
