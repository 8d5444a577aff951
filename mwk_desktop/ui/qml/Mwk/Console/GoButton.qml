import QtQuick
import Mwk
import MwkViews

// GO: how much waits for it, and the bar that it lands on.
Pressable {
    id: button

    required property ConsoleView view

    readonly property string kind: view.goKind
    readonly property bool armed: kind === "armed"
    readonly property bool solid: armed && !locked
    readonly property color ink: solid ? Theme.ink : locked || kind === "" ? Theme.text3 : Theme.text1

    takesFocus: !Overlays.open
    height: Metrics.barButtonHeight
    key: "G"
    label: view.goSpoken
    ringRadius: Theme.panelRadius

    Rectangle {
        anchors.fill: parent
        border.color: button.solid ? Theme.ok : button.locked && button.armed ? Theme.line3 : button.locked ? Theme.line1 : Theme.line2
        border.width: 1
        color: button.solid ? Theme.ok : button.locked ? Theme.none : button.hovered || button.down ? Theme.bg4 : Theme.bg1
        radius: Theme.panelRadius
        visible: !edge.visible
    }
    Dashed {
        id: edge

        anchors.fill: parent
        color: button.kind === "fired" ? Theme.text1 : Theme.ok
        fill: button.hovered || button.down ? Theme.bg4 : Theme.bg1
        line: 1.5
        radius: Theme.panelRadius
        visible: !button.locked && (button.kind === "fired" || button.kind === "waits")
    }
    Words {
        color: button.ink
        font.family: Theme.display
        horizontalAlignment: Text.AlignHCenter
        objectName: "goTitle"
        px: Metrics.compact ? 16 : 20
        text: button.view.goTitle
        weight: Font.Bold
        width: parent.width - 6
        x: 3
        y: Metrics.compact ? 1 : 3
    }
    Words {
        color: button.ink
        font.letterSpacing: 0
        horizontalAlignment: Text.AlignHCenter
        objectName: "goText"
        px: 11
        text: button.locked && button.armed ? qsTr("locked") : button.view.goText
        weight: button.kind === "" ? Font.Normal : Font.DemiBold
        width: parent.width
        y: Metrics.compact ? 21 : 28
    }
    Words {
        color: button.solid ? Theme.ink : Theme.text3
        horizontalAlignment: Text.AlignHCenter
        px: 11
        text: button.key
        width: parent.width - 6
        x: 3
        y: Metrics.compact ? 35 : 42
    }
}
