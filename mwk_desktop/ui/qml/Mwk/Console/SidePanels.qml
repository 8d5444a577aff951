import QtQuick
import MwkViews

// Beside the mixer: votes, leaderboard, and messages in the remaining space.
Item {
    id: side

    required property ConsoleView view
    required property CrowdView crowd
    required property FeedModel feed
    required property int leaderRows
    required property bool tight

    signal crowdAsked

    VotesPanel {
        id: votes

        capText: side.crowd.capText
        dimHeight: 22
        height: wantedHeight
        places: side.view.topPlaces
        rowHeight: side.tight ? 24 : 26
        tight: side.tight
        view: side.view
        width: parent.width
    }
    LeadersPanel {
        id: leaders

        anchors.top: votes.bottom
        anchors.topMargin: 8
        height: wantedHeight
        rowHeight: side.tight ? 28 : 32
        rows: side.leaderRows
        tight: side.tight
        view: side.view
        width: parent.width
    }
    FeedPanel {
        anchors.bottom: parent.bottom
        anchors.top: leaders.bottom
        anchors.topMargin: 8
        crowd: side.crowd
        feed: side.feed
        rowHeight: side.tight ? 46 : 50
        view: side.view
        visible: height > headHeight + rowHeight
        width: parent.width

        onCrowdAsked: side.crowdAsked()
    }
}
