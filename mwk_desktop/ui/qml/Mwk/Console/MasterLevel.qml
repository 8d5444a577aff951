pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The level of the master: meter, its scale in decibels, and the fader.
RowLayout {
    id: level

    required property ConsoleView view
    required property var levels
    property bool locked: false
    property bool missing: false

    signal asked(real place)
    signal cleared
    signal stepped(real db)

    spacing: Metrics.slim ? 3 : 5

    Meter {
        id: meter

        Layout.bottomMargin: Metrics.faderInset
        Layout.fillHeight: true
        Layout.topMargin: Metrics.faderInset
        bar: 13
        ceiling: level.view.ceilingPlace
        clipped: level.view.masterClipped
        first: level.levels[32]
        firstHold: level.levels[33]
        hollow: level.view.silentKind !== ""
        label: qsTr("Level of the master")
        locked: level.locked
        missing: level.missing
        objectName: "masterMeter"
        second: level.levels[34]
        secondHold: level.levels[35]
        warns: false
        z: 1

        onCleared: level.cleared()
    }
    Item {
        Layout.bottomMargin: Metrics.faderInset
        Layout.fillHeight: true
        Layout.preferredWidth: Metrics.slim ? 20 : 24
        Layout.topMargin: Metrics.faderInset

        Repeater {
            // Level in dB, and where the meter shows it (IEC 60268-18).
            model: [[0, 1], [-6, 0.85], [-12, 0.7], [-18, 0.55], [-30, 0.3], [-40, 0.15]]

            Words {
                required property var modelData

                color: Theme.text3
                height: 16
                px: 11
                text: modelData[0] === 0 ? "0" : "\u2212" + -modelData[0]
                y: Math.round(meter.height * (1 - modelData[1])) - 8
            }
        }
    }
    Fader {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumWidth: 36
        ghost: level.view.masterGhost
        label: qsTr("Gain of the master")
        learns: "master.fader"
        locked: level.locked
        marks: level.view.faderMarks
        objectName: "masterFader"
        place: level.view.masterPlace
        valueText: level.view.masterGainText

        onAsked: place => level.asked(place)
        onStepped: db => level.stepped(db)
    }
}
