import QtQuick
import MwkViews

// The leaderboard as a panel of its own, where there is room.
Panel {
    id: panel

    required property ConsoleView view
    required property int rowHeight
    required property int rows
    required property bool tight
    readonly property int wantedHeight: headHeight + 1 + board.padTop + rows * rowHeight + 5

    figure: view.usersText
    note: qsTr("users")
    objectName: "leaders"
    title: qsTr("Leaderboard")

    LeaderRows {
        id: board

        anchors.fill: parent
        rowHeight: panel.rowHeight
        rows: panel.rows
        tight: panel.tight
        view: panel.view
    }
}
