pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The chart: the top, then what is below the line.
Panel {
    id: panel

    required property ConsoleView view
    required property int rowHeight
    required property int dimHeight
    required property int places
    property string capText: ""
    readonly property int lineHeight: 20
    required property bool tight
    // Below the line: rows of their own, or one line for all of them.
    readonly property bool rowsBelow: Metrics.tall
    readonly property int padTop: tight ? 1 : 6
    readonly property int belowHeight: rowsBelow ? lineHeight + (8 - places) * dimHeight + 5 : places < 8 ? Metrics.restHeight : 5
    readonly property int wantedHeight: headHeight + 1 + padTop + places * rowHeight + belowHeight

    function rowY(rank: int): int {
        return rank < places ? padTop + rank * rowHeight : padTop + places * rowHeight + lineHeight + (rank - places) * dimHeight;
    }

    brief: view.ended || view.nextNow ? note : view.staleText !== "" ? view.staleBrief : capText
    figure: view.staleText === "" && !view.nextNow && !view.ended ? view.votesText : ""
    note: view.ended ? qsTr("the recording is over") : view.nextNow ? qsTr("locked at %1").arg(view.lockText) : view.staleText !== "" ? view.staleText : capText === "" ? qsTr("in this window") : qsTr("in this window \u00B7 %1").arg(capText)
    noteInk: view.staleText === "" && (!view.nextNow || view.ended) ? Theme.text3 : Theme.warn
    objectName: "votes"
    title: qsTr("Votes")

    Repeater {
        model: panel.view.votes

        VoteRow {
            required property VoteView modelData

            facts: modelData
            height: strong ? panel.rowHeight : panel.dimHeight
            tight: panel.tight
            visible: panel.rowsBelow || strong
            width: panel.width
            y: panel.rowY(facts.rank)

            // Rows that slide past each other cannot be read: each is in its new place at once.
            onYChanged: {
                if (!Theme.reducedMotion)
                    comes.restart();
            }

            OpacityAnimator on opacity {
                id: comes

                duration: 200
                from: 0.35
                running: false
                to: 1
            }
        }
    }
    Rectangle {
        color: Theme.line2
        height: 1
        visible: !panel.rowsBelow && panel.places < 8
        width: panel.width - 22
        x: 11
        y: panel.padTop + panel.places * panel.rowHeight
    }
    VotesRest {
        height: Metrics.restHeight - 1
        places: panel.places
        view: panel.view
        visible: !panel.rowsBelow && panel.view.anyVotes
        width: panel.width
        y: panel.padTop + panel.places * panel.rowHeight + 1
    }
    Words {
        color: Theme.text3
        height: Metrics.restHeight - 1
        horizontalAlignment: Text.AlignHCenter
        px: 11
        text: qsTr("no vote yet: the scene stays")
        visible: !panel.rowsBelow && !panel.view.anyVotes
        width: panel.width
        y: panel.padTop + panel.places * panel.rowHeight + 1
    }
    RowLayout {
        height: panel.lineHeight
        spacing: 8
        visible: panel.rowsBelow
        width: panel.width
        y: panel.padTop + panel.places * panel.rowHeight

        Rectangle {
            Layout.fillWidth: true
            Layout.leftMargin: 13
            color: Theme.line2
            implicitHeight: 1
        }
        Words {
            color: Theme.text3
            px: 11
            text: panel.view.anyVotes ? qsTr("below the line") : qsTr("no vote yet: the scene stays")
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.rightMargin: 13
            color: Theme.line2
            implicitHeight: 1
        }
    }
}
