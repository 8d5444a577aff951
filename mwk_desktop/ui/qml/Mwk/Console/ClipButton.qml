import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The clip of a strip; a press offers the others.
Pressable {
    id: button

    required property StripView facts
    property bool wide: false
    // Chosen by hand: it stays until it is given back.
    readonly property bool pinned: facts.clipChosen >= 0

    Accessible.description: facts.armedClip ? qsTr("waits for GO") : pinned ? qsTr("pinned by hand") : ""

    label: facts.missing.length === 0 ? qsTr("Clip of %1: %2").arg(facts.name).arg(facts.clipText) : qsTr("Clip of %1: %2; clips are missing").arg(facts.name).arg(facts.clipText)
    objectName: "clip"

    Rectangle {
        anchors.fill: parent
        border.color: button.locked ? Theme.line1 : Theme.line2
        border.width: 1
        color: button.locked ? Theme.none : button.hovered || button.down ? Theme.bg4 : Theme.bg3
        radius: Theme.controlRadius
    }
    Dashed {
        anchors.fill: parent
        color: Theme.ok
        line: 1.5
        visible: button.facts.armedClip
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 8
        anchors.rightMargin: 6
        spacing: Metrics.gap

        Words {
            color: button.locked ? Theme.text3 : Theme.text1
            text: button.facts.clipText
            weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            color: Theme.text3
            text: button.wide && !button.pinned ? button.facts.clipOf : ""
        }
        Icon {
            color: Theme.ok
            icon: "ui/arm"
            objectName: "clipArmed"
            size: 12
            visible: button.facts.armedClip
        }
        Rectangle {
            Layout.preferredHeight: 16
            Layout.preferredWidth: 18
            color: button.locked ? Theme.text3 : Theme.text1
            objectName: "clipPinned"
            radius: Theme.keyRadius
            visible: button.pinned && !button.facts.armedClip

            Icon {
                anchors.centerIn: parent
                color: Theme.ink
                icon: "ui/pin"
                size: 12
            }
        }
        Icon {
            color: Theme.warn
            icon: "ui/warn"
            objectName: "clipMissing"
            size: 12
            visible: button.facts.missing.length > 0
        }
        Icon {
            color: Theme.text2
            icon: "heavy/chev"
            size: 12
        }
    }
}
