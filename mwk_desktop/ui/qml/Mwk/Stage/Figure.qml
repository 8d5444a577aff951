import QtQuick
import Mwk

// What the figures of the band share: the level now and behind it, the place in the loop, the
// instrument's colour in four strengths.
Item {
    id: figure

    required property string instrument
    required property real f
    required property real s
    required property real beat
    required property real u
    // At rest everything keeps this much of its colour.
    property real strength: 1
    readonly property int step: Math.floor(beat)
    readonly property real phase: beat - step
    readonly property color full: Curves.shade(Theme.bg1, Theme.hue(instrument), strength)
    readonly property color mid: Curves.shade(Theme.bg1, Theme.hue(instrument), 0.58 * strength)
    readonly property color faint: Curves.shade(Theme.bg1, Theme.hue(instrument), 0.38 * strength)

    function tone(share: real): color {
        return Curves.shade(Theme.bg1, Theme.hue(figure.instrument), share * figure.strength);
    }
}
