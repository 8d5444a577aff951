pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Below the floor the room votes: the race, or the reveal of the last one; the clock and people.
Item {
    id: voting

    required property StageView stage
    required property StageMetrics m
    required property Band band
    required property StageLevels levels

    readonly property real b: levels.reveal
    // With reduced motion: three cuts, with the lock, with the landing and at the end.
    readonly property bool cuts: Theme.reducedMotion
    readonly property bool reveals: b >= 0 && (stage.resultShort ? b < 1 : cuts || b < 7.45)
    readonly property bool raceShown: b < 0 || (stage.resultShort ? b >= 1 : !cuts && b >= 7.4)
    // The new race rises as the board leaves.
    readonly property int rises: b >= 7.4 && !cuts ? m.px(90 * (1 - Curves.outCubic((b - 7.4) / 0.6))) : 0

    objectName: "voting"

    Race {
        id: race

        height: voting.height - y
        levels: voting.levels
        m: voting.m
        objectName: "race"
        stage: voting.stage
        visible: voting.raceShown
        width: voting.m.raceWidth
        x: voting.m.margin
        y: voting.m.raceY + voting.rises
    }
    Loader {
        active: voting.reveals

        sourceComponent: RevealBoard {
            b: voting.b
            barLeft: race.barLeft
            height: voting.height - y
            m: voting.m
            stage: voting.stage
            width: voting.m.raceWidth
            x: voting.m.margin
            y: voting.m.raceY
        }
    }
    Item {
        id: side

        height: voting.height
        width: voting.m.sideWidth
        x: voting.m.sideX

        StageClock {
            m: voting.m
            quiet: voting.b >= 1 && voting.reveals
            stage: voting.stage
            visible: !voting.stage.tense && !mark.active
            width: parent.width
            y: voting.m.px(346)
        }
        Loader {
            id: mark

            // The clock is back half a beat after the landing; with reduced motion on its cut.
            active: voting.b >= 0 && voting.b < (voting.cuts ? 1 : 1.5)

            sourceComponent: LockedMark {
                b: voting.b
                height: voting.m.px(420)
                m: voting.m
                width: side.width
                y: voting.m.px(346)
            }
        }
        Loader {
            active: voting.stage.tense && !mark.active

            sourceComponent: LastSeconds {
                height: voting.m.px(510)
                levels: voting.levels
                m: voting.m
                stage: voting.stage
                width: side.width
                y: voting.m.px(346)
            }
        }
        Loader {
            id: people

            active: !voting.stage.tense && !mark.active && !voting.reveals
            y: voting.m.px(voting.m.narrow ? 478 : 500)

            sourceComponent: PeoplePage {
                height: voting.m.px(364)
                m: voting.m
                stage: voting.stage
                width: side.width
            }
        }
        Loader {
            active: voting.reveals && voting.b >= (voting.cuts ? 1 : 1.5) && voting.stage.leaving.length > 0
            y: voting.m.px(500)

            sourceComponent: LeavingList {
                m: voting.m
                opacity: voting.cuts ? 1 : Curves.clamp((voting.b - 1.5) / 0.5)
                stage: voting.stage
                width: side.width
            }
        }
        HowToVote {
            height: voting.height - y
            m: voting.m
            stage: voting.stage
            width: parent.width
            y: voting.m.px(voting.m.narrow ? 850 : 870)
        }
    }
    RevealFlight {
        anchors.fill: parent
        b: voting.b
        band: voting.band
        m: voting.m
        stage: voting.stage
        visible: voting.b >= 0.5 && voting.b < 3
    }
    FlyingFace {
        anchors.fill: parent
        fromX: side.x
        fromY: people.y
        m: voting.m
        pitch: voting.m.px(voting.m.narrow ? 178 : 187)
        race: race
        stage: voting.stage
        visible: people.active
    }
}
