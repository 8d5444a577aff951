pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The people beside the race: who left the band, the leaderboard, messages; by the bar.
Item {
    id: people

    required property StageView stage
    required property StageMetrics m

    readonly property string page: stage.silenced ? "silent" : !stage.anyVotes && stage.peoplePage !== "messages" && !stage.anyUsers ? "empty" : stage.peoplePage
    readonly property real cardHeight: m.px(m.narrow ? 170 : 177)
    readonly property real pitch: m.px(m.narrow ? 178 : 187)

    objectName: "peoplePage"

    Repeater {
        model: people.page === "messages" ? people.stage.cards.length : 0

        MessageCard {
            required property int index

            facts: people.stage.cards[index]
            height: people.cardHeight
            m: people.m
            width: people.width
            y: index * people.pitch
        }
    }
    Loader {
        active: people.page === "leaders"
        width: parent.width

        sourceComponent: StageLeaders {
            m: people.m
            stage: people.stage
            width: people.width
        }
    }
    Loader {
        active: people.page === "silent"

        sourceComponent: Column {
            objectName: "silent"

            Words {
                font.family: Theme.display
                height: people.m.px(130)
                px: people.m.px(116)
                text: qsTr("Shh.")
                weight: Font.Bold
            }
            Repeater {
                model: [qsTr("Back in a moment."), qsTr("Your votes count.")]

                Words {
                    required property string modelData

                    color: Theme.text2
                    height: people.m.px(58)
                    px: people.m.least
                    text: modelData
                    weight: Font.Medium
                    width: people.width
                }
            }
        }
    }
    Loader {
        active: people.page === "empty"

        sourceComponent: Column {
            objectName: "noVote"

            Words {
                height: people.m.px(58)
                px: people.m.least
                text: qsTr("No vote yet:")
                weight: Font.Bold
                width: people.width
            }
            Words {
                color: Theme.text2
                height: people.m.px(58)
                px: people.m.least
                text: qsTr("this scene stays.")
                weight: Font.Medium
                width: people.width
            }
        }
    }
}
