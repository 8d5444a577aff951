pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// One instrument in the race: its length is votes, its thickness is sound.
Item {
    id: row

    required property int place
    required property var facts
    required property StageLevels levels
    required property var race

    readonly property StageMetrics m: race.m
    readonly property int rank: facts.rank
    readonly property bool low: rank >= race.cut
    readonly property real target: race.rowY(rank)
    readonly property bool moves: Math.abs(y - target) > 0.5
    readonly property bool breathes: !Theme.reducedMotion && race.stage.economy < 3
    readonly property PlayerLevels own: levels.players[place]
    readonly property bool isNextIn: rank === race.cut && race.stage.shortText !== ""

    height: race.rowHeight(rank)
    objectName: "race_" + facts.instrument
    width: race.width
    y: target
    z: 8 - rank

    Behavior on y {
        NumberAnimation {
            duration: Theme.motion(350)
            easing.type: Easing.InOutCubic
        }
    }

    // What moves passes over the others on ground of its own.
    Rectangle {
        color: Theme.bg0
        height: parent.height
        radius: 1
        visible: row.moves
        width: parent.width
    }
    Icon {
        color: Theme.hue(row.facts.instrument)
        icon: row.facts.instrument
        size: row.m.px(54)
        y: Math.round((row.height - height) / 2 - (row.breathes ? row.m.px(8) * row.own.hit : 0))
    }
    Words {
        color: row.low ? Theme.text2 : Theme.text1
        height: parent.height
        objectName: "rowName"
        px: row.m.px(row.low ? 44 : 50)
        text: row.facts.name
        weight: row.low ? Font.Medium : Font.DemiBold
        width: Math.min(implicitWidth, row.race.barLeft - x - row.m.px(16))
        x: row.m.px(72)
    }
    Rectangle {
        id: bar

        border.color: Theme.hue(row.facts.instrument)
        border.width: row.low ? row.m.px(4) : 0
        color: row.low ? Theme.none : Theme.hue(row.facts.instrument)
        height: row.low ? row.m.px(34) : row.breathes && row.own.fast > 0.005 ? 2 * Math.round(row.m.px(42 + 18 * row.own.fast) / 2) : row.m.px(54)
        objectName: "bar"
        // A short bar has smaller corners: a hollow one would look like a letter.
        radius: Math.min(row.m.px(9), (width - row.m.px(9)) / 8)
        visible: row.facts.voted
        // The left corners lie behind the edge below: one radius for all four is the cheap kind.
        width: row.m.px(9) + Math.round(Math.max(row.m.px(row.low ? 20 : 8), row.race.barRoom * row.facts.share))
        x: row.race.barLeft - row.m.px(9)
        y: Math.round((row.height - height) / 2)

        Behavior on width {
            NumberAnimation {
                duration: Theme.motion(200)
                easing.type: Easing.OutCubic
            }
        }
    }
    Rectangle {
        color: Theme.bg0
        height: parent.height
        width: row.m.px(12)
        x: row.race.barLeft - width

        Rectangle {
            color: Theme.line2
            height: parent.height
            visible: row.facts.voted
            width: row.m.px(3)
            x: parent.width - width
        }
    }
    // The light that runs along the bars.
    Rectangle {
        readonly property real span: row.m.px(150)

        height: bar.height - row.m.px(8)
        visible: row.race.lit && !row.low && row.facts.voted && bar.width > span
        width: span
        x: Math.round(row.race.barLeft + (bar.width - row.m.px(9) - span) * row.race.light)
        y: bar.y + row.m.px(4)

        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop {
                color: Theme.none
                position: 0
            }
            GradientStop {
                color: row.facts.instrument === "vocal" || row.facts.instrument === "line_bass" ? Theme.shine : Theme.light
                position: 0.8
            }
            GradientStop {
                color: Theme.none
                position: 1
            }
        }
    }
    Rectangle {
        border.color: Theme.bg0
        border.width: row.m.px(4)
        color: Theme.bg0
        height: row.m.px(54)
        objectName: "rider"
        radius: width / 2
        visible: row.facts.rider.serial !== undefined && !row.low && bar.width > row.m.px(90)
        width: height
        x: bar.x + bar.width - width
        y: Math.round((row.height - height) / 2)

        Avatar {
            anchors.centerIn: parent
            initial: row.facts.rider.initial ?? ""
            picture: row.facts.rider.picture ?? ""
            tint: row.facts.rider.tint ?? 0
            width: row.m.px(46)
        }
    }
    Words {
        id: count

        color: row.low ? Theme.text2 : Theme.text1
        font.family: Theme.display
        height: parent.height
        objectName: "rowVotes"
        px: row.m.px(row.low ? 46 : 58)
        text: row.race.stage.anyVotes ? row.facts.votes : ""
        weight: Font.Bold
        x: (bar.visible ? bar.x + bar.width : row.race.barLeft) + row.m.px(22)
    }
    Words {
        color: Theme.text2
        height: parent.height
        objectName: "moved"
        px: row.m.px(30)
        text: row.facts.moved > 0 ? "\u25B2" : row.facts.moved < 0 ? "\u25BC" : ""
        visible: !row.low && text !== ""
        x: count.x + count.implicitWidth + row.m.px(20)
    }
    Words {
        color: Theme.warn
        height: parent.height
        objectName: "shortText"
        px: row.m.least
        text: row.race.stage.shortText
        visible: row.isNextIn
        weight: Font.Bold
        x: count.x + count.implicitWidth + row.m.px(28)
    }
}
