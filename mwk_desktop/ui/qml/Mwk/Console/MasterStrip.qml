import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The last bus: the scene as a whole, the limiter, the output.
FocusScope {
    id: master

    required property ConsoleView view
    required property CueView cue
    required property var levels
    required property bool wide

    readonly property alias outputButton: output
    readonly property bool bad: view.outputBad
    readonly property bool locked: view.locked
    readonly property bool silent: view.silentKind === "silent"

    signal ceilingAsked(anchor: Item)
    signal cueAsked(anchor: Item)
    signal outputsAsked(anchor: Item)

    Accessible.name: qsTr("Master")
    Accessible.role: Accessible.Grouping
    objectName: "master"

    Keys.onPressed: event => event.accepted = master.view.stripKey(master.view.stripCount, event.key, event.modifiers, event.isAutoRepeat)

    StripGround {
        anchors.fill: parent
        cap: master.bad || master.silent ? Theme.bad : master.view.silentKind === "faded" ? Theme.warn : Theme.text1
        edge: Theme.line2

        onPressed: master.forceActiveFocus(Qt.MouseFocusReason)
    }
    ColumnLayout {
        anchors.bottomMargin: Metrics.footMargin
        anchors.fill: parent
        anchors.leftMargin: Metrics.masterMargin
        anchors.rightMargin: Metrics.masterMargin
        anchors.topMargin: Metrics.stripTop
        spacing: 0

        MasterHead {
            Layout.fillWidth: true
            locked: master.locked
            view: master.view
        }
        Slot {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.headGap
            filled: true
            objectName: "sceneNow"
            text: master.view.sceneText
            title: master.view.sceneTitle
        }
        ComingScene {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.slotGap
            locked: master.locked
            view: master.view
            wide: master.wide
        }
        MasterFigure {
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.rowHeight
            Layout.topMargin: Metrics.groupGap
            name: qsTr("LUFS")
            value: master.view.lufsText
        }
        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.rowHeight
            Layout.topMargin: Metrics.rowGap
            spacing: 2

            MasterFigure {
                Layout.fillWidth: true
                hot: master.view.limiterHot
                name: qsTr("Limit")
                value: master.view.limiterText.replace(" dB", "")
            }
            SmallButton {
                id: ceiling

                Layout.fillHeight: true
                Layout.preferredWidth: Metrics.slim ? 32 : 38
                label: qsTr("Ceiling of the limiter: %1 dB").arg(master.view.ceilingText)
                locked: master.locked
                objectName: "ceiling"
                text: master.view.ceilingText

                onPressed: master.ceilingAsked(ceiling)
            }
        }
        RoomRow {
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.rowHeight
            Layout.topMargin: Metrics.rowGap
            locked: master.locked
            view: master.view
        }
        MasterLevel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: Metrics.minimumFader
            Layout.topMargin: Metrics.faderGap
            levels: master.levels
            locked: master.locked
            missing: master.bad
            view: master.view

            onAsked: place => master.view.setFader(8, place)
            onCleared: master.view.clearClip(8)
            onStepped: db => master.view.stepFader(8, db)
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 0

            Words {
                id: peak

                readonly property bool said: master.bad || master.view.silentKind !== ""

                Layout.fillWidth: true
                Layout.preferredHeight: Metrics.readoutHeight
                color: said ? Theme.bad : Theme.text3
                objectName: "masterPeak"
                px: 11
                text: master.bad ? qsTr("no output") : said ? qsTr("silent") : master.view.masterPeakText
                weight: said ? Font.DemiBold : Font.Normal
            }
            GainEntry {
                Layout.preferredWidth: Math.min(54, Math.floor(parent.width - peak.implicitWidth))
                label: qsTr("Gain of the master in decibels")
                locked: master.locked
                objectName: "masterGain"
                unit: master.wide
                value: master.view.masterGainText

                onTyped: text => master.view.typeGain(8, text)
            }
        }
        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.buttonHeight
            spacing: Metrics.gap

            OutputButton {
                id: output

                Layout.fillHeight: true
                Layout.fillWidth: true
                bad: master.bad
                brief: master.view.outputBrief
                locked: master.locked
                text: master.view.outputText

                onPressed: master.outputsAsked(output)
            }
            // Lit while outputs 3 and 4 hear something.
            SmallButton {
                id: cueOut

                Layout.fillHeight: true
                Layout.preferredWidth: 30
                icon: "ui/cue"
                ink: master.cue.lit ? Theme.info : Theme.text2
                label: qsTr("Pre-listening: %1").arg(master.cue.hears)
                locked: master.locked
                objectName: "cueOut"
                visible: master.cue.there

                onPressed: master.cueAsked(cueOut)
            }
        }
    }
    FocusRing {
        anchors.margins: -2
        around: Theme.panelRadius - 2
        visible: master.activeFocus && master.Window.activeFocusItem === master
    }
}
