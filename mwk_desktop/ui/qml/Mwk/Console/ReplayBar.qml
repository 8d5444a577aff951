import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// A recording's position, pause, speed and timeline.
Rectangle {
    id: bar

    required property ConsoleView view
    required property int pad

    color: Theme.bg1
    height: Metrics.timelineHeight
    objectName: "replayBar"

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: bar.pad
        anchors.rightMargin: bar.pad
        spacing: Metrics.rowGap

        Pressable {
            id: toStart

            Layout.preferredHeight: Metrics.compact ? 32 : 40
            Layout.preferredWidth: 34
            label: qsTr("Back to the start")
            locked: bar.view.locked
            objectName: "toStart"

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

            Layout.preferredHeight: Metrics.compact ? 32 : 40
            Layout.preferredWidth: 54
            key: "P"
            label: bar.view.ended ? qsTr("The recording has ended") : bar.view.paused ? qsTr("Go on reading the recording") : qsTr("Pause the recording; the music goes on")
            locked: bar.view.locked || bar.view.ended
            objectName: "pause"

            onPressed: bar.view.togglePause()

            LearnRing {
                action: "replay.pause"
                label: play.label
                radius: Theme.panelRadius
            }

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
        ColumnLayout {
            Layout.leftMargin: 8
            Layout.preferredWidth: 94
            spacing: 1

            Words {
                Layout.preferredHeight: 22
                objectName: "position"
                px: 18
                text: bar.view.positionText
                weight: Font.DemiBold
            }
            Words {
                Layout.preferredHeight: 16
                color: bar.view.paused || bar.view.ended ? Theme.warn : Theme.text3
                objectName: "lengthText"
                px: 11
                text: bar.view.ended ? qsTr("ended") : bar.view.paused ? qsTr("paused") : bar.view.lengthText
            }
        }
        Timeline {
            Layout.fillWidth: true
            Layout.preferredHeight: bar.height - (Metrics.compact ? 4 : Metrics.tall ? 22 : 6)
            locked: bar.view.locked
            view: bar.view
        }
        RowLayout {
            Layout.leftMargin: 10
            spacing: Metrics.rowGap
            visible: bar.view.ended

            PlainButton {
                icon: Metrics.slim ? "" : "ui/recent"
                label: qsTr("Play the recording from the start")
                locked: bar.view.locked
                objectName: "playAgain"
                solid: true
                text: Metrics.slim ? qsTr("Again") : qsTr("From the start")

                onPressed: bar.view.scrubTo(0)
            }
            PlainButton {
                icon: Metrics.slim ? "" : "ui/file"
                label: qsTr("Open another recording")
                locked: bar.view.locked
                objectName: "openAnother"
                text: Metrics.slim ? qsTr("Open\u2026") : qsTr("Open another\u2026")
                visible: bar.view.canOpen

                onPressed: bar.view.askPage("open")
            }
            PlainButton {
                icon: Metrics.slim ? "" : "ui/chart"
                label: qsTr("Write the report of this show")
                locked: !bar.view.canReport
                objectName: "endReport"
                text: qsTr("Report")

                onPressed: bar.view.writeReport()
            }
            PlainButton {
                label: qsTr("Back to the demo with its simulated crowd")
                locked: bar.view.locked
                objectName: "endDemo"
                text: qsTr("Demo")
                visible: bar.view.canDemo

                onPressed: bar.view.openDemo()
            }
        }
        PlainButton {
            id: loop

            Accessible.checkable: true
            Layout.leftMargin: bar.view.ended ? 0 : 10
            checked: bar.view.looping
            icon: "ui/hold"
            label: bar.view.looping ? qsTr("The recording begins again at its end; press: it ends") : qsTr("Begin again at the end")
            locked: bar.view.locked
            objectName: "loop"
            solid: checked
            text: Metrics.slim ? "" : qsTr("Loop")

            onPressed: bar.view.toggleLoop()

            LearnRing {
                action: "replay.loop"
                label: loop.label
            }
        }
        ColumnLayout {
            Layout.leftMargin: 10
            spacing: 3
            visible: !bar.view.ended

            Words {
                Layout.preferredHeight: 16
                color: Theme.text3
                px: 11
                text: qsTr("Speed")
                visible: !Metrics.compact
            }
            SpeedChoice {
                view: bar.view
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
