pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Tweets per user since the show began, in two columns.
Item {
    id: board

    required property ConsoleView view
    required property int rowHeight
    required property int rows
    required property bool tight
    property int padTop: tight ? 2 : 6

    Repeater {
        model: board.view.leaders.slice(0, board.rows * 2)

        Item {
            id: row

            required property int index
            required property LeaderView modelData
            readonly property LeaderView facts: modelData
            readonly property int column: index < board.rows ? 0 : 1
            readonly property int gap: board.tight ? 10 : 16
            readonly property int half: Math.floor((board.width - 26 - gap) / 2)

            Accessible.name: facts.name + " " + facts.tweets
            Accessible.role: Accessible.ListItem
            height: board.rowHeight
            objectName: "leader_" + index
            visible: facts.present
            width: half
            x: 13 + column * (half + gap)
            y: board.padTop + (index - column * board.rows) * board.rowHeight

            Words {
                color: row.facts.rank === 0 ? Theme.text1 : Theme.text3
                height: parent.height
                px: 12
                text: row.facts.rank + 1
                weight: row.facts.rank === 0 ? Font.DemiBold : Font.Normal
                width: 16
            }
            Avatar {
                anchors.verticalCenter: parent.verticalCenter
                initial: row.facts.initial
                picture: row.facts.picture
                tint: row.facts.tint
                width: 24
                x: board.tight ? 16 : 22
            }
            Words {
                height: parent.height
                px: 12
                text: row.facts.name
                weight: Font.Medium
                width: tweets.x - x - 6
                x: board.tight ? 46 : 54
            }
            Words {
                id: tweets

                height: parent.height
                horizontalAlignment: Theme.end
                px: 12
                text: row.facts.tweets
                weight: Font.DemiBold
                x: row.width - implicitWidth
            }
        }
    }
    Words {
        anchors.centerIn: parent
        color: Theme.text3
        text: qsTr("nobody yet")
        visible: !board.view.anyUsers
    }
}
