pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The first five of the leaderboard.
Item {
    id: board

    required property StageView stage
    required property StageMetrics m

    height: m.px(366)
    objectName: "stageLeaders"

    Words {
        color: Theme.text2
        height: board.m.px(60)
        px: board.m.least
        text: qsTr("Leaderboard")
        weight: Font.Medium
        width: Math.min(implicitWidth, parent.width - tweets.implicitWidth - board.m.px(20))
    }
    Words {
        id: tweets

        anchors.right: parent.right
        color: Theme.text2
        height: board.m.px(60)
        px: board.m.least
        text: qsTr("tweets")
        visible: board.stage.anyUsers
        weight: Font.Medium
    }
    Words {
        color: Theme.text2
        height: board.m.px(60)
        px: board.m.least
        text: qsTr("nobody yet")
        visible: !board.stage.anyUsers
        weight: Font.Medium
        y: board.m.px(62)
    }
    Repeater {
        model: board.stage.leaders

        Item {
            id: row

            required property int index
            required property LeaderView modelData
            readonly property LeaderView facts: modelData

            height: board.m.px(61)
            objectName: "stageLeader_" + index
            visible: facts.present
            width: board.width
            y: board.m.px(60) + index * height

            Words {
                color: Theme.text2
                height: parent.height
                px: board.m.least
                text: row.facts.rank + 1
                weight: Font.DemiBold
            }
            Avatar {
                anchors.verticalCenter: parent.verticalCenter
                initial: row.facts.initial
                picture: row.facts.picture
                tint: row.facts.tint
                width: board.m.px(48)
                x: board.m.px(44)
            }
            Words {
                height: parent.height
                objectName: "leaderName"
                px: board.m.least
                text: row.facts.name
                weight: Font.Medium
                width: number.x - x - board.m.px(12)
                x: board.m.px(108)
            }
            Words {
                id: number

                anchors.right: parent.right
                height: parent.height
                px: board.m.least
                text: row.facts.tweets
                weight: Font.DemiBold
            }
        }
    }
}
