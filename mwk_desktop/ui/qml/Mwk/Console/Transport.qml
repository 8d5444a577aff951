pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Bar and beat, the countdown over its ribbon, and the buttons that save an evening.
Rectangle {
    id: transport

    required property ConsoleView view
    required property int pad
    property int buttonWidth: 76
    property bool stageOpen: false
    property bool stageLost: false

    signal stageAsked

    color: Theme.bg1
    height: 92

    Words {
        id: barLabel

        color: Theme.text3
        height: 16
        px: 11
        text: qsTr("BAR")
        x: transport.pad
        y: 32
    }
    Words {
        font.family: Theme.display
        font.letterSpacing: -0.8
        height: 44
        objectName: "bar"
        px: 40
        text: transport.view.barText
        weight: Font.DemiBold
        x: barLabel.x + barLabel.implicitWidth + 10
        y: 8
    }
    Row {
        spacing: 4
        x: transport.pad
        y: 57

        Repeater {
            model: transport.view.beatsPerBar

            Rectangle {
                required property int index

                color: index + 1 === transport.view.beat ? Theme.text1 : index + 1 < transport.view.beat ? Theme.line3 : Theme.bg4
                height: 6
                radius: 1
                width: (180 - (transport.view.beatsPerBar - 1) * 4) / transport.view.beatsPerBar
            }
        }
    }
    Words {
        color: Theme.text3
        height: 16
        objectName: "tempo"
        px: 11
        text: transport.view.tempoText
        width: 190
        x: transport.pad
        y: 68
    }
    Rectangle {
        color: Theme.line1
        height: 64
        width: 1
        x: transport.pad + 204
        y: 14
    }

    Item {
        id: middle

        anchors.left: parent.left
        anchors.leftMargin: transport.pad + 225
        anchors.right: buttons.left
        anchors.rightMargin: 37
        height: parent.height

        Icon {
            id: lockIcon

            color: transport.view.held ? Theme.text3 : Theme.warn
            icon: "ui/lock"
            size: 12
            visible: !transport.view.held
            y: 22
        }
        Words {
            id: lockTitle

            color: Theme.text3
            font.letterSpacing: 0.3
            height: 16
            px: 11
            text: transport.view.lockTitle
            x: transport.view.held ? 0 : 15
            y: 20
        }
        Words {
            id: lockText

            color: transport.view.lockHot ? Theme.warn : Theme.text1
            font.family: Theme.display
            height: 28
            objectName: "countdown"
            px: 26
            text: transport.view.lockText
            weight: Font.DemiBold
            x: lockTitle.x + lockTitle.implicitWidth + 10
            y: 10
        }
        Words {
            color: Theme.text2
            height: 16
            text: transport.view.lockNote
            visible: width > 60
            width: nextTitle.x - x - 12
            x: lockText.x + lockText.implicitWidth + 10
            y: 20
        }
        Words {
            id: nextTitle

            anchors.right: nextText.left
            anchors.rightMargin: 10
            color: Theme.text3
            font.letterSpacing: 0.3
            height: 16
            px: 11
            text: transport.view.nextTitle
            y: 20
        }
        Words {
            id: nextText

            anchors.right: parent.right
            color: transport.view.held ? Theme.warn : Theme.text1
            height: 22
            objectName: "nextSceneIn"
            px: 18
            text: transport.view.nextText
            weight: Font.DemiBold
            y: 16
        }
        Ribbon {
            id: ribbon

            barCount: transport.view.barCount
            barsPerLoop: transport.view.barsPerLoop
            held: transport.view.held
            lockBars: transport.view.lockBars
            objectName: "ribbon"
            playheadBars: transport.view.playheadBars
            width: parent.width
            y: 44
        }
        Repeater {
            model: Math.ceil(transport.view.barCount / 4)

            Words {
                required property int index

                color: Theme.text3
                height: 16
                px: 11
                text: transport.view.firstBar + index * 4
                visible: transport.view.firstBar + index * 4 > 0 && x + implicitWidth < landing.x - 8
                x: Math.round(index * 4 * ribbon.pitch)
                y: 64
            }
        }
        Row {
            id: landing

            anchors.right: parent.right
            spacing: 4
            y: 64

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.warn
                icon: "ui/lock"
                size: 12
                visible: !transport.view.held
            }
            Words {
                color: Theme.warn
                height: 16
                px: 11
                text: transport.view.lockBarText
                visible: !transport.view.held
                weight: Font.DemiBold
            }
            Words {
                color: Theme.text3
                height: 16
                px: 11
                text: "\u203A"
                visible: !transport.view.held && transport.view.landingText !== ""
            }
            Words {
                height: 16
                px: 11
                text: transport.view.landingText
                weight: Font.DemiBold
            }
        }
    }
    Rectangle {
        anchors.right: buttons.left
        anchors.rightMargin: 16
        color: Theme.line1
        height: 64
        width: 1
        y: 14
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: transport.pad
        spacing: 6
        y: 16

        BarButton {
            readonly property bool on: transport.view.held

            border: on ? Theme.warn : Theme.line2
            checked: on
            fill: on ? Theme.warn : Theme.bg3
            icon: "ui/hold"
            iconInk: on ? Theme.ink : Theme.text1
            ink: on ? Theme.ink : Theme.text1
            key: qsTr("Space")
            keyInk: on ? Theme.ink : Theme.text3
            locked: transport.view.locked
            objectName: "hold"
            label: on ? qsTr("Release the scene") : qsTr("Hold the scene")
            width: transport.buttonWidth
            text: on ? qsTr("HELD") : qsTr("Hold")

            onPressed: transport.view.toggleHold()
        }
        BarButton {
            readonly property bool armed: transport.view.panic === "fading"

            border: Theme.bad
            fill: armed ? Theme.bad : Theme.bg3
            icon: transport.view.panic === "silent" ? "ui/play" : "ui/panic"
            iconInk: armed ? Theme.ink : Theme.bad
            ink: armed ? Theme.ink : Theme.text1
            key: armed ? qsTr("Esc again") : qsTr("Esc")
            keyInk: armed ? Theme.ink : Theme.text3
            objectName: "panic"
            label: armed ? qsTr("Cut the sound now") : transport.view.panic === "silent" ? qsTr("Resume the music") : qsTr("Panic: fade everything out")
            width: transport.buttonWidth
            text: armed ? qsTr("Cut now") : transport.view.panic === "silent" ? qsTr("Resume") : qsTr("Panic")

            onPressed: transport.view.pressPanic()
        }
        BarButton {
            readonly property bool on: transport.view.fade !== ""

            border: on ? Theme.warn : Theme.line2
            checked: on
            fill: on ? Theme.warn : Theme.bg3
            icon: "ui/fade"
            iconInk: on ? Theme.ink : Theme.text1
            ink: on ? Theme.ink : Theme.text1
            key: on ? qsTr("F returns") : "F"
            keyInk: on ? Theme.ink : Theme.text3
            locked: transport.view.locked
            objectName: "fade"
            label: on ? qsTr("Let the music return") : qsTr("Fade out over two loops")
            width: transport.buttonWidth
            text: transport.view.fade === "silent" ? qsTr("Faded") : on ? qsTr("Fading") : qsTr("Fade out")

            onPressed: transport.view.pressFade()
        }
        Item {
            height: 1
            width: 6
        }
        BarButton {
            readonly property bool on: transport.view.winner

            border: on ? Theme.text1 : Theme.line2
            checked: on
            fill: on ? Theme.text1 : Theme.bg3
            icon: "ui/winner"
            iconInk: on ? Theme.ink : Theme.text1
            ink: on ? Theme.ink : Theme.text1
            key: on ? qsTr("W ends") : "W"
            keyInk: on ? Theme.ink : Theme.text3
            label: on ? qsTr("End the winner moment") : qsTr("Show the winner on the stage")
            locked: transport.view.locked || !transport.view.canWin
            objectName: "winner"
            text: on ? qsTr("On stage") : qsTr("Winner")
            width: transport.buttonWidth

            onPressed: transport.view.toggleWinner()
        }
        BarButton {
            border: transport.stageLost ? Theme.bad : transport.stageOpen ? Theme.line3 : Theme.line2
            checked: transport.stageOpen
            dot: transport.stageLost ? "bad" : transport.stageOpen ? "ok" : ""
            icon: "ui/stage"
            key: "S"
            objectName: "stage"
            label: transport.stageLost ? qsTr("Open the stage: its screen is gone") : transport.stageOpen ? qsTr("Close the stage") : qsTr("Open the stage")
            width: transport.buttonWidth
            text: transport.stageLost ? qsTr("No screen") : qsTr("Stage")

            onPressed: transport.stageAsked()
        }
        BarButton {
            readonly property bool on: transport.view.recordText !== ""

            border: on ? Theme.bad : Theme.line2
            checked: on
            fill: on ? Theme.badBg : Theme.bg3
            icon: on ? "ui/rec" : "ui/ring"
            iconInk: on ? Theme.bad : Theme.text1
            key: "R"
            label: on ? qsTr("Stop recording the master") : qsTr("Record the master")
            locked: transport.view.locked
            objectName: "record"
            width: transport.buttonWidth
            text: on ? transport.view.recordText : qsTr("Record")

            onPressed: transport.view.toggleRecord()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
