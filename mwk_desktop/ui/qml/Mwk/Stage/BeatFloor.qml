pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// One tick a beat of the window: beat, progress, fuse and history in one line. The wave runs over
// the ticks beside the playhead only.
Item {
    id: floor

    required property StageView stage
    required property StageMetrics m
    required property StageLevels levels

    readonly property int count: stage.ticks
    readonly property real at: levels.tick
    readonly property int now: Math.min(count - 1, Math.floor(at))
    readonly property bool moves: stage.running && !Theme.reducedMotion
    readonly property bool calm: stage.resting
    // On the beat: above 170 BPM on every second one.
    readonly property real beat: levels.loopBeat / levels.beatStep
    readonly property real pulse: moves ? Math.exp(-3 * (beat - Math.floor(beat))) : 0
    readonly property real pitch: (width - m.px(8)) / Math.max(1, count - 1)
    readonly property bool fuse: stage.tense
    readonly property real middle: (count - 1) / 2

    function ground(tick: int): real {
        if (tick === floor.count - 1 && floor.stage.lockTick || floor.fuse && tick > floor.now)
            return 26;
        return tick % floor.levels.beatsPerBar === 0 ? 18 : 10;
    }
    function hue(tick: int): color {
        if (floor.calm)
            return Theme.line2;
        if (tick < floor.now)
            return floor.stage.trail[tick] ? Theme.hue(floor.stage.trail[tick]) : Theme.line3;
        return tick === floor.count - 1 && floor.stage.lockTick || floor.fuse ? Theme.warn : Theme.line2;
    }

    Repeater {
        model: floor.count

        Rectangle {
            required property int index
            // While it is calm the whole floor breathes from the middle.
            readonly property real breath: floor.calm ? 8 * floor.pulse * Math.exp(-Math.pow((index - floor.middle) / 9, 2)) : 0

            antialiasing: false
            color: floor.hue(index)
            height: floor.m.px(floor.ground(index) + breath)
            objectName: "tick"
            radius: floor.m.px(3)
            width: floor.m.px(8)
            x: Math.round(index * floor.pitch)
            y: floor.height - height
        }
    }
    Repeater {
        model: floor.calm ? 0 : floor.moves && floor.stage.economy < 3 ? 17 : 1

        Rectangle {
            id: crest

            required property int index
            readonly property int off: floor.moves && floor.stage.economy < 3 ? index - 8 : 0
            readonly property int tick: floor.now + off
            readonly property real swell: 20 * Math.exp(-off * off / 18)
            readonly property real ground: floor.ground(tick)

            color: off === 0 ? Theme.text1 : floor.hue(tick)
            height: off === 0 ? floor.m.px(26 + 18 * floor.pulse) : floor.m.px(ground + swell * floor.pulse)
            objectName: off === 0 ? "playhead" : "crest"
            radius: floor.m.px(3)
            visible: tick >= 0 && tick < floor.count
            width: floor.m.px(8)
            x: Math.round(tick * floor.pitch)
            y: floor.height - height
        }
    }
    Icon {
        color: Theme.warn
        icon: floor.levels.reveal >= 0 && floor.levels.reveal < 1 ? "ui/lock" : "ui/unlock"
        size: floor.m.px(32)
        visible: floor.stage.lockTick
        x: floor.width + floor.m.px(10)
        y: floor.height - height - floor.m.px(2)
    }
}
