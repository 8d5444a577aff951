pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The last bus: the scene as a whole, the limiter, the output.
FocusScope {
    id: master

    required property ConsoleView view
    required property var levels
    required property bool wide
    required property int minimumFader

    readonly property alias outputButton: output
    readonly property bool bad: view.outputBad
    readonly property bool locked: view.locked
    readonly property int inner: width - 16
    readonly property string coming: view.comingKind
    readonly property bool cancelShown: coming === "coming" || coming === "cancelled"

    signal outputsAsked(anchor: Item)

    Accessible.name: qsTr("Master")
    Accessible.role: Accessible.Grouping
    objectName: "master"

    Keys.onPressed: event => event.accepted = master.view.stripKey(8, event.key, event.modifiers, event.isAutoRepeat)

    Rectangle {
        color: master.bad ? Theme.bad : Theme.text1
        height: 20
        radius: Theme.panelRadius
        width: parent.width
    }
    Rectangle {
        bottomLeftRadius: Theme.panelRadius
        bottomRightRadius: Theme.panelRadius
        color: Theme.line2
        height: parent.height - 4
        width: 20
        y: 4
    }
    Rectangle {
        bottomLeftRadius: Theme.panelRadius
        bottomRightRadius: Theme.panelRadius
        color: Theme.bg2
        height: parent.height - 4
        width: parent.width - 1
        x: 1
        y: 4
    }
    MouseArea {
        anchors.fill: parent

        onPressed: master.forceActiveFocus(Qt.MouseFocusReason)
    }
    Icon {
        color: Theme.text2
        icon: "ui/bars"
        size: 20
        x: 8
        y: 12
    }
    Words {
        height: 16
        px: 13
        text: qsTr("Master")
        weight: Font.DemiBold
        x: 8
        y: 36
    }
    Slot {
        filled: true
        objectName: "sceneNow"
        text: master.view.sceneText
        title: master.view.sceneTitle
        width: master.inner
        x: 8
        y: 58
    }
    Item {
        height: 46
        objectName: "sceneNext"
        width: master.inner
        x: 8
        y: 108

        Rectangle {
            anchors.fill: parent
            border.color: master.coming === "held" ? Theme.warn : Theme.line1
            border.width: 1
            color: master.coming === "held" ? Theme.warnBg : Theme.none
            radius: Theme.controlRadius
            visible: master.coming !== "coming"
        }
        Dashed {
            anchors.fill: parent
            fill: Theme.bg1
            visible: master.coming === "coming"
        }
        Icon {
            color: Theme.warn
            icon: "ui/hold"
            size: 12
            visible: master.coming === "held"
            x: 10
            y: 9
        }
        Words {
            color: master.coming === "held" ? Theme.warn : master.coming === "coming" ? Theme.text1 : Theme.text2
            font.strikeout: master.coming === "cancelled"
            height: 16
            text: master.view.comingTitle
            weight: Font.DemiBold
            width: parent.width - x - (master.cancelShown ? cancel.width + 8 : 4)
            x: master.coming === "held" ? 26 : 10
            y: 7
        }
        Words {
            color: master.coming === "held" ? Theme.text2 : Theme.text3
            height: 16
            px: 11
            text: master.view.comingText
            width: parent.width - x - (master.cancelShown ? cancel.width + 8 : 4)
            x: 10
            y: 23
        }
        Pressable {
            id: cancel

            height: 36
            key: qsTr("C on the master")
            label: master.coming === "cancelled" ? qsTr("Let the scene come after all") : qsTr("Cancel the coming scene")
            locked: master.locked
            objectName: "cancelScene"
            visible: master.cancelShown
            width: master.wide ? 52 : 28
            x: parent.width - width - 5
            y: 5

            onPressed: master.view.cancelScene()

            Rectangle {
                anchors.fill: parent
                border.color: master.locked ? Theme.line1 : Theme.line2
                border.width: 1
                color: master.locked ? Theme.none : cancel.hovered || cancel.down ? Theme.bg4 : Theme.bg3
                radius: Theme.controlRadius
            }
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                color: master.locked ? Theme.text3 : Theme.text1
                icon: master.coming === "cancelled" ? "heavy/undo" : "heavy/x"
                size: 12
                y: master.wide ? 5 : 12
            }
            Words {
                color: master.locked ? Theme.text3 : Theme.text1
                height: 16
                horizontalAlignment: Text.AlignHCenter
                px: 11
                text: master.coming === "cancelled" ? qsTr("Undo") : qsTr("Cancel")
                visible: master.wide
                width: parent.width - 4
                x: 2
                y: 17
            }
        }
    }
    Repeater {
        model: 2

        Item {
            id: figure

            required property int index

            height: 26
            width: master.inner
            x: 8
            y: index === 0 ? 164 : 196

            Words {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text3
                px: 11
                text: figure.index === 0 ? qsTr("Limiter") : qsTr("LUFS")
            }
            Words {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                color: figure.index === 0 && master.view.limiterHot ? Theme.warn : Theme.text1
                text: figure.index === 0 ? master.view.limiterText : master.view.lufsText
                weight: Font.DemiBold
            }
        }
    }
    Meter {
        id: meter

        bar: 13
        height: fader.height - 20
        clipped: master.view.masterClipped
        hollow: false
        label: qsTr("Level of the master")
        locked: master.locked
        first: master.levels[32]
        firstHold: master.levels[33]
        missing: master.bad
        objectName: "masterMeter"
        second: master.levels[34]
        secondHold: master.levels[35]
        warns: false
        x: 8
        y: fader.y + 10
        z: 1

        onCleared: master.view.clearClip(8)
    }
    Repeater {
        model: [[0, 1], [-6, 0.85], [-12, 0.7], [-18, 0.55], [-30, 0.3], [-40, 0.15]]

        Words {
            required property var modelData

            color: Theme.text3
            height: 16
            px: 11
            text: modelData[0] === 0 ? "0" : "\u2212" + -modelData[0]
            x: meter.x + meter.width + 5
            y: Math.round(meter.y + meter.height * (1 - modelData[1])) - 8
        }
    }
    Fader {
        id: fader

        height: Math.max(master.minimumFader, master.height - 57 - y)
        label: qsTr("Gain of the master")
        locked: master.locked
        objectName: "masterFader"
        place: master.view.masterPlace
        valueText: master.view.masterGainText
        width: Math.max(40, master.width - x - 8)
        x: master.wide ? 74 : 70
        y: 232

        onAsked: place => master.view.setFader(8, place)
        onStepped: db => master.view.stepFader(8, db)
    }
    Words {
        color: master.bad ? Theme.bad : Theme.text3
        height: 22
        px: 11
        text: master.bad ? qsTr("no output") : master.view.masterPeakText
        weight: master.bad ? Font.DemiBold : Font.Normal
        x: 8
        y: master.height - 57
    }
    GainEntry {
        label: qsTr("Gain of the master in decibels")
        locked: master.locked
        objectName: "masterGain"
        value: master.view.masterGainText
        width: 54
        x: master.width - 8 - width
        y: master.height - 57

        onTyped: text => master.view.typeGain(8, text)
    }
    Pressable {
        id: output

        height: 28
        label: qsTr("Output: %1. Choose another").arg(master.view.outputText)
        locked: master.locked
        objectName: "outputButton"
        width: master.inner
        x: 8
        y: master.height - 35

        onPressed: master.outputsAsked(output)

        Rectangle {
            anchors.fill: parent
            border.color: master.bad ? Theme.bad : master.locked ? Theme.line1 : Theme.line2
            border.width: 1
            color: output.hovered || output.down ? Theme.bg4 : master.bad ? Theme.badBg : master.locked ? Theme.none : Theme.bg3
            radius: Theme.controlRadius
        }
        Row {
            anchors.centerIn: parent
            spacing: 5

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: master.bad ? Theme.bad : master.locked ? Theme.text3 : Theme.text2
                icon: master.bad ? "ui/mute" : "ui/spk"
                size: 12
            }
            Words {
                color: master.bad ? Theme.bad : master.locked ? Theme.text3 : Theme.text2
                objectName: "output"
                px: 11
                text: master.view.outputText
                weight: Font.Medium
                width: Math.min(implicitWidth, master.inner - 26)
            }
        }
    }
    FocusRing {
        anchors.margins: -2
        around: Theme.panelRadius - 2
        visible: master.activeFocus && master.Window.activeFocusItem === master
    }
}
