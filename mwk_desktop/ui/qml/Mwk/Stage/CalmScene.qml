pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// No data comes: the band is large and plays on, the eight words stay. No error, no clock.
Item {
    id: calm

    required property StageView stage
    required property StageMetrics m

    objectName: "calm"

    Words {
        font.family: Theme.display
        height: calm.m.px(72)
        px: calm.m.px(52)
        text: qsTr("This scene stays")
        weight: Font.DemiBold
        x: calm.m.margin
        y: calm.m.px(664)
    }
    EightWords {
        id: words

        m: calm.m
        stage: calm.stage
        width: calm.m.raceWidth
        x: calm.m.margin
        y: calm.m.px(742)
    }
    Words {
        color: Theme.text2
        height: calm.m.px(60)
        objectName: "soFar"
        px: calm.m.least
        text: calm.stage.anyVotes ? qsTr("%1 so far").replace("%1", calm.stage.votesTotal) : ""
        weight: Font.Medium
        x: calm.m.margin
        y: words.y + words.height + calm.m.px(6)
    }
    Item {
        width: calm.m.sideWidth
        x: calm.m.sideX
        y: calm.m.px(664)

        Words {
            color: Theme.text2
            height: calm.m.px(58)
            px: calm.m.least
            text: qsTr("Leader")
            visible: calm.stage.anyUsers
            weight: Font.Medium
        }
        Avatar {
            initial: calm.stage.leader.initial ?? ""
            picture: calm.stage.leader.picture ?? ""
            tint: calm.stage.leader.tint ?? 0
            visible: calm.stage.anyUsers
            width: calm.m.px(72)
            y: calm.m.px(66)
        }
        Words {
            height: calm.m.px(72)
            px: calm.m.px(56)
            text: calm.stage.leader.name ?? ""
            weight: Font.DemiBold
            width: Math.min(implicitWidth, parent.width - x - tweets.implicitWidth - calm.m.px(16))
            x: calm.m.px(92)
            y: calm.m.px(66)
        }
        Words {
            id: tweets

            anchors.right: parent.right
            height: calm.m.px(72)
            px: calm.m.px(56)
            text: calm.stage.leader.tweets ?? ""
            weight: Font.DemiBold
            y: calm.m.px(66)
        }
    }
    HowToVote {
        height: calm.height - y
        m: calm.m
        stage: calm.stage
        width: calm.m.sideWidth
        x: calm.m.sideX
        y: calm.m.px(calm.m.narrow ? 850 : 870)
    }
}
