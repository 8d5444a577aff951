import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The foot of a strip: the newest peak, the gain in decibels, mute and solo.
ColumnLayout {
    id: foot

    required property StripView facts
    required property int index
    property bool locked: false
    property bool wide: false
    // How the names of the strip's actions begin.
    property string taught: ""

    signal cueToggled
    signal gainTyped(string text)
    signal muteToggled
    signal soloToggled

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        spacing: 0

        Words {
            id: peak

            Layout.fillWidth: true
            Layout.preferredHeight: Metrics.readoutHeight
            color: Theme.text3
            px: 11
            text: foot.facts.peakText
        }
        GainEntry {
            Layout.preferredWidth: Math.min(50, Math.floor(foot.width - peak.implicitWidth))
            label: qsTr("Gain of %1 in decibels").arg(foot.facts.name)
            locked: foot.locked
            objectName: "gain"
            unit: foot.wide
            value: foot.facts.gainText

            onTyped: text => foot.gainTyped(text)
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Metrics.gap
        uniformCellSizes: true

        SmallButton {
            id: mute

            Layout.fillWidth: true
            icon: on ? "heavy/mute" : ""
            key: qsTr("M on the strip")
            label: foot.facts.mute ? qsTr("Let %1 be heard again").arg(foot.facts.name) : qsTr("Mute %1").arg(foot.facts.name)
            locked: foot.locked
            objectName: "mute"
            on: foot.facts.mute
            text: "M"
            waits: foot.facts.pendingMute

            onPressed: foot.muteToggled()

            LearnRing {
                action: foot.taught + "mute"
                label: mute.label
            }
        }
        SmallButton {
            id: solo

            Layout.fillWidth: true
            icon: on ? "heavy/spk" : ""
            key: qsTr("Shift %1").arg(foot.index + 1)
            label: foot.facts.solo ? qsTr("End the solo of %1").arg(foot.facts.name) : qsTr("Solo %1").arg(foot.facts.name)
            lit: Theme.info
            locked: foot.locked
            objectName: "solo"
            on: foot.facts.solo
            text: "S"
            waits: foot.facts.pendingSolo

            onPressed: foot.soloToggled()

            LearnRing {
                action: foot.taught + "solo"
                label: solo.label
                // Narrow buttons: the tags of neighbours would touch.
                tagAt: "below"
            }
        }
        SmallButton {
            id: cue

            Layout.fillWidth: true
            icon: "ui/cue"
            key: qsTr("H on the strip")
            label: foot.facts.cue ? qsTr("Pre-listen to %1 no longer").arg(foot.facts.name) : qsTr("Pre-listen to %1").arg(foot.facts.name)
            lit: Theme.info
            locked: foot.locked
            objectName: "cue_" + foot.facts.instrument
            on: foot.facts.cue
            visible: foot.facts.hasCue

            onPressed: foot.cueToggled()

            LearnRing {
                action: foot.taught + "cue"
                label: cue.label
            }
        }
    }
}
