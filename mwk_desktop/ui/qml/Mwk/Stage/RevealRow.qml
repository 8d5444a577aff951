import QtQuick
import Mwk

// One of those that won: the row opens, its block slams on the icon, a word says what is new.
Item {
    id: row

    required property var board
    required property int place
    required property var facts

    readonly property StageMetrics m: board.m
    readonly property real b: board.b
    readonly property real open: board.open
    readonly property string instrument: facts.instrument ?? ""
    readonly property real share: facts.share ?? 0
    // The board leaves row by row at the end.
    readonly property real leaves: board.still ? 0 : Curves.outCubic(Curves.clamp((b - 7) / 0.45) * 1.5 - place * 0.12)
    // From the fifth to the first, a twentieth of a beat apart.
    readonly property real slam: board.still ? 1 : Curves.clamp((b - 0.16 - 0.05 * (board.count - 1 - place)) / 0.16)
    readonly property bool opened: open > 0.5
    readonly property bool told: b >= (board.still ? 1 : 1.06 + 0.06 * place) && board.stage.resultLands
    readonly property int votesX: board.votesX

    height: Math.round(Curves.mix(70, 100, open) * m.u)
    objectName: "result_" + instrument
    opacity: 1 - leaves
    visible: opacity > 0
    width: board.width
    y: Math.round((Curves.mix(76 + place * 78, 76 + place * 112, open) - 70 * leaves) * m.u)

    Icon {
        color: Theme.hue(row.instrument)
        icon: row.instrument
        size: row.m.px(54)
        visible: row.slam === 0
        y: Math.round((row.height - height) / 2)
    }
    Rectangle {
        color: Theme.hue(row.instrument)
        height: Math.round(row.m.px(100) * Curves.mix(1.22, 1, Curves.outCubic(row.slam)))
        objectName: "block"
        radius: row.m.px(16)
        visible: row.slam > 0
        width: height
        x: row.m.px(50) - Math.round(width / 2)
        y: Math.round((row.height - height) / 2)

        Icon {
            anchors.centerIn: parent
            color: Theme.ink
            icon: row.instrument
            size: row.m.px(68)
        }
    }
    Words {
        font.family: Theme.display
        height: Math.round(Curves.mix(70, 84, row.open) * row.m.u)
        objectName: "resultName"
        // Sizes switch once, half way: scaled text is redrawn at every size.
        px: row.opened ? row.board.namePx : row.m.px(50)
        text: row.facts.name ?? ""
        weight: Font.Bold
        width: Math.min(implicitWidth, row.votesX - x - row.m.px(12))
        x: Math.round(Curves.mix(72, 130, row.open) * row.m.u)
    }
    Rectangle {
        color: Theme.hue(row.instrument)
        height: Math.round(Curves.mix(54, 14, row.open) * row.m.u)
        radius: row.m.px(7)
        width: Math.round(Curves.mix(row.board.width - row.board.barLeft - row.m.px(172), row.votesX - row.m.px(180), row.open) * row.share)
        x: Math.round(Curves.mix(row.board.barLeft, row.m.px(130), row.open))
        y: Math.round(Curves.mix(8, row.height / row.m.u - 16, row.open) * row.m.u)
    }
    Words {
        font.family: Theme.display
        height: row.height
        objectName: "resultVotes"
        px: row.m.px(row.opened ? 72 : 58)
        text: row.facts.votes ?? ""
        weight: Font.Bold
        x: Math.round(Curves.mix(row.board.barLeft + (row.board.width - row.board.barLeft - row.m.px(172)) * row.share + row.m.px(22), row.votesX, row.open))
    }
    Rectangle {
        color: Theme.text1
        height: row.m.px(64)
        objectName: "newTag"
        radius: height / 2
        visible: row.told && row.facts.tag === "new"
        width: row.board.signsOnly ? row.m.px(74) : row.board.pillWidth
        x: row.board.tagX
        y: row.m.px(18)

        Words {
            id: fresh

            anchors.centerIn: parent
            color: Theme.ink
            px: row.m.least
            text: row.board.signsOnly ? "+" : row.board.newWord
            weight: Font.Bold
        }
    }
    Words {
        color: Theme.text2
        height: row.height
        objectName: "streak"
        px: row.m.least
        text: row.board.signsOnly ? "=" : row.board.saysShort ? row.board.staysWord : row.facts.say ?? ""
        visible: row.told && row.facts.tag === "stays"
        weight: Font.Medium
        width: Math.min(implicitWidth, row.width - x)
        x: row.board.tagX + row.m.px(row.board.signsOnly ? 24 : row.board.saysShort ? 8 : 18)
    }
}
