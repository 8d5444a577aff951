pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The revealed winners: faces and names side by side, or rows of many, then their count and the
// runners-up.
Item {
    id: shown

    required property StageView stage
    required property var hues
    required property bool inRows
    required property int namePx
    required property real nameRoom
    required property real u
    readonly property int winners: stage.winners.length
    readonly property alias names: scaled
    readonly property alias runners: runnersUp

    Repeater {
        model: shown.inRows ? [] : shown.stage.winners

        WinnerFace {
            id: face

            required property int index
            required property var modelData

            hues: shown.hues
            initial: modelData.initial
            picture: modelData.picture
            tint: modelData.tint
            width: 352 * shown.u
            x: shown.width / 2 - width / 2 + (index - (shown.winners - 1) / 2) * 860 * shown.u
            y: 142 * shown.u
        }
    }
    Item {
        id: scaled

        height: 230 * shown.u
        width: parent.width
        y: 473 * shown.u

        Repeater {
            model: shown.inRows ? [] : shown.stage.winners

            Words {
                required property int index
                required property var modelData

                font.family: Theme.display
                font.letterSpacing: -3 * shown.u
                height: parent.height
                horizontalAlignment: Text.AlignHCenter
                objectName: "winnerName"
                px: shown.namePx
                text: modelData.name
                weight: Font.Bold
                width: shown.nameRoom
                x: parent.width / 2 - width / 2 + (index - (shown.winners - 1) / 2) * 860 * shown.u
            }
        }
    }
    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        columnSpacing: 60 * shown.u
        columns: shown.winners > 4 ? 2 : 1
        rowSpacing: 8 * shown.u
        visible: shown.inRows
        y: 150 * shown.u

        Repeater {
            model: shown.inRows ? shown.stage.winners : []

            WinnerRow {
                u: shown.u
                widest: (shown.winners > 4 ? 770 : 1400) * shown.u
            }
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        height: 80 * shown.u
        spacing: 20 * shown.u
        y: 690 * shown.u

        Words {
            font.family: Theme.display
            height: parent.height
            objectName: "winnerCount"
            px: Math.round(72 * shown.u)
            text: shown.stage.winnerCount
            weight: Font.Bold
        }
        Words {
            color: Theme.text2
            height: parent.height
            objectName: "winnerWord"
            px: Math.round(64 * shown.u)
            text: shown.stage.winnerWord
            weight: Font.Medium
        }
    }
    Words {
        id: more

        color: Theme.text2
        height: 60 * shown.u
        horizontalAlignment: Text.AlignHCenter
        px: Math.round(44 * shown.u)
        text: shown.stage.winnersMore
        visible: text !== ""
        width: parent.width
        y: 764 * shown.u
    }
    WinnerRunners {
        id: runnersUp

        anchors.horizontalCenter: parent.horizontalCenter
        objectName: "runnersUp"
        room: shown.width - 128 * shown.u
        stage: shown.stage
        u: shown.u
        y: (more.visible ? 830 : 800) * shown.u
    }
}
