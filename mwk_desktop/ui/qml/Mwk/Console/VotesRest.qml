pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// What is below the line of the chart, in one line where there is no height for rows.
Item {
    id: rest

    required property ConsoleView view
    required property int places
    readonly property int count: Math.max(1, view.votes.length - places)
    readonly property bool named: count <= 3 && !Metrics.slim

    Repeater {
        model: rest.view.votes

        Row {
            id: part

            required property VoteView modelData
            readonly property int place: modelData.rank - rest.places

            Accessible.name: modelData.name + " " + modelData.votesText
            Accessible.role: Accessible.ListItem
            height: rest.height
            objectName: "rest_" + modelData.instrument
            spacing: 5
            visible: place >= 0
            x: Math.round(11 + place * (rest.width - 16) / rest.count)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text3
                icon: part.modelData.instrument
                size: 14
            }
            Words {
                color: Theme.text3
                height: parent.height
                px: 11
                text: part.modelData.name
                visible: rest.named
                width: Math.min(implicitWidth, rest.width / rest.count - votes.implicitWidth - 32)
            }
            Words {
                id: votes

                color: Theme.text2
                height: parent.height
                px: 11
                text: part.modelData.votesText
                weight: Font.DemiBold
            }
        }
    }
}
