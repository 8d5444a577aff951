pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Lock and reveal, in the place of the race. Everything is a function of b, the beats since the
// lock: a stage that opens in the middle draws the middle, and a hold leaves nothing half way.
Item {
    id: board

    required property StageView stage
    required property StageMetrics m
    required property real b
    // Where the bars of the race began.
    required property real barLeft

    readonly property real open: still ? 1 : Curves.outCubic(b / 0.25)
    readonly property bool still: Theme.reducedMotion
    readonly property int count: stage.result.length
    readonly property real u: m.u
    // Behind the widest count stand the tags, in one column. Where they have no room the names keep
    // theirs, and the tags are signs alone.
    readonly property real countWidth: {
        let widest = m.px(82);
        for (const row of stage.result)
            widest = Math.max(widest, counts.advanceWidth(row.votes));
        return Math.ceil(widest);
    }
    readonly property real nameWidth: {
        let widest = 0;
        for (const row of stage.result)
            widest = Math.max(widest, names.advanceWidth(row.name));
        return Math.ceil(widest);
    }
    readonly property int namePx: m.px(m.narrow ? 58 : 66)
    readonly property real pillWidth: Math.ceil(tags.advanceWidth(newWord)) + m.px(m.narrow ? 30 : 44)
    readonly property string newWord: qsTr("+ new")
    readonly property string staysWord: qsTr("= stays")
    readonly property real tagGap: m.px(m.narrow ? 22 : 38)
    readonly property real leastVotesX: m.px(130 + 12) + nameWidth
    readonly property real usualVotesX: m.px(m.narrow ? 530 : m.wide ? 748 : 600)
    readonly property real sayWidth: {
        let widest = 0;
        for (const row of stage.result)
            widest = Math.max(widest, says.advanceWidth(row.say));
        return Math.ceil(widest) + m.px(18);
    }
    readonly property real tagRoom: width - leastVotesX - countWidth - tagGap
    readonly property bool saysShort: m.narrow || Math.max(pillWidth, sayWidth) > tagRoom
    readonly property real shortWidth: Math.max(pillWidth, Math.ceil(says.advanceWidth(staysWord)) + m.px(8))
    readonly property bool signsOnly: shortWidth > tagRoom
    readonly property int votesX: {
        const tagWidth = signsOnly ? m.px(74) : saysShort ? shortWidth : Math.max(pillWidth, sayWidth);
        return Math.round(Math.min(usualVotesX, Math.max(leastVotesX, width - countWidth - tagGap - tagWidth)));
    }
    readonly property int tagX: votesX + countWidth + tagGap

    objectName: "revealBoard"

    FontMetrics {
        id: counts

        font.family: Theme.display
        font.features: Theme.tabular
        font.pixelSize: board.m.px(72)
        font.weight: Font.Bold
    }
    FontMetrics {
        id: names

        font.family: Theme.display
        font.features: Theme.tabular
        font.pixelSize: board.namePx
        font.weight: Font.Bold
    }
    FontMetrics {
        id: says

        font.family: Theme.family
        font.features: Theme.tabular
        font.pixelSize: board.m.least
        font.weight: Font.Medium
    }
    FontMetrics {
        id: tags

        font.family: Theme.family
        font.features: Theme.tabular
        font.pixelSize: board.m.least
        font.weight: Font.Bold
    }
    Words {
        font.family: Theme.display
        height: board.m.px(64)
        objectName: "revealTitle"
        px: board.m.px(52)
        text: board.stage.resultTitle
        visible: board.still || board.b < 7.4
        weight: Font.DemiBold
        width: Math.min(implicitWidth, parent.width - votes.implicitWidth - board.m.px(24))
    }
    Words {
        id: votes

        anchors.right: parent.right
        color: Theme.text2
        height: board.m.px(64)
        px: board.m.least
        text: board.stage.resultVotes
        visible: board.still || board.b < 7.4
        weight: Font.Medium
        y: board.m.px(2)
    }
    // Those below the line are pushed off the screen.
    Repeater {
        model: board.b < 0.7 && !board.still ? board.stage.gone : []

        Item {
            id: faller

            required property int index
            required property string modelData
            readonly property real t: Curves.clamp((board.b - 0.1 - 0.05 * index) / 0.5)

            height: board.m.px(60)
            objectName: "faller"
            opacity: 1 - t
            rotation: (index % 2 ? -7 : 7) * t
            transformOrigin: Item.Left
            width: board.width
            y: board.m.px(76 + board.count * 78 + 32 + index * 66 + 144 * board.open + 360 * t * t)

            Icon {
                color: Theme.hue(faller.modelData)
                icon: faller.modelData
                size: board.m.px(46)
                y: board.m.px(7)
            }
            Words {
                color: Theme.text2
                height: parent.height
                px: board.m.least
                text: board.stage.labels[faller.modelData] ?? ""
                weight: Font.Medium
                x: board.m.px(72)
            }
        }
    }
    Rectangle {
        color: Theme.warn
        height: board.m.px(6)
        opacity: 1 - board.b * board.b
        radius: 1
        visible: board.b < 1 && !board.still
        width: parent.width
        y: Math.round(Curves.mix(76 + board.count * 78 + 10, 76 + board.count * 112 + 6, board.open) * board.u)
    }
    Repeater {
        model: board.count

        RevealRow {
            required property int index

            board: board
            facts: board.stage.result[index] ?? ({})
            place: index
        }
    }
    Row {
        id: next

        height: board.m.px(60)
        objectName: "preview"
        opacity: board.still ? 1 : Curves.clamp((board.b - 2) / 0.6)
        spacing: board.m.px(34)
        visible: board.b >= 2 && board.stage.preview.length > 0
        y: board.m.px(76 + 5 * 112 + 10)

        Words {
            color: Theme.text2
            height: parent.height
            px: board.m.least
            text: qsTr("Next race")
            weight: Font.Medium
        }
        Repeater {
            model: board.m.narrow ? board.stage.preview.slice(0, 4) : board.stage.preview

            Row {
                id: coming

                required property var modelData

                height: next.height
                spacing: board.m.px(12)

                Icon {
                    color: Theme.hue(coming.modelData.instrument)
                    icon: coming.modelData.instrument
                    size: board.m.least
                    y: board.m.px(8)
                }
                Words {
                    height: parent.height
                    objectName: "previewVotes"
                    px: board.m.least
                    text: coming.modelData.votes
                    weight: Font.DemiBold
                }
            }
        }
    }
}
