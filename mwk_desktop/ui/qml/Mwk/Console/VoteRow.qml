import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// One instrument of the chart: rank, name, share and votes.
Item {
    id: row

    required property VoteView facts
    property bool tight: false

    readonly property bool strong: facts.inTop
    readonly property color hue: Theme.hue(facts.instrument)
    readonly property color ink: strong ? Theme.text1 : Theme.text3
    readonly property int px: strong ? 13 : 12
    readonly property int weight: strong ? Font.DemiBold : Font.Normal

    Accessible.name: facts.name + " " + facts.votesText
    Accessible.role: Accessible.ListItem
    objectName: "vote_" + facts.instrument
    z: 8 - facts.rank

    // While two rows pass each other, the better one covers the other.
    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        color: Theme.bg1
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: row.tight ? 8 : 12
        anchors.rightMargin: row.tight ? 7 : 11
        spacing: row.tight ? 5 : 9

        Words {
            Layout.preferredWidth: 14
            Layout.rightMargin: row.tight ? 3 : 1
            color: row.ink
            horizontalAlignment: Theme.end
            px: row.px
            text: row.facts.rank + 1
            weight: row.weight
        }
        Icon {
            color: row.strong ? row.hue : Theme.text3
            icon: row.facts.instrument
            size: 18
        }
        Words {
            Layout.preferredWidth: 74
            color: row.ink
            px: row.px
            text: row.facts.name
            weight: row.weight
        }
        Rectangle {
            Layout.fillWidth: true
            color: Theme.bg0
            implicitHeight: row.strong ? 14 : 8
            radius: 2

            Rectangle {
                border.color: row.hue
                border.width: row.strong ? 0 : 1
                color: row.strong ? row.hue : Theme.none
                height: parent.height
                // A short bar has smaller corners: a hollow one would look like a letter.
                radius: Math.min(2, width / 8)
                visible: row.facts.votes > 0
                width: Math.max(row.strong ? 4 : 8, parent.width * row.facts.share)

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
            Layout.preferredWidth: Metrics.slim ? 32 : 40
            color: row.strong ? Theme.text1 : Theme.text2
            horizontalAlignment: Theme.end
            px: row.px
            text: row.facts.votesText
            weight: row.weight
        }
        Words {
            Accessible.ignored: true
            Layout.leftMargin: -2
            Layout.preferredWidth: Metrics.slim ? 12 : 16
            color: Theme.text2
            horizontalAlignment: Text.AlignHCenter
            px: 9
            text: row.facts.moved > 0 ? "\u25B2" : row.facts.moved < 0 ? "\u25BC" : ""
        }
    }
}
