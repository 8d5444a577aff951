pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The full-width bar while nothing is heard, or soon nothing: why, for how long, how the music
// comes back. Nothing on it blinks.
Item {
    id: bar

    required property SilenceView silence
    required property int pad
    // A page is open: R would be typed into it.
    property bool overlaid: false
    property int beatsPerBar: 4
    property int beat: 1
    property bool canReport: false
    signal fadeAsked
    signal reportAsked

    readonly property bool solid: silence.canResume
    readonly property bool fading: silence.kind === "fading"
    readonly property bool returning: silence.kind === "returning"
    readonly property color fill: silence.kind === "silent" ? Theme.bad : silence.kind === "faded" ? Theme.warn : fading ? Theme.warnBg : Theme.okBg
    readonly property color words: solid ? Theme.ink : Theme.text1

    Accessible.name: silence.spoken
    Accessible.role: Accessible.AlertMessage
    objectName: "silentBar"
    visible: silence.kind !== ""

    Rectangle {
        anchors.fill: parent
        color: bar.fill
    }
    Rectangle {
        color: Theme.fadeBg
        height: parent.height
        visible: bar.fading
        width: parent.width * bar.silence.share
    }
    Dashed {
        anchors.fill: parent
        color: Theme.ok
        radius: 0
        visible: bar.returning
    }
    Row {
        anchors.left: parent.left
        anchors.leftMargin: bar.pad + 6
        anchors.right: report.visible ? report.left : side.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        spacing: 14

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: bar.words
            icon: bar.returning ? "ui/play" : bar.fading ? "ui/fade" : "ui/mute"
            size: 22
        }
        Words {
            id: title

            anchors.verticalCenter: parent.verticalCenter
            color: bar.words
            font.family: Theme.display
            objectName: "silentTitle"
            px: 22
            text: bar.silence.title
            weight: Font.Bold
        }
        Words {
            id: time

            anchors.verticalCenter: parent.verticalCenter
            color: bar.words
            font.family: Theme.display
            objectName: "silentTime"
            px: 20
            text: bar.silence.time
            weight: Font.DemiBold
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: bar.words
            objectName: "silentDetail"
            text: bar.silence.detail
            width: Math.max(0, Math.min(implicitWidth, parent.width - title.width - time.width - 22 - 3 * parent.spacing))
        }
    }
    // A faded out show may be over.
    PlainButton {
        id: report

        anchors.right: side.left
        anchors.rightMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        label: qsTr("Write the report of this show")
        objectName: "fadedReport"
        takesFocus: !bar.overlaid
        text: qsTr("Report")
        visible: bar.silence.kind === "faded" && bar.canReport

        onPressed: bar.reportAsked()
    }
    Item {
        id: side

        anchors.right: parent.right
        anchors.rightMargin: bar.pad
        anchors.verticalCenter: parent.verticalCenter
        height: 30
        width: bar.returning ? cells.width : 210

        HoldButton {
            anchors.fill: parent
            filled: bar.solid
            held: bar.silence.held
            icon: "ui/play"
            key: bar.silence.tooShort || bar.overlaid ? "" : "R"
            holdMs: bar.silence.holdMs
            label: qsTr("Resume the music: hold")
            objectName: "resume"
            takesFocus: !bar.overlaid
            text: bar.silence.tooShort ? qsTr("Hold longer") : bar.overlaid ? qsTr("Resume: Esc, then hold R") : bar.silence.kind === "faded" ? qsTr("Resume: F or hold") : qsTr("Resume: hold")
            visible: bar.solid

            onHoldBegan: bar.silence.beginHold()
            onHoldEnded: bar.silence.endHold()
            onPressedAtOnce: bar.silence.resumeNow()
        }
        PlainButton {
            anchors.fill: parent
            key: "F"
            label: qsTr("Let the music return")
            objectName: "keepMusic"
            takesFocus: !bar.overlaid
            text: qsTr("Keep the music: %1").arg("F")
            visible: bar.fading

            onPressed: bar.fadeAsked()
        }
        Row {
            id: cells

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 8
            visible: bar.returning

            Repeater {
                model: bar.beatsPerBar

                Rectangle {
                    required property int index

                    color: index + 1 === bar.beat ? Theme.text1 : index + 1 < bar.beat ? Theme.line3 : Theme.bg4
                    height: 8
                    radius: 1
                    width: 26
                }
            }
        }
    }
}
