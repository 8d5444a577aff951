pragma ComponentBehavior: Bound

import QtQuick
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
    readonly property int iconLeft: tight ? 30 : 36
    readonly property int nameLeft: tight ? 53 : 63
    readonly property int barLeft: tight ? 133 : 145
    readonly property int barRight: width - (tight ? 54 : 67)
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

        Item {
            id: row

            required property VoteView modelData
            readonly property VoteView facts: modelData
            readonly property bool strong: facts.inTop
            readonly property color hue: Theme.hue(facts.instrument)

            Accessible.name: facts.name + " " + facts.votesText
            Accessible.role: Accessible.ListItem
            height: strong ? panel.rowHeight : panel.dimHeight
            objectName: "vote_" + facts.instrument
            width: panel.width
            y: panel.rowY(facts.rank)
            z: 8 - facts.rank

            Behavior on y {
                enabled: !Theme.reducedMotion

                NumberAnimation {
                    duration: 350
                    easing.type: Easing.InOutCubic
                }
            }

            // While two rows pass each other, the better one covers the other.
            Rectangle {
                color: Theme.bg1
                height: parent.height - 2
                width: parent.width - 2
                x: 1
                y: 1
            }
            Words {
                color: row.strong ? Theme.text1 : Theme.text3
                height: parent.height
                horizontalAlignment: Text.AlignRight
                px: row.strong ? 13 : 12
                text: row.facts.rank + 1
                weight: row.strong ? Font.DemiBold : Font.Normal
                width: 14
                x: panel.tight ? 8 : 12
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: row.strong ? row.hue : Theme.text3
                icon: row.facts.instrument
                size: 18
                x: panel.iconLeft
            }
            Words {
                color: row.strong ? Theme.text1 : Theme.text3
                height: parent.height
                px: row.strong ? 13 : 12
                text: row.facts.name
                weight: row.strong ? Font.DemiBold : Font.Normal
                width: panel.barLeft - x - 6
                x: panel.nameLeft
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.bg0
                height: row.strong ? 14 : 8
                radius: 2
                width: panel.barRight - panel.barLeft
                x: panel.barLeft

                Rectangle {
                    border.color: row.hue
                    border.width: row.strong ? 0 : 1
                    color: row.strong ? row.hue : Theme.none
                    height: parent.height
                    radius: 2
                    visible: row.facts.votes > 0
                    width: Math.max(4, parent.width * row.facts.share)

                    Behavior on width {
                        enabled: !Theme.reducedMotion

                        NumberAnimation {
                            duration: 200
                            easing.type: Easing.OutCubic
                        }
                    }
                }
            }
            Words {
                color: row.strong ? Theme.text1 : Theme.text2
                height: parent.height
                horizontalAlignment: Text.AlignRight
                px: row.strong ? 13 : 12
                text: row.facts.votesText
                weight: row.strong ? Font.DemiBold : Font.Normal
                width: 40
                x: panel.width - (panel.tight ? 26 : 34) - width
            }
            Words {
                Accessible.ignored: true
                color: Theme.text2
                height: parent.height
                horizontalAlignment: Text.AlignHCenter
                px: 9
                text: row.facts.moved > 0 ? "\u25B2" : "\u25BC"
                visible: row.facts.moved !== 0
                width: 16
                x: panel.width - (panel.tight ? 23 : 27)
            }
        }
    }
    Item {
        height: panel.lineHeight
        width: panel.width
        y: panel.padTop + panel.places * panel.rowHeight

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.line2
            height: 1
            width: (panel.width - below.implicitWidth) / 2 - 21
            x: 13
        }
        Words {
            id: below

            anchors.centerIn: parent
            color: Theme.text3
            px: 11
            text: panel.view.anyVotes ? qsTr("below the line") : qsTr("no vote yet: the scene stays")
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.line2
            height: 1
            width: (panel.width - below.implicitWidth) / 2 - 21
            x: panel.width - 13 - width
        }
    }
}
