import QtQuick
import Mwk

// M and S of a strip, and other small words with an optional mark.
Pressable {
    id: button

    property string icon: ""
    property string text: ""
    property color lit: Theme.warn
    property bool on: false
    property color fill: Theme.bg3
    // A change that waits: for GO (armed), or for its bar (pending).
    property string waits: ""
    property color ink: Theme.text2

    checked: on
    implicitHeight: Metrics.buttonHeight

    Rectangle {
        anchors.fill: parent
        border.color: button.locked ? Theme.line1 : button.on ? button.lit : Theme.line2
        border.width: 1
        color: button.locked && !button.on ? Theme.none : button.on ? button.lit : button.down || button.hovered ? Theme.bg4 : button.fill
        radius: Theme.controlRadius
    }
    Dashed {
        anchors.fill: parent
        color: button.waits === "armed" ? Theme.ok : Theme.text1
        line: 1.5
        visible: button.waits !== ""
    }
    Row {
        anchors.centerIn: parent
        spacing: 4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: button.on ? Theme.ink : button.locked ? Theme.text3 : button.ink
            icon: button.icon
            size: 12
            visible: button.icon !== ""
        }
        Words {
            color: button.on ? Theme.ink : button.locked ? Theme.text3 : button.ink
            text: button.text
            // Beside a mark the letter goes where both do not fit.
            visible: button.icon === "" || implicitWidth <= button.width - 18
            weight: Font.DemiBold
            width: Math.min(implicitWidth, button.width - (button.icon !== "" ? 18 : Metrics.slim ? 4 : 8))
        }
    }
}
