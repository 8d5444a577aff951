pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The top as bars that overtake each other; the countdown above.
Item {
    id: votes

    required property StageView stage
    required property real u

    // Wide enough for all names, which may be longer in other languages.
    readonly property real barLeft: Math.max(346 * u, 84 * u + stage.words.reduce((most, one) => Math.max(most, metrics.advanceWidth(one.word.charAt(0).toUpperCase() + one.word.slice(1))), 0))
    readonly property int places: Math.max(1, stage.topPlaces)
    // Five rows fill the space; fewer keep their size, more move closer together.
    readonly property real pitch: 410 * u / Math.max(5, places)
    // The longest bar leaves room for its count and for the arrow of a row that has overtaken.
    readonly property real countRoom: stage.votes.reduce((most, one) => Math.max(most, digits.advanceWidth(one.votesText)), digits.advanceWidth("00"))
    readonly property real barRoom: width - barLeft - (22 + 24) * u - countRoom - arrow.advanceWidth("\u25B2") - 2

    FontMetrics {
        id: digits

        font.family: Theme.display
        font.features: Theme.tabular
        font.pixelSize: Math.round(56 * votes.u)
        font.weight: Font.Bold
    }
    FontMetrics {
        id: arrow

        font.family: Theme.family
        font.pixelSize: Math.round(30 * votes.u)
    }
    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Math.round(44 * votes.u)
        font.weight: Font.DemiBold
    }
    Words {
        font.family: Theme.display
        font.letterSpacing: -0.6 * votes.u
        height: 84 * votes.u
        px: Math.round(52 * votes.u)
        text: votes.stage.topTitle
        weight: Font.Bold
        width: lockTitle.x - 20 * votes.u
    }
    Words {
        id: lockTitle

        anchors.right: lock.left
        anchors.rightMargin: 22 * votes.u
        color: Theme.text2
        height: 84 * votes.u
        px: Math.round(44 * votes.u)
        text: votes.stage.lockTitle
        weight: Font.Medium
    }
    Words {
        id: lock

        anchors.right: parent.right
        font.family: Theme.display
        font.letterSpacing: -1.5 * votes.u
        height: 84 * votes.u
        horizontalAlignment: Text.AlignRight
        objectName: "stageCountdown"
        px: Math.round(84 * votes.u)
        text: votes.stage.lockText
        weight: Font.Bold
    }
    Rectangle {
        color: Theme.bg3
        height: 8 * votes.u
        radius: 4 * votes.u
        width: parent.width
        y: 92 * votes.u

        Rectangle {
            color: Theme.text2
            height: parent.height
            radius: parent.radius
            width: parent.width * votes.stage.windowShare
        }
    }
    Item {
        clip: true
        height: votes.places * votes.pitch - 14 * votes.u
        width: parent.width
        y: 127 * votes.u

        Repeater {
            model: votes.stage.votes

            Item {
                id: row

                required property VoteView modelData
                readonly property VoteView facts: modelData

                height: Math.min(68 * votes.u, votes.pitch - 2)
                objectName: "stageVote_" + facts.instrument
                visible: y < votes.places * votes.pitch
                width: votes.width
                y: facts.rank * votes.pitch
                z: 8 - facts.rank

                Behavior on y {
                    enabled: !Theme.reducedMotion

                    NumberAnimation {
                        duration: 350
                        easing.type: Easing.InOutCubic
                    }
                }

                Rectangle {
                    color: Theme.bg0
                    height: parent.height
                    width: parent.width
                }
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.hue(row.facts.instrument)
                    icon: row.facts.instrument
                    size: Math.round(52 * votes.u)
                }
                Words {
                    height: parent.height
                    px: Math.round(44 * votes.u)
                    text: row.facts.name
                    weight: Font.DemiBold
                    width: votes.barLeft - x - 10 * votes.u
                    x: 70 * votes.u
                }
                Rectangle {
                    color: Theme.line2
                    height: parent.height
                    width: Math.max(1, 2 * votes.u)
                    x: votes.barLeft - width
                }
                Rectangle {
                    id: bar

                    bottomRightRadius: 6 * votes.u
                    color: Theme.hue(row.facts.instrument)
                    height: parent.height - 8 * votes.u
                    topRightRadius: 6 * votes.u
                    width: row.facts.votes > 0 ? Math.max(6 * votes.u, votes.barRoom * row.facts.share) : 0
                    x: votes.barLeft
                    y: 4 * votes.u

                    Behavior on width {
                        enabled: !Theme.reducedMotion

                        NumberAnimation {
                            duration: 200
                            easing.type: Easing.OutCubic
                        }
                    }
                }
                Words {
                    id: count

                    font.family: Theme.display
                    height: parent.height
                    objectName: "stageCount"
                    px: Math.round(56 * votes.u)
                    text: row.facts.votesText
                    weight: Font.Bold
                    x: bar.x + bar.width + 22 * votes.u
                }
                Words {
                    Accessible.ignored: true
                    color: Theme.text2
                    height: parent.height
                    objectName: "moved"
                    px: Math.round(30 * votes.u)
                    text: row.facts.moved > 0 ? "\u25B2" : "\u25BC"
                    visible: row.facts.moved !== 0
                    x: count.x + count.implicitWidth + 24 * votes.u
                }
            }
        }
    }
}
