import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The level of a strip: its meter beside its fader.
RowLayout {
    id: level

    required property StripView facts
    required property int index
    required property color hue
    required property var levels
    required property var marks
    property bool locked: false
    property string learns: ""
    // The whole show is silent.
    property bool unheard: false

    signal asked(real place)
    signal cleared
    signal stepped(real db)

    spacing: Metrics.levelGap

    Meter {
        Layout.bottomMargin: Metrics.faderInset
        Layout.fillHeight: true
        Layout.topMargin: Metrics.faderInset
        clipped: level.facts.clipped
        first: level.levels[level.index * 4]
        firstHold: level.levels[level.index * 4 + 1]
        hollow: level.facts.hollow || level.unheard
        hue: level.hue
        label: qsTr("Level of %1").arg(level.facts.name)
        locked: level.locked
        objectName: "meter"
        second: level.levels[level.index * 4 + 2]
        secondHold: level.levels[level.index * 4 + 3]
        z: 1

        onCleared: level.cleared()
    }
    Fader {
        Layout.fillHeight: true
        Layout.fillWidth: true
        ghost: level.facts.ghost
        label: qsTr("Gain of %1").arg(level.facts.name)
        learns: level.learns
        locked: level.locked
        marks: level.marks
        objectName: "fader"
        place: level.facts.faderPlace
        target: level.facts.targetPlace
        targetArmed: level.facts.targetArmed
        valueText: level.facts.gainText

        onAsked: place => level.asked(place)
        onStepped: db => level.stepped(db)
    }
}
