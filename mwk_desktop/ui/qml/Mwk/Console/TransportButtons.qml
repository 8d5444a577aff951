import QtQuick
import Mwk
import MwkViews

// The big buttons: those that change what is heard, those that fire it, and recording.
Row {
    id: buttons

    required property ConsoleView view
    property bool escTaken: false

    spacing: Metrics.slim ? 8 : 18

    Row {
        spacing: Metrics.barButtonGap

        BarButton {
            id: hold

            readonly property bool on: buttons.view.held

            border: on ? Theme.warn : Theme.line2
            checked: on
            fill: on ? Theme.warn : Theme.bg3
            icon: "ui/hold"
            iconInk: on ? Theme.ink : Theme.text1
            ink: on ? Theme.ink : Theme.text1
            key: qsTr("Space")
            keyInk: on ? Theme.ink : Theme.text3
            locked: buttons.view.locked
            objectName: "hold"
            label: on ? qsTr("Release the scene") : qsTr("Hold the scene")
            text: on ? qsTr("HELD") : qsTr("Hold")

            onPressed: buttons.view.toggleHold()

            LearnRing {
                action: "show.hold"
                label: hold.label
                radius: Theme.panelRadius
            }
        }
        BarButton {
            id: panic

            readonly property bool armed: buttons.view.panic === "fading"
            readonly property bool silent: buttons.view.panic === "silent"

            border: Theme.bad
            fill: armed ? Theme.bad : silent ? Theme.badBg : Theme.bg3
            icon: silent ? "ui/mute" : "ui/panic"
            iconInk: armed ? Theme.ink : Theme.bad
            ink: armed ? Theme.ink : Theme.text1
            key: silent ? qsTr("hold R") : armed ? qsTr("Esc again") : buttons.escTaken ? (Metrics.slim ? "\u21e7 " + qsTr("Esc") : qsTr("Shift Esc")) : buttons.view.escapeHeld ? qsTr("hold Esc") : qsTr("Esc")
            keyInk: armed ? Theme.ink : Theme.text3
            objectName: "panic"
            label: armed ? qsTr("Cut the sound now") : silent ? qsTr("Silent. Hold R to resume") : qsTr("Panic: fade everything out")
            text: armed ? qsTr("Cut now") : silent ? qsTr("Silent") : qsTr("Panic")

            onPressed: buttons.view.pressPanic()

            LearnRing {
                action: "show.panic"
                acts: true
                label: panic.label
                radius: Theme.panelRadius
            }
        }
        BarButton {
            id: fade

            readonly property bool on: buttons.view.fade !== ""

            border: on ? Theme.warn : Theme.line2
            checked: on
            fill: on ? Theme.warn : Theme.bg3
            icon: "ui/fade"
            iconInk: on ? Theme.ink : Theme.text1
            ink: on ? Theme.ink : Theme.text1
            key: on ? qsTr("F returns") : "F"
            keyInk: on ? Theme.ink : Theme.text3
            locked: buttons.view.locked
            objectName: "fade"
            label: on ? qsTr("Let the music return") : qsTr("Fade out over two loops")
            text: buttons.view.fade === "silent" ? qsTr("Faded") : on ? qsTr("Fading") : qsTr("Fade out")

            onPressed: buttons.view.pressFade()

            LearnRing {
                action: "show.fade"
                label: fade.label
                radius: Theme.panelRadius
            }
        }
    }
    Row {
        spacing: Metrics.barButtonGap

        BarButton {
            id: nextNow

            readonly property bool on: buttons.view.nextNow

            border: on ? Theme.none : Theme.line2
            checked: on
            dashes: on ? Theme.warn : Theme.none
            fill: on ? Theme.warnBg : Theme.bg3
            icon: on ? "ui/lock" : "ui/skip"
            iconInk: on ? Theme.warn : Theme.text1
            ink: on ? Theme.warn : Theme.text1
            key: buttons.view.nextNowText
            keyInk: on ? Theme.warn : Theme.text3
            label: buttons.view.nextNowSpoken
            locked: buttons.view.locked || !buttons.view.canNextNow
            objectName: "nextNow"
            text: buttons.view.nextNowTitle
            tip: label + " (N)"
            width: Metrics.nextNowWidth

            onPressed: buttons.view.toggleNextNow()

            LearnRing {
                action: "show.next_now"
                label: nextNow.label
                radius: Theme.panelRadius
            }
        }
        GoButton {
            id: go

            locked: buttons.view.locked
            objectName: "go"
            view: buttons.view
            width: Metrics.goWidth

            onPressed: buttons.view.pressGo()

            LearnRing {
                action: "show.go"
                label: go.label
                radius: Theme.panelRadius
            }
        }
        BarButton {
            id: record

            readonly property bool on: buttons.view.recordText !== ""

            border: on ? Theme.bad : Theme.line2
            checked: on
            fill: on ? Theme.badBg : Theme.bg3
            icon: on ? "ui/rec" : "ui/ring"
            iconInk: on ? Theme.bad : Theme.text1
            key: buttons.view.panic !== "" || buttons.view.fade === "silent" ? "" : "R"
            label: on ? qsTr("Stop recording the master") : qsTr("Record the master")
            locked: buttons.view.locked
            objectName: "record"
            width: Metrics.recordWidth
            text: on ? buttons.view.recordText : qsTr("Record")

            onPressed: buttons.view.toggleRecord()

            LearnRing {
                action: "show.record"
                label: record.label
                radius: Theme.panelRadius
            }
        }
    }
}
