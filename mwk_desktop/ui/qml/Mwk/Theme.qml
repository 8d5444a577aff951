pragma Singleton

import QtQuick

// The tokens of the style: every colour, radius and duration is here and nowhere else.
QtObject {
    readonly property color bg0: "#090B0E"
    readonly property color bg1: "#101216"
    readonly property color bg2: "#171A20"
    readonly property color bg3: "#20242C"
    readonly property color bg4: "#2B303A"
    readonly property color line1: "#22262E"
    readonly property color line2: "#3A414D"
    readonly property color line3: "#6B7585"
    readonly property color text1: "#F2F4F7"
    readonly property color text2: "#B9C0CC"
    readonly property color text3: "#98A1B0"
    readonly property color ok: "#46D08A"
    readonly property color warn: "#FFC857"
    readonly property color bad: "#FF7A70"
    readonly property color info: "#9AD0FF"
    readonly property color badBg: "#2B1719"
    readonly property color warnBg: "#2A2212"
    readonly property color okBg: "#12241B"
    readonly property color infoBg: "#16222C"
    // The ring of what can be learnt: it must not be taken for the focus.
    readonly property color infoLine: "#5F7D9A"
    // The front of a fade-out in its bar.
    readonly property color fadeBg: "#6B5417"
    // A listed word inside a message.
    readonly property color markBg: "#4A3A12"
    readonly property color markInk: "#FFDF9A"
    readonly property color ink: "#101216"
    readonly property color none: "transparent"
    readonly property color masterMeter: "#C9CFD9"
    readonly property color black: "#000000"
    // Light on a bar, and on one that is almost white.
    readonly property color light: "#4CFFFFFF"
    readonly property color shine: "#24090B0E"
    readonly property color plot: "#9AA6B8"
    readonly property color veil: "#B0090B0E"

    readonly property string family: "Inter"
    readonly property string display: "Inter Display"
    readonly property var tabular: ({"tnum": 1})

    readonly property int keyRadius: 3
    readonly property int controlRadius: 4
    readonly property int panelRadius: 6

    // Set once by the windows, from the settings.
    property bool reducedMotion: false

    // Where writing runs from right to left, both windows are mirrored as a whole; texts, icons and
    // pictures turn back by themselves: transform: Theme.turnedBack(item).
    readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft
    readonly property int start: mirrored ? Text.AlignRight : Text.AlignLeft
    readonly property int end: mirrored ? Text.AlignLeft : Text.AlignRight
    readonly property Component upright: Component {
        Scale {
            required property Item item

            origin.x: item.width / 2
            xScale: -1
        }
    }

    function turnedBack(item: Item): list<QtObject> {
        return mirrored ? [upright.createObject(item, {
                "item": item
            })] : [];
    }

    readonly property var avatars: ["#35445C", "#4A3B52", "#2F4C49", "#54433A", "#3B4256", "#4C4A33"]
    readonly property var instruments: ["drum", "heavy_bass", "lead_bass", "line_bass", "melody", "pad", "synth", "vocal"]
    readonly property var hues: ({
        "drum": "#E69F00",
        "heavy_bass": "#56B4E9",
        "lead_bass": "#009E73",
        "line_bass": "#F0E442",
        "melody": "#8C7BFF",
        "pad": "#F0603A",
        "synth": "#E39AC8",
        "vocal": "#F2F2F2"
    })

    // Some hues are close to each other: dashes tell lines apart, too.
    readonly property var dashes: ({
            "line_bass": [5, 2, 1, 2],
            "melody": [4, 2],
            "pad": [1, 2]
        })

    function hue(instrument: string): color {
        return hues[instrument] ?? text3;
    }

    function motion(ms: int): int {
        return reducedMotion ? 0 : ms;
    }
}
