pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Everyone who plays, side by side.
Item {
    id: band

    required property StageView stage
    required property StageMetrics m
    required property StageLevels levels

    readonly property int count: stage.places.length
    readonly property real gap: m.px(16)
    readonly property real panel: (width - (count - 1) * gap) / count
    // Names only if all of them fit.
    readonly property bool named: {
        let widest = 0;
        for (const name of stage.places)
            widest = Math.max(widest, name === "" ? 0 : metrics.advanceWidth(stage.labels[name] ?? ""));
        return widest + m.px(58 + 20) <= panel;
    }

    function centre(instrument: string): real {
        const place = Math.max(0, stage.places.indexOf(instrument));
        return x + Math.round(place * (panel + gap)) + panel / 2;
    }

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: band.m.least
        font.weight: Font.DemiBold
    }
    Repeater {
        model: band.count

        BandPanel {
            required property int index

            b: band.stage.resultLands ? band.levels.reveal : -1
            economy: band.stage.economy
            fresh: band.stage.fresh.indexOf(instrument) >= 0
            height: band.height
            instrument: band.stage.places[index] ?? ""
            label: band.stage.labels[instrument] ?? ""
            levels: band.levels
            m: band.m
            named: band.named
            objectName: "player_" + instrument
            silenced: band.stage.silenced
            width: Math.round(band.panel)
            x: Math.round(index * (band.panel + band.gap))
        }
    }
}
