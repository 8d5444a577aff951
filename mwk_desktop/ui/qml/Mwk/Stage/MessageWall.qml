pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Four messages at once, each for two bars; the race stays beside them in small.
Item {
    id: wall

    required property StageView stage
    required property StageMetrics m
    required property StageLevels levels

    readonly property real pitch: m.px(178)
    readonly property bool empty: !stage.wall.some(card => card.serial >= 0)

    objectName: "wall"

    Repeater {
        model: wall.stage.wall.length

        MessageCard {
            required property int index

            facts: wall.stage.wall[index]
            height: wall.m.px(166)
            large: true
            m: wall.m
            width: wall.m.raceWidth
            x: wall.m.margin
            y: wall.m.raceY + wall.m.px(8) + index * wall.pitch
        }
    }
    // Nobody has written yet, or nothing is approved: how to get there.
    Loader {
        active: wall.empty
        x: wall.m.margin
        y: wall.m.raceY + wall.m.px(40)

        sourceComponent: Column {
            objectName: "emptyWall"
            spacing: wall.m.px(24)
            width: wall.m.raceWidth

            Words {
                font.family: Theme.display
                fontSizeMode: Text.HorizontalFit
                height: wall.m.px(150)
                minimumPixelSize: wall.m.least
                objectName: "wallHashtag"
                px: wall.m.px(118)
                text: wall.stage.hashtag
                weight: Font.Bold
                width: parent.width
            }
            Words {
                color: Theme.text2
                fontSizeMode: Text.HorizontalFit
                height: wall.m.px(70)
                minimumPixelSize: wall.m.least
                objectName: "wallAsks"
                px: wall.m.px(52)
                text: qsTr("Post it with one of these words")
                weight: Font.Medium
                width: parent.width
            }
            EightWords {
                m: wall.m
                stage: wall.stage
                width: parent.width
            }
        }
    }
    StageClock {
        m: wall.m
        stage: wall.stage
        width: wall.m.sideWidth
        x: wall.m.sideX
        y: wall.m.px(346)
    }
    Repeater {
        model: wall.stage.rows.length

        Item {
            id: row

            required property int index
            readonly property var facts: wall.stage.rows[index]

            height: wall.m.px(60)
            visible: facts.rank < 5
            width: wall.m.sideWidth
            x: wall.m.sideX
            y: wall.m.px(500) + facts.rank * wall.m.px(70)

            Icon {
                color: Theme.hue(row.facts.instrument)
                icon: row.facts.instrument
                size: wall.m.px(50)
                y: wall.m.px(5)
            }
            Rectangle {
                color: Theme.hue(row.facts.instrument)
                height: wall.m.px(40)
                radius: wall.m.px(7)
                visible: row.facts.voted
                width: Math.max(wall.m.px(8), Math.round((parent.width - wall.m.px(200)) * row.facts.share))
                x: wall.m.px(78)
                y: wall.m.px(10)
            }
            Words {
                height: parent.height
                px: wall.m.least
                text: wall.stage.anyVotes ? row.facts.votes : ""
                weight: Font.DemiBold
                x: wall.m.px(78 + 16) + Math.round((parent.width - wall.m.px(200)) * row.facts.share)
            }
        }
    }
    HowToVote {
        height: wall.height - y
        m: wall.m
        stage: wall.stage
        width: wall.m.sideWidth
        x: wall.m.sideX
        y: wall.m.px(wall.m.narrow ? 850 : 870)
    }
}
