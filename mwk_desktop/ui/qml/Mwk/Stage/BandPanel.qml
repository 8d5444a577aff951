pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// One player of the band. Lengths and places follow three numbers of the one array; colours do not.
Item {
    id: panel

    required property string instrument
    required property StageLevels levels
    required property string label
    required property StageMetrics m
    required property bool named
    required property bool silenced
    required property int economy
    // Beats since the lock; -1 where nothing lands.
    required property real b
    property bool fresh: false

    readonly property int place: Math.max(0, Theme.instruments.indexOf(instrument))
    readonly property bool plays: instrument !== ""
    readonly property PlayerLevels own: levels.players[place]
    readonly property real f: own.fast
    readonly property real s: own.slow
    readonly property real hit: own.hit
    // Who is silent stands still.
    readonly property real beat: f < 0.004 && s < 0.004 ? 0 : Theme.reducedMotion ? Math.floor(levels.figureBeat) : levels.figureBeat
    readonly property real u: m.u
    readonly property bool tiny: height < 160 * u
    readonly property int foot: tiny ? m.px(12) : m.px(76)
    // The tide is gone under panic: what rests keeps its shape only.
    readonly property bool tide: plays && !Theme.reducedMotion
    // How far the curtain of a landing has drained: 0 covers the panel.
    readonly property real drained: b < 1 || b > 2.05 ? 1 : fresh ? Curves.outCubic((b - 1.3) / 0.7) : 0.55 + 0.45 * Curves.outCubic((b - 1) / 0.6)

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line1
        border.width: Math.max(1, panel.m.px(3))
        color: Theme.none
        radius: panel.m.px(18)
        visible: !panel.plays
    }
    // A still gradient behind a lid that moves: Qt would build a gradient that changes again.
    Rectangle {
        height: panel.height
        visible: panel.tide
        width: parent.width

        gradient: Gradient {
            GradientStop {
                color: Curves.shade(Theme.bg1, Theme.hue(panel.instrument), 0.34)
                position: 0
            }
            GradientStop {
                color: Curves.shade(Theme.bg1, Theme.hue(panel.instrument), 0.11)
                position: 1
            }
        }
    }
    Rectangle {
        id: lid

        readonly property real least: panel.tiny ? 0.1 * panel.height : panel.m.px(30)

        color: Theme.bg1
        height: panel.tide ? Math.round(panel.height - (panel.f > 0.005 ? least + (panel.height - least - panel.m.px(18)) * panel.f : 0)) : panel.height
        objectName: "lid"
        visible: panel.plays
        width: parent.width
    }
    Rectangle {
        color: Curves.shade(Theme.bg1, Theme.hue(panel.instrument), 0.58)
        height: Math.max(2, panel.m.px(4))
        visible: panel.tide && panel.f > 0.005
        width: parent.width
        y: lid.height
    }
    Loader {
        id: figure

        readonly property var parts: ({
                "drum": drum,
                "heavy_bass": heavyBass,
                "lead_bass": leadBass,
                "line_bass": lineBass,
                "melody": melody,
                "pad": pad,
                "synth": synth,
                "vocal": vocal
            })

        active: panel.plays && (panel.economy < 2 || Theme.reducedMotion)
        height: panel.height - y - panel.foot
        objectName: "figure"
        sourceComponent: Theme.reducedMotion ? steps : parts[panel.instrument] ?? null
        transform: Theme.turnedBack(figure)
        width: panel.width - 2 * x
        x: panel.m.px(22)
        y: panel.m.px(panel.tiny ? 12 : 22)

        Component {
            id: steps

            StepsFigure {
                beat: 0
                f: panel.f
                instrument: panel.instrument
                s: panel.s
                strength: panel.silenced ? 0.42 : 1
                u: panel.u
            }
        }
        Component {
            id: drum

            DrumFigure {
                beat: panel.beat
                f: panel.f
                instrument: panel.instrument
                s: panel.s
                strength: panel.silenced ? 0.42 : 1
                u: panel.u
            }
        }
        Component {
            id: heavyBass

            HeavyBassFigure {
                beat: panel.beat
                f: panel.f
                instrument: panel.instrument
                s: panel.s
                strength: panel.silenced ? 0.42 : 1
                u: panel.u
            }
        }
        Component {
            id: leadBass

            LeadBassFigure {
                beat: panel.beat
                f: panel.f
                instrument: panel.instrument
                s: panel.s
                strength: panel.silenced ? 0.42 : 1
                u: panel.u
            }
        }
        Component {
            id: lineBass

            LineBassFigure {
                beat: panel.beat
                f: panel.f
                instrument: panel.instrument
                s: panel.s
                strength: panel.silenced ? 0.42 : 1
                u: panel.u
            }
        }
        Component {
            id: melody

            MelodyFigure {
                beat: panel.beat
                f: panel.f
                instrument: panel.instrument
                s: panel.s
                strength: panel.silenced ? 0.42 : 1
                u: panel.u
            }
        }
        Component {
            id: pad

            PadFigure {
                beat: panel.beat
                f: panel.f
                instrument: panel.instrument
                s: panel.s
                strength: panel.silenced ? 0.42 : 1
                u: panel.u
            }
        }
        Component {
            id: synth

            SynthFigure {
                beat: panel.beat
                f: panel.f
                instrument: panel.instrument
                s: panel.s
                strength: panel.silenced ? 0.42 : 1
                u: panel.u
            }
        }
        Component {
            id: vocal

            VocalFigure {
                beat: panel.beat
                f: panel.f
                instrument: panel.instrument
                s: panel.s
                strength: panel.silenced ? 0.42 : 1
                u: panel.u
            }
        }
    }
    Icon {
        id: mark

        color: Curves.shade(Theme.bg1, Theme.hue(panel.instrument), panel.silenced ? 0.6 : 1)
        icon: panel.instrument
        size: panel.m.px(48)
        visible: panel.plays && !panel.tiny
        x: panel.named ? Math.round((panel.width - panel.m.px(58) - name.implicitWidth) / 2) : Math.round((panel.width - width) / 2)
        y: Math.round(panel.height - panel.m.px(60) - (Theme.reducedMotion ? 0 : panel.m.px(10) * panel.hit))
    }
    Words {
        id: name

        color: panel.silenced ? Theme.text2 : Theme.text1
        height: panel.m.px(54)
        objectName: "playerName"
        px: panel.m.least
        text: panel.label
        visible: panel.plays && panel.named && !panel.tiny
        weight: Font.DemiBold
        x: mark.x + panel.m.px(58)
        y: panel.height - panel.m.px(62)
    }
    Rectangle {
        color: Theme.hue(panel.instrument)
        height: panel.height - (panel.tiny ? 0 : panel.m.px(66)) - y
        objectName: "curtain"
        visible: panel.plays && panel.drained < 1 && !Theme.reducedMotion
        width: parent.width
        y: Math.round((panel.height - (panel.tiny ? 0 : panel.m.px(66))) * panel.drained)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.ink
            icon: panel.instrument
            size: panel.m.px(104)
            visible: panel.fresh && panel.b < 1.45 && !panel.tiny
            y: panel.m.px(41) - parent.y
        }
    }
    // Corners as pictures: a radius of its own would make the whole panel a path.
    Repeater {
        model: panel.plays ? 4 : 0

        Image {
            required property int index

            rotation: 90 * [0, 1, 3, 2][index]
            source: Qt.resolvedUrl("../../../icons/stage/corner.svg")
            sourceSize: Qt.size(panel.m.px(18), panel.m.px(18))
            x: index % 2 ? panel.width - width : 0
            y: index > 1 ? panel.height - height : 0
        }
    }
}
