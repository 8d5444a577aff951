import QtQuick
import MwkViews

// The rail at rest: the place of Arm, the snapshots, what the hand holds, and all to AUTO.
Item {
    id: rest

    required property ConsoleView view
}
