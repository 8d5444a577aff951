import QtQuick
import Mwk
import MwkViews

// What the stage shows: a picture of it (where there is room), and a button for each choice.
Item {
    id: controls

    required property ConsoleView view
    property bool stageOpen: false
    property bool stageLost: false
    readonly property int columns: Metrics.compact ? 3 : 2
    readonly property int inset: Metrics.compact ? 8 : 10
    readonly property int thumbRight: Metrics.thumbWidth === 0 ? inset : inset + Metrics.thumbWidth + 10
    readonly property real buttonWidth: Math.floor((width - inset - thumbRight - (columns - 1) * 6) / columns)
    readonly property int insetY: 5
    readonly property int buttonHeight: Math.floor((height - 2 * insetY - (6 / columns - 1) * 6) / (6 / columns))

    StageButton {
        readonly property bool on: controls.view.winner

        checked: on
        height: controls.buttonHeight
        icon: "ui/winner"
        key: "W"
        label: on ? qsTr("End the winner moment") : qsTr("Show the winner on the stage")
        locked: controls.view.locked || !controls.view.canWin
        objectName: "stage_winner"
        text: qsTr("Winner")
        width: controls.buttonWidth
        x: controls.thumbRight
        y: controls.insetY

        onPressed: controls.view.toggleWinner()
    }
}
