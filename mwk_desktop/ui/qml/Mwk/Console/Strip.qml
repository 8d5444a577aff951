import QtQuick
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
    required property int minimumFader

    readonly property StripView facts: modelData
    readonly property color hue: Theme.hue(facts.instrument)
    readonly property bool locked: view.locked
    readonly property int inner: width - 12

    signal clipsAsked(int place, Item anchor)

    Accessible.name: facts.name
    Accessible.role: Accessible.Grouping
    objectName: "strip_" + facts.instrument

    Keys.onPressed: event => event.accepted = strip.view.stripKey(strip.index, event.key, event.modifiers, event.isAutoRepeat)

    // The cap: the instrument's colour shows above the strip's own ground.
    Rectangle {
        color: strip.hue
        height: 20
        radius: Theme.panelRadius
        width: parent.width
    }
    Rectangle {
        readonly property int cap: strip.facts.sounding ? 4 : 1

        bottomLeftRadius: Theme.panelRadius
        bottomRightRadius: Theme.panelRadius
        color: Theme.bg2
        height: parent.height - cap
        topLeftRadius: strip.facts.sounding ? 0 : Theme.panelRadius
        topRightRadius: strip.facts.sounding ? 0 : Theme.panelRadius
        width: parent.width
        y: cap
    }
    MouseArea {
        anchors.fill: parent

        onPressed: strip.forceActiveFocus(Qt.MouseFocusReason)
    }

    // Head: icon, hand, key, name.
    Icon {
        color: strip.hue
        icon: strip.facts.instrument
        size: 20
        x: 6
        y: 12
    }
    KeyCap {
        id: keyCap

        text: String(strip.index + 1)
        width: 17
        x: parent.width - 6 - width
        y: 13
    }
    Item {
        height: 18
        visible: strip.facts.badge !== "" && !strip.locked
        width: 20
        x: keyCap.x - width - 5
        y: 13

        Rectangle {
            anchors.fill: parent
            color: Theme.text1
            radius: Theme.keyRadius
            visible: strip.facts.badge === "solid"
        }
        Dashed {
            anchors.fill: parent
            color: Theme.text1
            radius: Theme.keyRadius
            visible: strip.facts.badge === "dashed"
        }
        Icon {
            anchors.centerIn: parent
            color: strip.facts.badge === "solid" ? Theme.ink : Theme.text1
            icon: "ui/hand"
            size: 13
        }
    }
    Icon {
        color: Theme.text3
        icon: "ui/lock"
        size: 12
        visible: strip.locked
        x: keyCap.x - 17
        y: 16
    }
    Words {
        color: strip.facts.dim ? Theme.text3 : Theme.text1
        height: 16
        px: 13
        text: strip.facts.name
        weight: Font.DemiBold
        width: strip.inner
        x: 6
        y: 36
    }

    Slot {
        readonly property string kind: strip.facts.nowKind
        readonly property bool quiet: kind === "muted" || kind === "solo"

        edge: kind === "sounding" || quiet
        edgeHue: quiet ? Qt.darker(strip.hue, 2.0) : strip.hue
        filled: edge
        footHue: quiet ? Theme.line3 : strip.hue
        hatched: kind === "off"
        loopPhase: edge ? strip.view.loopPhase : -1
        mark: strip.facts.nowMark === "dash" ? "minus" : strip.facts.nowMark
        markInk: quiet ? Theme.warn : kind === "silent" ? Theme.line3 : kind === "off" ? Theme.text2 : Theme.text1
        objectName: "now"
        text: strip.facts.nowText
        textInk: quiet ? Theme.warn : kind === "off" ? Theme.text2 : Theme.text3
        title: strip.facts.nowTitle
        titleInk: kind === "off" ? Theme.text2 : Theme.text1
        width: strip.inner
        x: 6
        y: 58
    }
    Slot {
        id: next

        readonly property string kind: strip.facts.nextKind

        dashed: kind === "change" || kind === "stop" || kind === "hand" || kind === "missing"
        edge: kind === "change" || kind === "missing"
        edgeHue: strip.hue
        filled: dashed
        hatched: kind === "off"
        mark: strip.facts.nextMark
        markInk: kind === "missing" ? Theme.warn : kind === "change" || kind === "hand" ? Theme.text1 : Theme.text2
        objectName: "next"
        strong: kind === "hand"
        text: strip.facts.nextText
        textInk: kind === "off" ? Theme.text2 : kind === "hand" ? Theme.text2 : Theme.text3
        title: strip.facts.nextTitle
        titleInk: kind === "change" || kind === "hand" || kind === "missing" ? Theme.text1 : Theme.text2
        titleRight: strip.facts.canCancel ? 22 : 2
        width: strip.inner
        x: 6
        y: 108

        Pressable {
            height: 24
            key: qsTr("C on the strip")
            label: qsTr("Cancel the change of %1").arg(strip.facts.name)
            locked: strip.locked
            objectName: "cancel"
            visible: strip.facts.canCancel
            width: 24
            x: parent.width - 26
            y: 2

            onPressed: strip.view.cancelChange(strip.index)

            Rectangle {
                anchors.centerIn: parent
                color: strip.locked ? Theme.none : parent.hovered || parent.down ? Theme.line2 : Theme.bg4
                height: 18
                radius: Theme.keyRadius
                width: 18
            }
            Icon {
                anchors.centerIn: parent
                color: strip.locked ? Theme.text3 : Theme.text1
                icon: "heavy/x"
                size: 12
            }
        }
    }

    Segment {
        key: String(strip.index + 1)
        label: qsTr("Mode of %1").arg(strip.facts.name)
        locked: strip.locked
        mode: strip.facts.mode
        objectName: "segment"
        pendingMode: strip.facts.pendingMode
        width: strip.inner
        x: 6
        y: 164

        onChosen: mode => strip.view.setMode(strip.index, mode)
        onCycled: strip.view.cycleMode(strip.index)
    }
    Pressable {
        id: clip

        height: 26
        key: qsTr("Ctrl %1").arg(strip.index + 1)
        label: strip.facts.missing.length === 0 ? qsTr("Clip of %1: %2").arg(strip.facts.name).arg(strip.facts.clipText) : qsTr("Clip of %1: %2; clips are missing").arg(strip.facts.name).arg(strip.facts.clipText)
        locked: strip.locked
        objectName: "clip"
        width: strip.inner
        x: 6
        y: 196

        onPressed: strip.clipsAsked(strip.index, clip)

        Rectangle {
            anchors.fill: parent
            border.color: strip.locked ? Theme.line1 : Theme.line2
            border.width: 1
            color: strip.locked ? Theme.none : clip.hovered || clip.down ? Theme.bg4 : Theme.bg3
            radius: Theme.controlRadius
        }
        Words {
            id: clipText

            anchors.verticalCenter: parent.verticalCenter
            color: strip.locked ? Theme.text3 : Theme.text1
            text: strip.facts.clipText
            weight: Font.DemiBold
            x: 8
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text3
            text: strip.facts.clipOf
            visible: strip.wide
            width: Math.min(implicitWidth, strip.inner - x - (strip.facts.missing.length > 0 ? 38 : 24))
            x: clipText.x + clipText.implicitWidth + 4
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.warn
            icon: "ui/warn"
            objectName: "clipMissing"
            size: 12
            visible: strip.facts.missing.length > 0
            x: parent.width - 34
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text2
            icon: "heavy/chev"
            size: 12
            x: parent.width - 18
        }
    }

    Meter {
        height: faderArea.height - 20
        clipped: strip.facts.clipped
        hollow: strip.facts.hollow
        hue: strip.hue
        label: qsTr("Level of %1").arg(strip.facts.name)
        locked: strip.locked
        first: strip.levels[strip.index * 4]
        firstHold: strip.levels[strip.index * 4 + 1]
        objectName: "meter"
        second: strip.levels[strip.index * 4 + 2]
        secondHold: strip.levels[strip.index * 4 + 3]
        x: 6
        y: faderArea.y + 10
        z: 1

        onCleared: strip.view.clearClip(strip.index)
    }
    Fader {
        id: faderArea

        height: Math.max(strip.minimumFader, strip.height - 57 - y)
        label: qsTr("Gain of %1").arg(strip.facts.name)
        locked: strip.locked
        objectName: "fader"
        place: strip.facts.faderPlace
        valueText: strip.facts.gainText
        width: strip.width - 42
        x: 36
        y: 232

        onAsked: place => strip.view.setFader(strip.index, place)
        onStepped: db => strip.view.stepFader(strip.index, db)
    }

    Words {
        color: Theme.text3
        height: 22
        px: 11
        text: strip.facts.peakText
        x: 6
        y: strip.height - 57
    }
    GainEntry {
        label: qsTr("Gain of %1 in decibels").arg(strip.facts.name)
        locked: strip.locked
        objectName: "gain"
        unit: strip.wide
        value: strip.facts.gainText
        width: 50
        x: strip.width - 6 - width
        y: strip.height - 57

        onTyped: text => strip.view.typeGain(strip.index, text)
    }
    SmallButton {
        icon: on ? "heavy/mute" : ""
        key: qsTr("M on the strip")
        label: strip.facts.mute ? qsTr("Let %1 be heard again").arg(strip.facts.name) : qsTr("Mute %1").arg(strip.facts.name)
        locked: strip.locked
        objectName: "mute"
        on: strip.facts.mute
        text: "M"
        width: Math.floor((strip.inner - 4) / 2)
        x: 6
        y: strip.height - 35

        onPressed: strip.view.toggleMute(strip.index)
    }
    SmallButton {
        icon: on ? "heavy/spk" : ""
        key: qsTr("Shift %1").arg(strip.index + 1)
        label: strip.facts.solo ? qsTr("End the solo of %1").arg(strip.facts.name) : qsTr("Solo %1").arg(strip.facts.name)
        locked: strip.locked
        objectName: "solo"
        on: strip.facts.solo
        lit: Theme.info
        text: "S"
        width: strip.inner - 4 - Math.floor((strip.inner - 4) / 2)
        x: strip.width - 6 - width
        y: strip.height - 35

        onPressed: strip.view.toggleSolo(strip.index)
    }
    FocusRing {
        anchors.margins: -2
        around: Theme.panelRadius - 2
        visible: strip.activeFocus && strip.focusOnSelf
    }

    // The strip itself has the focus when none of its controls does.
    readonly property bool focusOnSelf: activeFocus && Window.activeFocusItem === strip
}
