pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The chart: the top, then what is below the line. Rows slide when they overtake.
Panel {
    id: panel

    required property ConsoleView view
    required property int rowHeight
    required property int dimHeight
    required property int places
    property string capText: ""
    readonly property int lineHeight: 20
    required property bool tight
    readonly property int padTop: tight ? 2 : 6
    readonly property int wantedHeight: headHeight + padTop + places * rowHeight + lineHeight + (8 - places) * dimHeight + 5

    function rowY(rank: int): int {
        return rank < places ? padTop + rank * rowHeight : padTop + places * rowHeight + lineHeight + (rank - places) * dimHeight;
    }

    figure: view.staleText === "" ? view.votesText : ""
    note: view.staleText !== "" ? view.staleText : capText === "" ? qsTr("in this window") : qsTr("in this window \u00B7 %1").arg(capText)
    noteInk: view.staleText === "" ? Theme.text3 : Theme.warn
    objectName: "votes"
    title: qsTr("Votes")

    Repeater {
        model: panel.view.votes

        VoteRow {
            required property VoteView modelData

            facts: modelData
            height: strong ? panel.rowHeight : panel.dimHeight
            tight: panel.tight
            width: panel.width
            y: panel.rowY(facts.rank)

            Behavior on y {
                enabled: !Theme.reducedMotion

                NumberAnimation {
                    duration: 350
                    easing.type: Easing.InOutCubic
                }
            }
        }
    }
    RowLayout {
        height: panel.lineHeight
        spacing: 8
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
