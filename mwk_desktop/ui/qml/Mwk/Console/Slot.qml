import QtQuick
import Mwk

// NOW or NEXT of a strip: a title over a mark and a word, or one line when there is no title.
Item {
    id: slot

    property bool dashed: false
    property bool edge: false
    property bool hatched: false
    property bool strong: false
    property color dashInk: strong ? Theme.text1 : Theme.line3
    property color edgeHue: Theme.line3
    property color titleInk: Theme.text1
    property color textInk: Theme.text3
    property color markInk: Theme.text2
    property bool filled: false
    property string mark: ""
    property string text: ""
    property string title: ""
    property real loopPhase: -1
    property color footHue: edgeHue
    property int titleRight: 2

    readonly property int inset: Metrics.slim ? 7 : 10
    // A title that is too long for its line is smaller first, then on two lines where they have room.
    readonly property real titleRoom: width - inset - titleRight
    readonly property bool tight: full.advanceWidth(title) > titleRoom
    readonly property bool twoLines: tight && !Metrics.smallRows && small.advanceWidth(title) > titleRoom

    implicitHeight: Metrics.slotHeight

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line1
        border.width: 1
        color: slot.filled ? Theme.bg1 : Theme.none
        radius: Theme.controlRadius
        visible: !slot.dashed
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        color: Theme.bg1
        radius: Theme.controlRadius
        visible: slot.dashed && slot.filled
    }
    Hatch {
        anchors.fill: parent
        anchors.margins: 1
        visible: slot.hatched
    }
    Rectangle {
        bottomLeftRadius: 3
        color: slot.edgeHue
        height: parent.height - 2
        topLeftRadius: 3
        visible: slot.edge
        width: 4
        x: 1
        y: 1
    }
    Rectangle {
        color: slot.footHue
        height: 2
        visible: slot.loopPhase >= 0
        width: Math.round(Math.max(0, Math.min(1, slot.loopPhase)) * (parent.width - 6))
        x: 5
        y: parent.height - 3
    }
    Dashed {
        anchors.fill: parent
        color: slot.dashInk
        line: slot.strong ? 1.5 : 1
        visible: slot.dashed
    }
    FontMetrics {
        id: full

        font.family: Theme.family
        font.features: Theme.tabular
        font.pixelSize: 12
        font.weight: Font.DemiBold
    }
    FontMetrics {
        id: small

        font.family: Theme.family
        font.features: Theme.tabular
        font.letterSpacing: 0.2
        font.pixelSize: 11
        font.weight: Font.DemiBold
    }
    Words {
        color: slot.titleInk
        height: slot.twoLines ? 28 : 16
        lineHeight: slot.twoLines ? 13 : 1
        lineHeightMode: slot.twoLines ? Text.FixedHeight : Text.ProportionalHeight
        maximumLineCount: slot.twoLines ? 2 : 1
        objectName: "slotTitle"
        px: slot.tight ? 11 : 12
        text: slot.title
        visible: slot.title !== ""
        weight: Font.DemiBold
        width: slot.titleRoom
        wrapMode: slot.twoLines ? Text.WordWrap : Text.NoWrap
        x: slot.inset
        y: Metrics.smallRows || slot.twoLines ? 2 : 7
    }
    Row {
        spacing: 4
        x: slot.inset
        y: slot.title === "" ? (slot.height - 16) / 2 : Metrics.smallRows ? 17 : slot.twoLines ? 28 : 23

        Icon {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            color: slot.markInk
            icon: slot.mark === "" ? "" : (["arm", "hand", "play", "warn"].includes(slot.mark) ? "ui/" : "heavy/") + slot.mark
            size: slot.mark === "play" ? 10 : slot.mark === "hand" || slot.mark === "arm" ? 13 : 12
            // It gives way to its word where both do not fit.
            visible: slot.mark !== "" && (!Metrics.slim || words.implicitWidth <= words.room - size - 4)
        }
        Words {
            id: words

            readonly property real room: slot.width - slot.inset - 1

            color: slot.textInk
            height: 16
            px: slot.title === "" ? 12 : 11
            text: slot.text
            width: Math.min(implicitWidth, room - (mark.visible ? mark.size + 4 : 0))
        }
    }
}
