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
    // One size for all, so that nobody looks more of a winner.
    readonly property int namePx: stage.winners.reduce((px, winner) => Math.min(px, sizeFor(winner.name, nameRoom)), Math.round(176 * u))
    readonly property real nameWidth: inRows ? 1600 * u : winners === 2 ? 1640 * u : winners === 1 ? Math.min(nameRoom, ruler.advanceWidth(stage.winners[0].name) * namePx / ruler.font.pixelSize) : 800 * u

    function begin() {
        roll.stop();
        reveal.stop();
        scaled.scale = 1;
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
        target: scaled
        to: 1
    }

    WinnerLevels {
        anchors.bottom: parent.bottom
        hues: moment.hues
        // Runners-up that reach out over the towers: those stay below them then.
        u: runners.height > 80 * moment.u || runners.width > moment.width - 480 * moment.u ? Math.min(moment.u, (moment.height - runners.y - runners.height - 12 * moment.u) / 264) : moment.u
        width: parent.width
    }
    Confetti {
        id: confetti

        anchors.fill: parent
        beside: moment.winners > 1 ? 0.13 : 0.27
        besideName: moment.sideOf(moment.nameWidth)
        besideRunners: moment.sideOf(runners.width)
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

    // Before: the ring without a face, and the names that pass.
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
            // As small as the name that stays, until it grows.
            scale: 0.9
            sizeOf: name => moment.sizeFor(name, 1600 * moment.u)
            u: moment.u
            width: 1600 * moment.u
            y: 473 * moment.u
        }
    }

    // After.
    Item {
        anchors.fill: parent
        objectName: "winnerShown"
        visible: moment.revealed && moment.winners > 0

        Repeater {
            model: moment.inRows ? [] : moment.stage.winners

            WinnerFace {
                id: face

                required property int index
                required property var modelData

                hues: moment.hues
                initial: modelData.initial
                picture: modelData.picture
                tint: modelData.tint
                width: 352 * moment.u
                x: moment.width / 2 - width / 2 + (index - (moment.winners - 1) / 2) * 860 * moment.u
                y: 142 * moment.u
            }
        }
        Item {
            id: scaled

            height: 230 * moment.u
            width: parent.width
            y: 473 * moment.u

            Repeater {
                model: moment.inRows ? [] : moment.stage.winners

                Words {
                    required property int index
                    required property var modelData

                    font.family: Theme.display
                    font.letterSpacing: -3 * moment.u
                    height: parent.height
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "winnerName"
                    px: moment.namePx
                    text: modelData.name
                    weight: Font.Bold
                    width: moment.nameRoom
                    x: parent.width / 2 - width / 2 + (index - (moment.winners - 1) / 2) * 860 * moment.u
                }
            }
        }
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columnSpacing: 60 * moment.u
            columns: moment.winners > 4 ? 2 : 1
            rowSpacing: 8 * moment.u
            visible: moment.inRows
            y: 150 * moment.u

            Repeater {
                model: moment.inRows ? moment.stage.winners : []

                Item {
                    id: winner

                    required property var modelData

                    height: 126 * moment.u
                    width: Math.min(label.implicitWidth + label.x, (moment.winners > 4 ? 770 : 1400) * moment.u)

                    Avatar {
                        anchors.verticalCenter: parent.verticalCenter
                        initial: winner.modelData.initial
                        picture: winner.modelData.picture
                        tint: winner.modelData.tint
                        width: Math.round(104 * moment.u)
                    }
                    Words {
                        id: label

                        font.family: Theme.display
                        font.letterSpacing: -2 * moment.u
                        height: parent.height
                        objectName: "winnerName"
                        px: Math.round(96 * moment.u)
                        text: winner.modelData.name
                        weight: Font.Bold
                        width: parent.width - x
                        x: 136 * moment.u
                    }
                }
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            height: 80 * moment.u
            spacing: 20 * moment.u
            y: 690 * moment.u

            Words {
                font.family: Theme.display
                height: parent.height
                objectName: "winnerCount"
                px: Math.round(72 * moment.u)
                text: moment.stage.winnerCount
                weight: Font.Bold
            }
            Words {
                color: Theme.text2
                height: parent.height
                objectName: "winnerWord"
                px: Math.round(64 * moment.u)
                text: moment.stage.winnerWord
                weight: Font.Medium
            }
        }
        Words {
            id: more

            color: Theme.text2
            height: 60 * moment.u
            horizontalAlignment: Text.AlignHCenter
            px: Math.round(44 * moment.u)
            text: moment.stage.winnersMore
            visible: text !== ""
            width: parent.width
            y: 764 * moment.u
        }
        WinnerRunners {
            id: runners

            anchors.horizontalCenter: parent.horizontalCenter
            objectName: "runnersUp"
            room: moment.width - 128 * moment.u
            stage: moment.stage
            u: moment.u
            y: (more.visible ? 830 : 800) * moment.u
        }
    }
}
