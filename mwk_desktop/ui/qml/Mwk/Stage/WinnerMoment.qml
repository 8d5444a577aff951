pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The winner moment, over the whole stage: names roll, then the winner, then confetti. Ties are
// shown as ties: two winners side by side in the same size, more as rows.
Rectangle {
    id: moment

    required property StageView stage
    required property real u

    property bool revealed: false

    readonly property var instruments: stage.words.map(word => word.instrument)
    readonly property var hues: instruments.map(name => Theme.hue(name))
    readonly property int winners: stage.winners.length
    readonly property bool inRows: winners > 2
    readonly property real nameRoom: (winners === 2 ? 800 : 1600) * u
    // One size for all, so that no winner looks more important.
    readonly property int namePx: stage.winners.reduce((px, winner) => Math.min(px, sizeFor(winner.name, nameRoom)), Math.round(176 * u))
    readonly property real nameWidth: inRows ? 1600 * u : winners === 2 ? 1640 * u : winners === 1 ? Math.min(nameRoom, ruler.advanceWidth(stage.winners[0].name) * namePx / ruler.font.pixelSize) : 800 * u

    function begin() {
        roll.stop();
        reveal.stop();
        shown.names.scale = 1;
        names.place = 0;
        revealed = false;
        if (stage.winnerKey === "")
            return;
        if (Theme.reducedMotion || stage.winnerLate)
            revealed = true;
        else
            roll.start();
    }
    function sideOf(words: real): real {
        return Math.max(0, (width - words) / 2 / Math.max(1, width) - 0.015);
    }
    function sizeFor(name: string, room: real): int {
        const wanted = Math.round(176 * u);
        const least = Math.round(96 * u);
        return Math.max(least, Math.min(wanted, Math.floor(wanted * 0.97 * room / Math.max(1, ruler.advanceWidth(name)))));
    }

    Accessible.name: stage.winnerTitle + " " + stage.winners.map(winner => winner.name).join(", ")
    Accessible.role: Accessible.StaticText
    color: Theme.bg0
    visible: stage.winnerKey !== ""

    Component.onCompleted: begin()

    FontMetrics {
        id: ruler

        font.family: Theme.display
        font.features: Theme.tabular
        font.letterSpacing: -3 * moment.u
        font.pixelSize: Math.round(176 * moment.u)
        font.weight: Font.Bold
    }
    Connections {
        function onWinnerKeyChanged() {
            moment.begin();
        }

        target: moment.stage
    }
    SequentialAnimation {
        id: roll

        NumberAnimation {
            duration: 2500
            easing.type: Easing.OutQuad
            from: 0
            property: "place"
            target: names
            to: Math.max(0, moment.stage.winnerRoll.length - 1)
        }
        PauseAnimation {
            duration: 300
        }
        ScriptAction {
            script: {
                moment.revealed = true;
                confetti.fall();
                reveal.start();
            }
        }
    }
    NumberAnimation {
        id: reveal

        duration: 500
        easing.type: Easing.OutBack
        from: 0.9
        property: "scale"
        target: shown.names
        to: 1
    }

    WinnerLevels {
        anchors.bottom: parent.bottom
        hues: moment.hues
        // If runners-up reach over the towers, the towers stay below them.
        u: shown.runners.height > 80 * moment.u || shown.runners.width > moment.width - 480 * moment.u ? Math.min(moment.u, (moment.height - shown.runners.y - shown.runners.height - 12 * moment.u) / 264) : moment.u
        width: parent.width
    }
    Confetti {
        id: confetti

        anchors.fill: parent
        beside: moment.winners > 1 ? 0.13 : 0.27
        besideName: moment.sideOf(moment.nameWidth)
        besideRunners: moment.sideOf(shown.runners.width)
        hues: moment.hues
        icons: moment.instruments
        nameBottom: 780 * moment.u
        nameTop: (moment.inRows ? 130 : 465) * moment.u
        objectName: "confetti"
        u: moment.u
        visible: moment.revealed && moment.winners > 0
    }
    Words {
        color: Theme.text2
        height: 80 * moment.u
        horizontalAlignment: Text.AlignHCenter
        objectName: "winnerTitle"
        px: Math.round(60 * moment.u)
        text: moment.stage.winnerTitle
        weight: Font.Medium
        width: parent.width
        y: (moment.winners > 0 ? 36 : 460) * moment.u
    }

    // Before the winner: the ring without a face, and the passing names.
    Item {
        anchors.fill: parent
        visible: !moment.revealed && moment.winners > 0

        WinnerFace {
            anchors.horizontalCenter: parent.horizontalCenter
            hues: moment.hues
            width: 352 * moment.u
            y: 142 * moment.u
        }
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.text1
            icon: "ui/winner"
            size: Math.round(140 * moment.u)
            y: 318 * moment.u - height / 2
        }
        WinnerNames {
            id: names

            anchors.horizontalCenter: parent.horizontalCenter
            height: 230 * moment.u
            list: moment.stage.winnerRoll
            objectName: "winnerRoll"
            // As small as the last name of the roll, until it grows.
            scale: 0.9
            sizeOf: name => moment.sizeFor(name, 1600 * moment.u)
            u: moment.u
            width: 1600 * moment.u
            y: 473 * moment.u
        }
    }

    WinnersShown {
        id: shown

        anchors.fill: parent
        hues: moment.hues
        inRows: moment.inRows
        namePx: moment.namePx
        nameRoom: moment.nameRoom
        objectName: "winnerShown"
        stage: moment.stage
        u: moment.u
        visible: moment.revealed && moment.winners > 0
    }
}
