import QtQuick
import Mwk
import MwkViews

// Beside the mixer: votes, the stage, the leaderboard where there is room, and messages in the
// remaining space.
Item {
    id: side

    required property ConsoleView view
    required property CrowdView crowd
    required property FeedModel feed
    required property QueueModel queue
    required property WindowsView windows
    property bool pageOpen: false
    readonly property bool tight: Metrics.narrow

    signal crowdAsked

    function focusMessages() {
        messages.focusList();
    }

    VotesPanel {
        id: votes

        capText: side.crowd.capText
        dimHeight: 22
        height: wantedHeight
        places: side.view.topPlaces
        rowHeight: Metrics.voteHeight
        tight: side.tight
        view: side.view
        width: parent.width
    }
    StagePanel {
        id: stage

        anchors.top: votes.bottom
        anchors.topMargin: Metrics.panelGap
        height: Metrics.stageHeight
        stageLost: side.windows.stageLost
        stageOpen: side.windows.stageOpen
        stageName: side.windows.stageName
        view: side.view
        width: parent.width

        onStageAsked: side.view.toggleStageWindow()
    }
    LeadersPanel {
        id: leaders

        anchors.top: stage.bottom
        anchors.topMargin: Metrics.panelGap
        height: wantedHeight
        rowHeight: 28
        rows: 3
        tight: false
        view: side.view
        // With little room the queue comes first.
        visible: Metrics.boardShown && !side.queue.approving
        width: parent.width
    }
    FeedPanel {
        id: messages

        anchors.bottom: parent.bottom
        anchors.top: leaders.visible ? leaders.bottom : stage.bottom
        anchors.topMargin: Metrics.panelGap
        crowd: side.crowd
        feed: side.feed
        pageOpen: side.pageOpen
        queue: side.queue
        rowHeight: side.tight ? 46 : 50
        view: side.view
        visible: height > headHeight + rowHeight
        width: parent.width

        onCrowdAsked: side.crowdAsked()
    }
}
