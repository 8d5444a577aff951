pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Mwk
import MwkViews

// What the audience sees: above the floor the band plays, below it the room votes. What is not shown
// is unloaded: bindings of invisible items would still run.
Window {
    id: window

    required property ConsoleView view
    required property StageView stage
    required property WindowsView windows

    readonly property string moment: stage.moment
    readonly property bool dark: moment === "black"
    readonly property bool music: moment === "votes" || moment === "join" || moment === "sql" || moment === "messages"
    readonly property bool small: moment === "join" || moment === "sql"
    readonly property real calm: moment === "votes" ? levels.calm : 0
    readonly property alias measures: measures
    readonly property alias levels: levels

    contentItem.transform: Scale {
        origin.x: window.width / 2
        xScale: Theme.mirrored ? -1 : 1
    }
    color: dark ? Theme.black : Theme.bg0
    minimumHeight: 360
    minimumWidth: 480
    title: qsTr("Music with Kafka: stage")
    visible: false

    onActiveChanged: view.releaseKeys()
    // A locked console keeps its stage.
    onClosing: close => {
        close.accepted = !view.locked;
        if (close.accepted)
            windows.stageClosed();
    }

    StageLevels {
        id: levels

        stage: window.stage
    }
    StageMetrics {
        id: measures

        height: window.height
        width: window.width
    }
    FrameAnimation {
        running: window.visible && !window.dark

        onTriggered: window.stage.frame()
    }
    // The pointer leaves the projector when it rests.
    MouseArea {
        id: pointer

        property bool rests: true

        acceptedButtons: Qt.NoButton
        anchors.fill: parent
        cursorShape: rests || window.dark ? Qt.BlankCursor : Qt.ArrowCursor
        hoverEnabled: true
        objectName: "pointer"
        z: 1

        onPositionChanged: {
            rests = false;
            hides.restart();
        }

        Timer {
            id: hides

            interval: 2000

            onTriggered: pointer.rests = true
        }
    }
    Item {
        anchors.fill: parent
        focus: true
        objectName: "root"

        Keys.onPressed: event => event.accepted = window.view.stageKey(event.key, event.nativeScanCode, event.modifiers, event.isAutoRepeat)
        Keys.onReleased: event => event.accepted = window.view.keyReleased(event.key, event.nativeScanCode, event.modifiers, event.isAutoRepeat)

        Loader {
            active: window.music
            anchors.fill: parent

            sourceComponent: Item {
                id: show

                Band {
                    id: band

                    height: window.small ? measures.px(110) : Math.round(Curves.mix(252, 560, window.calm) * measures.u)
                    levels: window.levels
                    m: measures
                    objectName: "band"
                    stage: window.stage
                    width: measures.room
                    x: measures.margin
                    y: measures.bandY
                }
                BeatFloor {
                    height: measures.px(44)
                    levels: window.levels
                    m: measures
                    objectName: "floor"
                    stage: window.stage
                    width: measures.room
                    x: measures.margin
                    y: window.small ? measures.px(146) : Math.round(Curves.mix(292, 600, window.calm) * measures.u)
                }
                Loader {
                    active: window.moment === "votes" && !window.stage.resting
                    anchors.fill: parent

                    sourceComponent: VotingScene {
                        band: band
                        levels: window.levels
                        m: measures
                        stage: window.stage
                    }
                }
                Loader {
                    active: window.moment === "votes" && window.stage.resting
                    anchors.fill: parent

                    sourceComponent: CalmScene {
                        m: measures
                        stage: window.stage
                    }
                }
                Loader {
                    active: window.moment === "join"
                    anchors.fill: parent

                    sourceComponent: JoinScene {
                        m: measures
                        stage: window.stage
                    }
                }
                Loader {
                    active: window.moment === "sql"
                    anchors.fill: parent

                    sourceComponent: QueryScene {
                        m: measures
                        stage: window.stage
                    }
                }
                Loader {
                    active: window.moment === "messages"
                    anchors.fill: parent

                    sourceComponent: MessageWall {
                        levels: window.levels
                        m: measures
                        stage: window.stage
                    }
                }
            }
        }
        Loader {
            active: window.moment === "winner"
            anchors.fill: parent

            sourceComponent: WinnerScene {
                levels: window.levels
                m: measures
                stage: window.stage
            }
        }
        Loader {
            active: window.moment === "end"
            anchors.fill: parent

            sourceComponent: EndScene {
                beats: window.levels.winner
                m: measures
                stage: window.stage
            }
        }
        Loader {
            active: window.moment === "hashtag" || window.moment === "picture"
            anchors.fill: parent

            sourceComponent: BlackScene {
                hashtag: window.stage.hashtag
                m: measures
                picture: window.moment === "picture" ? window.stage.blackPicture : ""
            }
        }
        Loader {
            active: window.moment === "logo"
            anchors.fill: parent

            sourceComponent: LogoScene {
                level: window.levels.loudest
                line: qsTr("Be right back")
                m: measures
            }
        }
    }
}
