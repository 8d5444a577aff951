pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// All eight, with a cut line after those that would play next.
Item {
    id: race

    required property StageView stage
    required property StageMetrics m
    required property StageLevels levels

    readonly property real u: m.u
    readonly property bool tense: stage.tense
    readonly property int cut: Math.min(stage.topPlaces, stage.rows.length)
    readonly property real beat: levels.loopBeat / levels.beatStep
    readonly property real pulse: Theme.reducedMotion ? 0 : Math.exp(-3 * (beat - Math.floor(beat)))
    // All bars begin in one column, behind the widest name.
    readonly property real barLeft: {
        let widest = 0;
        for (const row of stage.rows)
            widest = Math.max(widest, names.advanceWidth(row.name));
        return Math.min(m.px(72) + Math.ceil(widest) + m.px(26), width * (stage.bilingual ? 0.64 : 0.52));
    }
    // Behind the longest bar there is room for its count, and for the arrow of an overtaking.
    readonly property real barRoom: {
        let widest = m.px(58);
        for (const row of stage.rows)
            widest = Math.max(widest, counts.advanceWidth(row.votes));
        const room = width - barLeft - Math.max(m.px(172), Math.ceil(widest) + m.px(22 + 20 + 36));
        if (stage.shortText === "")
            return room;
        // In a close race the first row below the line has a long bar, and a word behind it.
        const next = stage.rows.find(row => row.rank === cut);
        const behind = counts.advanceWidth(next?.votes ?? "") + shorts.advanceWidth(stage.shortText) + m.px(22 + 28);
        return Math.min(room, (width - barLeft - Math.ceil(behind)) / Math.max(0.01, next?.share ?? 0));
    }
    // On the first beat of each bar a light runs once along the bars.
    readonly property real light: levels.tick % levels.beatsPerBar
    readonly property bool lit: !Theme.reducedMotion && stage.economy < 3 && light < 1 && levels.reveal < 0
    readonly property real lineY: m.px(76 + cut * 78 + 10)

    function rowHeight(rank: int): int {
        return m.px(rank < cut ? 70 : 60);
    }
    function rowY(rank: int): real {
        return rank < cut ? m.px(76 + rank * 78) : lineY + m.px(22 + (rank - cut) * 66 + (tense ? 16 : 0));
    }
    // Where a face lands on an instrument's bar, in the race; nothing where the bar is too short.
    function tip(instrument: string): var {
        for (const row of stage.rows) {
            if (row.instrument !== instrument)
                continue;
            const length = barRoom * row.share;
            if (length < m.px(90) || row.rank >= cut)
                return null;
            return Qt.point(barLeft + length - m.px(54), rowY(row.rank) + (rowHeight(row.rank) - m.px(54)) / 2);
        }
        return null;
    }

    FontMetrics {
        id: names

        font.family: Theme.family
        font.pixelSize: race.m.px(50)
        font.weight: Font.DemiBold
    }
    FontMetrics {
        id: counts

        font.family: Theme.display
        font.features: Theme.tabular
        font.pixelSize: race.m.px(58)
        font.weight: Font.Bold
    }
    FontMetrics {
        id: shorts

        font.family: Theme.family
        font.features: Theme.tabular
        font.pixelSize: race.m.least
        font.weight: Font.Bold
    }
    Words {
        id: title

        font.family: Theme.display
        fontSizeMode: race.stage.bilingual ? Text.HorizontalFit : Text.FixedSize
        height: race.m.px(64)
        objectName: "raceTitle"
        minimumPixelSize: race.m.least
        px: race.m.px(52)
        text: race.stage.raceTitle
        weight: Font.DemiBold
        width: Math.min(implicitWidth, parent.width - (total.visible ? total.implicitWidth + race.m.px(24) : 0))
    }
    Words {
        id: total

        anchors.right: parent.right
        color: Theme.text2
        height: race.m.px(64)
        objectName: "votesTotal"
        px: race.m.least
        text: race.stage.votesTotal
        visible: !race.stage.bilingual
        weight: Font.Medium
        y: race.m.px(2)
    }
    Repeater {
        model: race.stage.rows.length

        RaceRow {
            required property int index

            facts: race.stage.rows[index]
            levels: race.levels
            place: index
            race: race
        }
    }
    // Dashed: a line that can still be passed; solid when the time to pass it runs out.
    Item {
        height: race.tense ? race.m.px(6 + 8 * race.pulse) : race.m.px(3)
        objectName: "cutLine"
        visible: race.cut < 8
        width: parent.width
        y: race.lineY - Math.round(height / 2)

        Image {
            anchors.fill: parent
            fillMode: Image.TileHorizontally
            horizontalAlignment: Image.AlignLeft
            objectName: "dashes"
            source: Qt.resolvedUrl("../../../icons/stage/dash.svg")
            sourceSize: Qt.size(race.m.px(32), race.m.px(3))
            visible: !race.tense
        }
        Rectangle {
            anchors.fill: parent
            color: Theme.warn
            radius: 1
            visible: race.tense
        }
    }
}
