import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// One instrument: what sounds, what comes, who decides, how loud.
FocusScope {
    id: strip

    required property int index
    required property StripView modelData
    required property ConsoleView view
    required property var levels
    required property bool wide

    readonly property StripView facts: modelData
    readonly property color hue: Theme.hue(facts.instrument)
    readonly property bool locked: view.locked
    // The strip itself has the focus when none of its controls does.
    readonly property bool focusOnSelf: activeFocus && Window.activeFocusItem === strip

    // How the names of its actions begin.
    readonly property string taught: "strip." + (index + 1) + "."

    signal clipsAsked(int place, Item anchor)

    // What a screen reader says of the strip: NOW and NEXT as text.
    readonly property string nowSaid: [facts.nowTitle, facts.nowText].filter(text => text !== "").join(", ")
    readonly property string nextSaid: facts.nextKind === "armed" ? qsTr("%1, waits for GO").arg(facts.nextTitle) : [facts.nextTitle, facts.nextText].filter(text => text !== "").join(", ")

    Accessible.description: qsTr("now: %1; next: %2").arg(nowSaid).arg(nextSaid)
    Accessible.name: facts.name
    Accessible.role: Accessible.Grouping
    objectName: "strip_" + facts.instrument

    Keys.onPressed: event => event.accepted = strip.view.stripKey(strip.index, event.key, event.modifiers, event.isAutoRepeat)

    StripGround {
        anchors.fill: parent
        cap: strip.hue
        thick: strip.facts.sounding

        onPressed: strip.forceActiveFocus(Qt.MouseFocusReason)
    }
    ColumnLayout {
        anchors.bottomMargin: Metrics.footMargin
        anchors.fill: parent
        anchors.leftMargin: Metrics.stripMargin
        anchors.rightMargin: Metrics.stripMargin
        anchors.topMargin: Metrics.stripTop
        spacing: 0

        StripHead {
            Layout.fillWidth: true
            facts: strip.facts
            hue: strip.hue
            index: strip.index
            locked: strip.locked
        }
        NowSlot {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.headGap
            facts: strip.facts
            hue: strip.hue
            phase: strip.view.loopPhase
        }
        NextSlot {
            Layout.fillWidth: true
            Layout.topMargin: Metrics.slotGap
            facts: strip.facts
            hue: strip.hue
            locked: strip.locked

            onCancelled: strip.view.cancelChange(strip.index)
        }
        Segment {
            id: modes

            armedMode: strip.facts.armedMode
            Layout.fillWidth: true
            Layout.topMargin: Metrics.groupGap
            key: String(strip.index + 1)
            label: qsTr("Mode of %1").arg(strip.facts.name)
            locked: strip.locked
            mode: strip.facts.mode
            objectName: "segment"
            pendingMode: strip.facts.pendingMode

            onChosen: mode => strip.view.setMode(strip.index, mode)
            onCycled: strip.view.cycleMode(strip.index)

            LearnRing {
                action: strip.taught + "mode.next"
                label: modes.label
            }
        }
        ClipButton {
            id: clip

            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.rowHeight
            Layout.topMargin: Metrics.rowGap
            facts: strip.facts
            key: qsTr("Ctrl %1").arg(strip.index + 1)
            locked: strip.locked
            wide: strip.wide

            onPressed: strip.clipsAsked(strip.index, clip)

            LearnRing {
                action: strip.taught + "clip.next"
                label: clip.label
            }
        }
        FilterBar {
            id: filter

            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.rowHeight
            Layout.topMargin: Metrics.rowGap
            kind: strip.facts.filterKind
            label: strip.facts.filterSpoken
            locked: strip.locked
            objectName: "filter_" + strip.facts.instrument
            place: strip.facts.filterPlace
            text: strip.facts.filterText

            onAsked: place => strip.view.setFilter(strip.index, place)
            onStepped: share => strip.view.stepFilter(strip.index, share)

            LearnRing {
                action: strip.taught + "filter"
                label: filter.label
                tagAt: "inside"
            }
        }
        StripLevel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: Metrics.minimumFader
            Layout.topMargin: Metrics.faderGap
            facts: strip.facts
            hue: strip.hue
            index: strip.index
            learns: strip.taught + "fader"
            levels: strip.levels
            locked: strip.locked
            marks: strip.view.faderMarks
            unheard: strip.view.silentKind !== ""

            onAsked: place => strip.view.setFader(strip.index, place)
            onCleared: strip.view.clearClip(strip.index)
            onStepped: db => strip.view.stepFader(strip.index, db)
        }
        StripFoot {
            Layout.fillWidth: true
            facts: strip.facts
            index: strip.index
            locked: strip.locked
            taught: strip.taught
            wide: strip.wide

            onCueToggled: strip.view.toggleCue(strip.index)
            onGainTyped: text => strip.view.typeGain(strip.index, text)
            onMuteToggled: strip.view.toggleMute(strip.index)
            onSoloToggled: strip.view.toggleSolo(strip.index)
        }
    }
    FocusRing {
        anchors.margins: -2
        around: Theme.panelRadius - 2
        visible: strip.focusOnSelf
    }
}
