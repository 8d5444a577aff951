pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Mwk
import MwkViews

// What the audience sees. Everything scales with the height; 1 u is a pixel at 1080.
Window {
    id: window

    required property ConsoleView view
    required property StageView stage
    required property StageMessages messages
    required property WindowsView windows

    // A screen that is not 16:9 keeps the picture whole.
    readonly property real u: Math.min(height / 1080, width / 1920)

    color: Theme.bg0
    minimumHeight: 360
    minimumWidth: 640
    title: qsTr("Music with Kafka: stage")
    visible: false

    onActiveChanged: view.releaseKeys()
    // A locked console keeps its stage.
    onClosing: close => {
        close.accepted = !view.locked;
        if (close.accepted)
            windows.stageClosed();
    }

    Item {
        anchors.fill: parent
        focus: true
        objectName: "root"

        Keys.onPressed: event => event.accepted = window.view.stageKey(event.key, event.nativeScanCode, event.modifiers, event.isAutoRepeat)
        Keys.onReleased: event => event.accepted = window.view.keyReleased(event.key, event.nativeScanCode, event.modifiers, event.isAutoRepeat)

        Item {
            id: chart

            anchors.fill: parent
            objectName: "chart"
            visible: !winner.visible

            BeatCells {
                beat: window.stage.beat
                beats: window.stage.beatsPerBar
                height: 12 * window.u
                u: window.u
                width: parent.width - 128 * window.u
                x: 64 * window.u
                y: 28 * window.u
            }
            StageVotes {
                id: votes

                height: 520 * window.u
                objectName: "stageVotes"
                stage: window.stage
                u: window.u
                width: 1152 * window.u + (parent.width - 1920 * window.u)
                x: 64 * window.u
                y: 60 * window.u
            }
            StageMessageList {
                height: foot.y - y - 14 * window.u
                messages: window.messages
                objectName: "stageMessages"
                u: window.u
                width: votes.width
                x: votes.x
                y: 624 * window.u
            }
            Item {
                id: side

                height: foot.y
                width: 568 * window.u
                x: parent.width - 64 * window.u - width

                StageTiles {
                    label: qsTr("Playing now")
                    names: window.stage.playing
                    objectName: "playing"
                    stage: window.stage
                    u: window.u
                    width: parent.width
                    y: 68 * window.u
                }
                StageTiles {
                    coming: true
                    label: qsTr("Next")
                    names: window.stage.coming
                    note: window.stage.comingText
                    objectName: "coming"
                    stage: window.stage
                    u: window.u
                    width: parent.width
                    y: 272 * window.u
                }
                StageLeaders {
                    objectName: "stageLeaders"
                    stage: window.stage
                    u: window.u
                    width: parent.width
                    y: 472 * window.u
                }
            }
            HowToVote {
                id: foot

                height: 192 * window.u
                objectName: "howToVote"
                stage: window.stage
                u: window.u
                width: parent.width
                y: parent.height - height
            }
        }
        WinnerMoment {
            id: winner

            anchors.fill: parent
            objectName: "winner"
            stage: window.stage
            u: window.u
        }
    }
}
