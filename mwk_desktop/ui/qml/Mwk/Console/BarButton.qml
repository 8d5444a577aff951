import QtQuick
import Mwk

// A big button of the transport: icon, word, key.
Pressable {
    id: button

    property string icon: ""
    property string text: ""
    property color border: Theme.line2
    // A dashed border in its place: what is coming.
    property color dashes: Theme.none
    property color fill: Theme.bg3
    property color iconInk: Theme.text1
    property color ink: Theme.text1
    property color keyInk: Theme.text3

    takesFocus: !Overlays.open
    height: Metrics.barButtonHeight
    label: text
    ringRadius: Theme.panelRadius
    width: Metrics.barButtonWidth

    Rectangle {
        anchors.fill: parent
        // On a locked console the border still shows what is on.
        border.color: button.locked && !button.checked ? Theme.line1 : button.border
        border.width: button.locked && button.checked ? 1.5 : 1
        color: button.locked ? Theme.none : (button.hovered || button.down) && button.fill === Theme.bg3 ? Theme.bg4 : button.fill
        radius: Theme.panelRadius
    }
    Dashed {
        anchors.fill: parent
        color: button.locked ? Theme.line3 : button.dashes
        line: 1.5
        radius: Theme.panelRadius
        visible: button.dashes !== Theme.none
    }
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        color: button.locked ? Theme.text3 : button.iconInk
        icon: button.icon
        size: 18
        y: Metrics.compact ? 4 : 5
    }
    Words {
        color: button.locked ? Theme.text3 : button.ink
        horizontalAlignment: Text.AlignHCenter
        shrinks: true
        text: button.text
        weight: Font.DemiBold
        width: parent.width - 6
        x: 3
        y: Metrics.compact ? 21 : 25
    }
    Words {
        color: button.locked ? Theme.text3 : button.keyInk
        horizontalAlignment: Text.AlignHCenter
        px: 11
        text: button.key
        width: parent.width - 6
        x: 3
        y: Metrics.compact ? 36 : 42
    }
}
