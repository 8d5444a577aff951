pragma ComponentBehavior: Bound

import QtQuick
import MwkViews

// What moves with the music: the one array, taken once a frame into a number each. Only what depends
// on a number that has changed is evaluated again.
QtObject {
    id: levels

    required property StageView stage

    readonly property list<PlayerLevels> players: [
        PlayerLevels {},
        PlayerLevels {},
        PlayerLevels {},
        PlayerLevels {},
        PlayerLevels {},
        PlayerLevels {},
        PlayerLevels {},
        PlayerLevels {}
    ]
    // Kept here: in Python they would be asked for in each frame.
    readonly property int beatStep: stage.beatStep
    readonly property int beatsPerBar: stage.beatsPerBar
    // The place in the loop; ticks since the landing; whole seconds to the lock.
    property real loopBeat: 0
    // The place in the loop for the figures, which move no more often than the levels.
    property real figureBeat: 0
    property real tick: 0
    property int seconds: 0
    // Beats since the lock, and since the winner's first beat; -1 where there is none.
    property real reveal: -1
    property real winner: -1
    // How calm it is while no data comes; slow of the loudest strip. Both 0 to 1.
    property real calm: 0
    property real loudest: 0

    readonly property Connections taking: Connections {
        function onLevelsMade(made: list<var>) {
            levels.loopBeat = made[25];
            levels.tick = made[26];
            levels.seconds = made[27];
            levels.reveal = made[28];
            levels.winner = made[29];
            levels.calm = made[30];
            levels.loudest = made[31];
            levels.figureBeat = made[32];
            for (let i = 0; i < 8; i++) {
                const player = levels.players[i];
                player.fast = made[i];
                player.slow = made[8 + i];
                player.hit = made[16 + i];
            }
        }

        target: levels.stage
    }
}
