pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The end: thanks, the night in four figures, the winner, and how often each instrument played.
Item {
    id: end

    required property StageView stage
    required property StageMetrics m
    // Beats since it began: the columns grow in four, one block a step.
    required property real beats

    readonly property int blocks: 11
    readonly property real grown: Theme.reducedMotion ? 1 : Curves.clamp(beats / 4)
    readonly property var names: [qsTr("tweets"), qsTr("votes"), qsTr("people"), qsTr("scenes")]

    objectName: "theEnd"

    Words {
        font.family: Theme.display
        font.letterSpacing: -5 * end.m.u
        height: end.m.px(210)
        px: end.m.px(end.m.narrow ? 150 : 176)
        text: qsTr("Thank you")
        weight: Font.Bold
        x: end.m.margin
        y: end.m.px(30)
    }
    Words {
        color: Theme.text2
        height: end.m.px(64)
        px: end.m.least
        text: end.m.narrow ? qsTr("You played the music tonight.") : qsTr("You played every note of the music tonight.")
        weight: Font.Medium
        width: Math.min(implicitWidth, (end.m.narrow ? end.m.sideX : end.width * 0.6) - x - end.m.px(16))
        x: end.m.margin
        y: end.m.px(246)
    }
    Item {
        height: end.m.px(260)
        visible: end.stage.anyUsers
        width: end.m.sideWidth
        x: end.m.sideX
        y: end.m.px(62)

        Words {
            color: Theme.text2
            height: end.m.px(58)
            px: end.m.least
            text: qsTr("Winner")
            weight: Font.Medium
        }
        Avatar {
            initial: end.stage.leader.initial ?? ""
            picture: end.stage.leader.picture ?? ""
            tint: end.stage.leader.tint ?? 0
            width: end.m.px(120)
            y: end.m.px(66)
        }
        Words {
            fontSizeMode: Text.HorizontalFit
            height: end.m.px(76)
            minimumPixelSize: end.m.least
            objectName: "endWinner"
            px: end.m.px(64)
            text: end.stage.leader.name ?? ""
            weight: Font.Bold
            width: parent.width - x
            x: end.m.px(144)
            y: end.m.px(66)
        }
        Words {
            color: Theme.text2
            height: end.m.px(56)
            px: end.m.least
            text: (end.stage.leader.tweets ?? "") + " " + qsTr("tweets")
            weight: Font.Medium
            width: Math.min(implicitWidth, parent.width - x)
            x: end.m.px(144)
            y: end.m.px(136)
        }
    }
    Repeater {
        model: 4

        Item {
            id: figure

            required property int index

            height: end.m.px(190)
            width: end.m.room / 4
            x: end.m.margin + index * width
            y: end.m.px(330)

            Words {
                font.family: Theme.display
                font.letterSpacing: -3 * end.m.u
                height: end.m.px(130)
                objectName: "total"
                px: end.m.px(end.m.narrow ? 92 : 116)
                text: end.stage.totals[figure.index] ?? ""
                weight: Font.Bold
                width: Math.min(implicitWidth, parent.width - end.m.px(12))
            }
            Words {
                color: Theme.text2
                height: end.m.px(56)
                px: end.m.least
                text: end.names[figure.index]
                weight: Font.Medium
                y: end.m.px(124)
            }
        }
    }
    Rectangle {
        color: Theme.line2
        height: Math.max(1, end.m.px(2))
        width: end.m.room
        x: end.m.margin
        y: end.m.px(540)
    }
    Words {
        color: Theme.text2
        height: end.m.px(60)
        px: end.m.least
        text: qsTr("Scenes played")
        weight: Font.Medium
        x: end.m.margin
        y: end.m.px(554)
    }
    Repeater {
        model: end.stage.scenesPlayed.length

        Item {
            id: column

            required property int index
            readonly property var facts: end.stage.scenesPlayed[index]
            readonly property int full: Math.round(end.blocks * facts.share)
            readonly property int shown: Math.min(full, Math.ceil(end.blocks * end.grown * 1.0001 - 0.001))

            width: Math.floor((end.m.room - 7 * end.m.px(24)) / 8)
            x: end.m.margin + index * (width + end.m.px(24))

            Repeater {
                model: column.shown

                Rectangle {
                    required property int index

                    color: index === column.full - 1 ? Theme.hue(column.facts.instrument) : Curves.shade(Theme.bg0, Theme.hue(column.facts.instrument), 0.5)
                    height: end.m.px(18)
                    radius: end.m.px(3)
                    width: column.width
                    y: end.m.px(922 - index * 24)
                }
            }
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: end.m.px(10)
                y: end.m.px(962)

                Icon {
                    color: Theme.hue(column.facts.instrument)
                    icon: column.facts.instrument
                    size: end.m.px(50)
                }
                Words {
                    height: end.m.px(52)
                    px: end.m.px(48)
                    text: column.facts.scenes
                    weight: Font.DemiBold
                }
            }
        }
    }
}
