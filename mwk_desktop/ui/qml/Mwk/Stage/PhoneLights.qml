pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The room as a field of lights: one a phone in the colour of its last vote. When the field is full,
// one light stands for two, four, eight...
Item {
    id: lights

    required property StageView stage
    required property StageMetrics m

    readonly property int pitch: m.px(30)
    readonly property int columns: Math.max(1, Math.floor(width / pitch))
    readonly property int lines: Math.max(1, Math.floor(height / pitch))
    readonly property int places: columns * lines
    readonly property int each: {
        let phones = 1;
        while (stage.phoneCount / phones > places)
            phones *= 2;
        return phones;
    }
    readonly property int lit: Math.ceil(stage.phoneCount / each)
    readonly property int known: Math.ceil(stage.knownPhones / each)

    // Before its first vote a phone is grey; a place without one is hardly there.
    function hue(place: int): color {
        if (place >= lit)
            return Theme.line1;
        const vote = stage.phoneVotes.charAt(place * each);
        return vote === "" ? Theme.line3 : Theme.hue(Theme.instruments[parseInt(vote)]);
    }

    Repeater {
        model: lights.places

        Rectangle {
            required property int index
            readonly property bool shines: index < lights.lit
            readonly property bool fresh: shines && index >= lights.known

            color: fresh ? Theme.text1 : lights.hue(index)
            height: lights.m.px(fresh ? 24 : 17)
            objectName: shines ? "phoneLight" : "darkLight"
            radius: width / 2
            width: height
            x: Math.round(index % lights.columns * lights.pitch + (lights.m.px(24) - width) / 2)
            y: Math.round(Math.floor(index / lights.columns) * lights.pitch + (lights.m.px(24) - height) / 2)
        }
    }
}
