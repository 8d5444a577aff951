import QtQuick
import Mwk

// A button of the rail: icon, word, key.
Pressable {
    id: button

    property string icon: ""
    property string text: ""
    property bool lit: false
    readonly property color ink: locked ? Theme.text3 : Theme.text1
    // The word, smaller if need be, has the room before the icon.
    readonly property bool hasIcon: icon !== "" && word.advanceWidth <= width - 16 - cap.width - 2 * row.spacing - 3

    takesFocus: !Overlays.open
    height: Metrics.railButtonHeight
    label: text

    Rectangle {
        anchors.fill: parent
        border.color: button.locked ? Theme.line1 : button.lit ? Theme.ok : Theme.line2
        border.width: button.lit ? 1.5 : 1
        color: button.locked ? Theme.none : button.hovered || button.down ? Theme.bg4 : button.lit ? Theme.okBg : Theme.bg1
        radius: Theme.controlRadius
    }
    TextMetrics {
        id: word

        font.family: Theme.family
        font.pixelSize: 11
        font.weight: Font.DemiBold
        text: button.text
    }
    Row {
        id: row

        anchors.centerIn: parent
        spacing: Metrics.slim ? 4 : 6

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: button.ink
            icon: button.icon
            size: 16
            visible: button.hasIcon
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: button.ink
            shrinks: true
            text: button.text
            weight: Font.DemiBold
            width: Math.min(implicitWidth, button.width - (button.hasIcon ? 16 + parent.spacing : 0) - cap.width - parent.spacing - 3)
        }
        KeyCap {
            id: cap

            anchors.verticalCenter: parent.verticalCenter
            text: button.key
        }
    }
}
