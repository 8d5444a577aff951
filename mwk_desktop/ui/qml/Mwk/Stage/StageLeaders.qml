pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

Item {
    id: board

    required property StageView stage
    required property real u

    height: 370 * u

    Words {
        color: Theme.text2
        height: 60 * board.u
        px: Math.round(44 * board.u)
        text: qsTr("Leaderboard")
        weight: Font.Medium
    }
    Words {
        anchors.right: parent.right
        color: Theme.text2
        height: 60 * board.u
        px: Math.round(44 * board.u)
        text: qsTr("tweets")
        visible: board.stage.anyUsers
        weight: Font.Medium
    }
    Words {
        color: Theme.text2
        height: 64 * board.u
        px: Math.round(44 * board.u)
        text: qsTr("nobody yet")
        visible: !board.stage.anyUsers
        y: 66 * board.u
    }
    Repeater {
        model: board.stage.leaders

        Item {
            id: row

            required property int index
            required property LeaderView modelData
            readonly property LeaderView facts: modelData

            height: 64 * board.u
            objectName: "stageLeader_" + index
            visible: facts.present
            width: board.width
            y: 66 * board.u + index * height

            Words {
                color: row.index === 0 ? Theme.text1 : Theme.text2
                height: parent.height
                px: Math.round(44 * board.u)
                text: row.index + 1
                weight: Font.DemiBold
            }
            Avatar {
                anchors.verticalCenter: parent.verticalCenter
                initial: row.facts.initial
                picture: row.facts.picture
                tint: row.facts.tint
                width: Math.round(56 * board.u)
                x: 52 * board.u
            }
            Words {
                height: parent.height
                px: Math.round(44 * board.u)
                text: row.facts.name
                weight: row.index === 0 ? Font.Bold : Font.Medium
                width: tweets.x - x - 20 * board.u
                x: 128 * board.u
            }
            Words {
                id: tweets

                height: parent.height
                horizontalAlignment: Text.AlignRight
                px: Math.round(44 * board.u)
                text: row.facts.tweets
                weight: Font.DemiBold
                x: row.width - implicitWidth
            }
        }
    }
}
