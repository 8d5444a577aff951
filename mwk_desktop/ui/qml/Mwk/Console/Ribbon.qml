pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// One window of votes as bars, grouped by loop: where we are, where the votes lock.
Item {
    id: ribbon

    required property int barCount
    required property int barsPerLoop
    required property bool held
    required property real lockBars
    required property real playheadBars
    // Bars from here on are hollow: what is voted in them is for another scene; -1: none.
    property real hollowFrom: -1
    property bool ended: false

    readonly property int loops: Math.ceil(barCount / barsPerLoop)
    readonly property real pitch: (width + 3) / barCount

    function placeOf(bars: real): real {
        return Math.round(Math.min(width - 1, bars * pitch));
    }

    implicitHeight: 16

    Repeater {
        model: ribbon.barCount

        Rectangle {
            id: cell

            required property int index
            readonly property int gap: (index + 1) % ribbon.barsPerLoop === 0 ? 5 : 2
            readonly property bool hollow: ribbon.hollowFrom >= 0 && index >= ribbon.hollowFrom
            readonly property real played: Math.max(0, Math.min(1, ribbon.playheadBars - index))

            border.color: Theme.line2
            border.width: hollow ? 1 : 0
            color: hollow ? Theme.none : Theme.bg3
            height: ribbon.height
            objectName: hollow ? "hollowBar" : "bar"
            width: Math.round((index + 1) * ribbon.pitch) - x - (index + 1 === ribbon.barCount ? 3 : gap)
            x: Math.round(index * ribbon.pitch)

            Rectangle {
                color: Theme.line3
                height: parent.height
                visible: !ribbon.held && !cell.hollow
                width: Math.round(parent.width * cell.played)
            }
            Hatch {
                anchors.fill: parent
                visible: ribbon.held
            }
        }
    }
    Rectangle {
        color: Theme.warn
        height: ribbon.height + 6
        visible: !ribbon.held && !ribbon.ended && ribbon.lockBars > 0
        width: 2
        x: ribbon.placeOf(ribbon.lockBars) - 1
        y: -3
    }
    Rectangle {
        color: Theme.text1
        height: ribbon.height + 6
        visible: !ribbon.ended
        width: 2
        x: ribbon.placeOf(ribbon.playheadBars) - 1
        y: -3
    }
}
