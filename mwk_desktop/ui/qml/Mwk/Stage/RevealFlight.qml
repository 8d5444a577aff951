pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// What flies between the board and the band: the winners' blocks up to their panels, the leavers'
// icons down, chips from the newcomers. All of it by b; the blocks arrive on the landing.
Item {
    id: flight

    required property StageView stage
    required property StageMetrics m
    required property Band band
    required property real b

    readonly property bool flies: stage.resultLands && !stage.silenced && !Theme.reducedMotion
    readonly property real boardX: m.margin
    readonly property real boardY: m.raceY
    readonly property real centreY: m.bandY + m.px(60)
    // Switches, so that lists are not rebuilt in each frame.
    readonly property bool landed: b >= 1
    readonly property bool chipped: flies && b >= 1.3 && b < 2.9 && stage.economy < 3
    readonly property var places: afterLanding()
    readonly property var chips: {
        const made = [];
        if (!chipped)
            return made;
        for (const name of stage.places) {
            if (name === "")
                continue;
            const some = stage.fresh.indexOf(name) >= 0 ? 10 : 5;
            for (let i = 0; i < some; i++)
                made.push({
                    "name": name,
                    "number": i
                });
        }
        return made;
    }

    // The band as it will be: leavers' places go to the newcomers, by rank.
    function afterLanding(): var {
        const places = stage.places.slice();
        if (landed)
            return places;
        const gone = stage.leaving.map(row => row.instrument);
        for (let i = 0; i < places.length; i++) {
            if (gone.indexOf(places[i]) >= 0)
                places[i] = "";
        }
        for (const row of stage.result) {
            if (row.tag !== "new")
                continue;
            const free = places.indexOf("");
            if (free >= 0)
                places[free] = row.instrument;
            else
                places.push(row.instrument);
        }
        return places;
    }
    function centre(instrument: string): real {
        const place = Math.max(0, places.indexOf(instrument));
        const panel = (m.room - (places.length - 1) * band.gap) / places.length;
        return m.margin + Math.round(place * (panel + band.gap)) + panel / 2;
    }
    function chance(number: int, salt: int): real {
        const x = Math.sin(number * 127.1 + salt * 311.7 + 74.7) * 43758.5453;
        return x - Math.floor(x);
    }

    Repeater {
        model: flight.flies && flight.b >= 0.55 && flight.b < 1 ? flight.stage.result.length : 0

        Rectangle {
            id: block

            required property int index
            readonly property string instrument: (flight.stage.result[index] ?? ({})).instrument ?? ""
            readonly property real t: (flight.b - 0.55) / 0.45
            readonly property real fromX: flight.boardX + flight.m.px(50)
            readonly property real fromY: flight.boardY + flight.m.px(76 + index * 112 + 50)

            border.color: Theme.bg0
            border.width: flight.m.px(5)
            color: Theme.hue(instrument)
            height: flight.m.px(108)
            objectName: "flyingBlock"
            radius: flight.m.px(16)
            width: height
            x: Math.round(Curves.mix(fromX, flight.centre(instrument), Curves.inOutCubic(0.1 + 0.9 * t)) - width / 2)
            y: Math.round(Curves.mix(fromY, flight.centreY + flight.m.px(60), Curves.inCubic(t)) - height / 2)

            Icon {
                anchors.centerIn: parent
                color: Theme.ink
                icon: block.instrument
                size: flight.m.px(68)
            }
        }
    }
    Repeater {
        model: flight.flies && flight.b >= 1 && flight.b < 1.6 ? flight.stage.leaving.length : 0

        Icon {
            required property int index
            readonly property var facts: flight.stage.leaving[index] ?? ({
                    "instrument": "",
                    "place": 0
                })
            readonly property real t: (flight.b - 1) / 0.6

            color: Theme.hue(facts.instrument)
            icon: facts.instrument
            objectName: "leaver"
            opacity: 1 - t
            rotation: (index % 2 ? -40 : 40) * t
            size: flight.m.px(60)
            x: Math.round(flight.m.margin + (facts.place + 0.5) * (flight.band.panel + flight.band.gap) - width / 2 + flight.m.px(index % 2 ? -60 : 60) * t)
            // From below the names: those are the newcomers' now.
            y: Math.round(flight.m.bandY + flight.m.bandHeight - flight.m.px(8) + flight.m.px(150) * t * t)
        }
    }
    Repeater {
        model: flight.chips

        Rectangle {
            required property int index
            required property var modelData
            readonly property real t: Curves.clamp((flight.b - 1.3) / 1.6)
            readonly property real aside: (flight.chance(index, 1) - 0.5) * flight.band.panel * 1.1
            readonly property real up: flight.m.px(60 + 90 * flight.chance(index, 2))

            color: modelData.number % 2 ? Theme.text1 : Theme.hue(modelData.name)
            height: width
            objectName: "chip"
            opacity: 1 - Curves.inCubic(t)
            radius: width / 2
            width: flight.m.px(16 + 12 * flight.chance(index, 3))
            x: Math.round(flight.band.centre(modelData.name) + aside * Curves.outQuad(t) - width / 2)
            y: Math.round(flight.m.bandY + flight.m.bandHeight * 0.6 - up * 4 * t * (1 - t) + flight.m.px(60) * t * t)
        }
    }
}
