pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The winner: names roll to a bar line, then one stays. Everything is a function of wb, the beats
// since the first beat after the key.
Item {
    id: winner

    required property StageView stage
    required property StageMetrics m
    required property StageLevels levels

    readonly property real wb: levels.winner
    readonly property real at: stage.winnerReveal
    readonly property bool revealed: Theme.reducedMotion || wb >= at
    readonly property int count: stage.winners.length
    readonly property bool inRows: count > 2
    readonly property real since: wb - at
    readonly property real nameRoom: count === 2 ? width / 2 - m.px(80) : width - 2 * m.margin
    readonly property int namePx: {
        let least = m.px(count === 2 ? 150 : 184);
        for (const person of stage.winners)
            least = Math.min(least, sizeOf(person.name, nameRoom));
        return Math.max(m.px(96), least);
    }
    // The name comes a little larger and is still at once.
    readonly property real pop: Theme.reducedMotion ? 1 : 1 + 0.12 * (1 - Curves.outCubic(since * stage.beatMs / 120))
    readonly property var sides: [beside(count === 2 ? width : m.px(620)), beside(names()), beside(Math.max(m.px(620), runners.implicitWidth))]

    function sizeOf(name: string, room: real): int {
        return Math.floor(100 * room / Math.max(1, hundred.advanceWidth(name)));
    }
    function beside(words: real): real {
        return Math.max(0, (width - words) / 2 - m.px(40));
    }
    function names(): real {
        let widest = m.px(620);
        for (const person of stage.winners)
            widest = Math.max(widest, hundred.advanceWidth(person.name) * namePx / 100);
        return count === 2 ? width : Math.min(width, widest);
    }

    objectName: "winner"

    FontMetrics {
        id: hundred

        font.family: Theme.display
        font.pixelSize: 100
        font.weight: Font.Bold
    }
    Loader {
        active: winner.revealed && winner.count > 0 && !winner.inRows
        anchors.fill: parent

        sourceComponent: Confetti {
            count: winner.stage.economy < 3 ? 60 : 30
            fallen: Theme.reducedMotion ? 1 : Curves.clamp((winner.since - 0.2) / 12.6)
            m: winner.m
            nameY: winner.m.px(520)
            footY: winner.m.px(790)
            sides: winner.sides
        }
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.text2
        height: winner.m.px(76)
        objectName: "winnerTitle"
        px: winner.m.px(winner.m.narrow ? 50 : 58)
        text: winner.stage.winnerTitle
        weight: Font.Medium
        width: Math.min(implicitWidth, parent.width - 2 * winner.m.margin)
        y: winner.m.px(22)
    }
    // Before the name: a cup in a ring that grows, and the roll.
    Item {
        visible: !winner.revealed && winner.count > 0
        anchors.fill: parent

        LevelRing {
            height: width
            held: Curves.clamp(winner.wb / Math.max(1, winner.at))
            levels: winner.levels
            m: winner.m
            width: winner.m.px(292)
            x: (parent.width - width) / 2
            y: winner.m.px(184)
        }
        Icon {
            color: Theme.text1
            icon: "ui/winner"
            size: winner.m.px(150)
            x: Math.round((parent.width - width) / 2)
            y: winner.m.px(184 + 71)
        }
        Item {
            id: roll

            readonly property int count: winner.stage.winnerRoll.length
            readonly property real place: (count - 1) * (1 - Math.pow(1 - Curves.clamp(winner.wb / Math.max(1, winner.at)), 2))

            clip: true
            height: winner.m.px(210)
            width: parent.width
            y: winner.m.px(516)

            Repeater {
                model: winner.stage.winnerRoll

                Words {
                    required property int index
                    required property string modelData

                    color: Theme.text2
                    font.family: Theme.display
                    font.letterSpacing: -3 * winner.m.u
                    height: roll.height
                    horizontalAlignment: Text.AlignHCenter
                    px: Math.max(winner.m.px(96), Math.min(winner.m.px(150), winner.sizeOf(modelData, winner.width - 2 * winner.m.margin)))
                    text: modelData
                    visible: Math.abs(index - roll.place) < 1
                    weight: Font.Bold
                    width: roll.width - 2 * winner.m.margin
                    x: winner.m.margin
                    y: Math.round((index - roll.place) * roll.height)
                }
            }
        }
    }
    Repeater {
        model: winner.revealed && !winner.inRows ? winner.count : 0

        Item {
            id: person

            required property int index
            readonly property var facts: winner.stage.winners[index]
            readonly property real centre: winner.width * (index + 0.5) / winner.count

            LevelRing {
                height: width
                levels: winner.levels
                m: winner.m
                width: winner.m.px(292)
                x: person.centre - width / 2
                y: winner.m.px(184)

                Avatar {
                    anchors.fill: parent
                    initial: person.facts.initial
                    picture: person.facts.picture
                    tint: person.facts.tint
                    width: parent.width
                }
            }
            Words {
                font.family: Theme.display
                font.letterSpacing: -4 * winner.m.u
                height: winner.m.px(200)
                horizontalAlignment: Text.AlignHCenter
                objectName: "winnerName"
                px: Math.round(winner.namePx * (winner.count === 1 ? winner.pop : 1))
                text: person.facts.name
                weight: Font.Bold
                width: winner.nameRoom
                x: person.centre - width / 2
                y: winner.m.px(520)
            }
        }
    }
    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        columnSpacing: winner.m.px(60)
        columns: winner.count > 4 ? 2 : 1
        rowSpacing: winner.m.px(8)
        visible: winner.revealed && winner.inRows
        y: winner.m.px(130)

        Repeater {
            model: winner.inRows && winner.revealed ? winner.count : 0

            Item {
                id: line

                required property int index
                readonly property var facts: winner.stage.winners[index]
                readonly property real widest: winner.count > 4 ? winner.width / 2 - winner.m.margin - winner.m.px(30) : winner.width - 2 * winner.m.margin

                height: winner.m.px(132)
                width: Math.min(label.x + label.implicitWidth, widest)

                Avatar {
                    anchors.verticalCenter: parent.verticalCenter
                    initial: line.facts.initial
                    picture: line.facts.picture
                    tint: line.facts.tint
                    width: winner.m.px(112)
                }
                Words {
                    id: label

                    font.family: Theme.display
                    height: parent.height
                    objectName: "winnerName"
                    px: winner.m.px(104)
                    text: line.facts.name
                    weight: Font.Bold
                    width: Math.min(implicitWidth, line.widest - x)
                    x: winner.m.px(140)
                }
            }
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        height: winner.m.px(84)
        spacing: winner.m.px(20)
        visible: winner.revealed && winner.count > 0
        y: winner.m.px(winner.inRows ? 690 : 712)

        Words {
            font.family: Theme.display
            height: parent.height
            objectName: "winnerCount"
            px: winner.m.px(76)
            text: winner.stage.winnerCount
            weight: Font.Bold
        }
        Words {
            color: Theme.text2
            height: parent.height
            objectName: "winnerWord"
            px: winner.m.px(64)
            text: winner.stage.winnerWord
            weight: Font.Medium
        }
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.text2
        height: winner.m.px(56)
        px: winner.m.least
        text: winner.stage.winnersMore
        visible: winner.revealed && text !== ""
        width: Math.min(implicitWidth, parent.width - 2 * winner.m.margin)
        y: winner.m.px(774)
    }
    WinnerRunners {
        id: runners

        anchors.horizontalCenter: parent.horizontalCenter
        objectName: "runnersUp"
        room: winner.width - 2 * winner.m.margin
        stage: winner.stage
        u: winner.m.u
        visible: winner.revealed
        y: winner.m.px(winner.stage.winnersMore === "" ? 808 : 834)
    }
    LevelTowers {
        height: winner.m.px(144)
        levels: winner.levels
        m: winner.m
        width: winner.width
        y: winner.height - height - winner.m.px(4)
    }
}
