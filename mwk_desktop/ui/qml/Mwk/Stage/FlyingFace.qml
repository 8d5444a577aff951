import QtQuick
import Mwk
import MwkViews

// A message's face flies from its card to the bar that it voted for, and grows it as it lands.
Item {
    id: flying

    required property StageView stage
    required property StageMetrics m
    // Where it begins, and a function that tells where an instrument's bar ends.
    required property real fromX
    required property real fromY
    required property real pitch
    required property Race race

    readonly property var facts: stage.flight
    readonly property int serial: facts.serial ?? -1
    property real toX: 0
    property real toY: 0
    property real t: 0
    property real rings: 0

    objectName: "flyingFace"

    onSerialChanged: {
        flies.stop();
        hits.stop();
        t = 0;
        rings = 0;
        if (serial < 0)
            return;
        const tip = race.tip(facts.instrument);
        if (Theme.reducedMotion || tip === null) {
            stage.land(serial);
            return;
        }
        toX = race.x + tip.x;
        toY = race.y + tip.y;
        flies.start();
    }

    // Handlers, not script actions: those would run once more when the stage shows something else.
    SequentialAnimation {
        id: flies

        onFinished: {
            flying.stage.land(flying.serial);
            hits.start();
        }

        PauseAnimation {
            duration: 420
        }
        NumberAnimation {
            duration: 520
            from: 0.001
            property: "t"
            target: flying
            to: 1
        }
    }
    NumberAnimation {
        id: hits

        duration: 250
        from: 0
        property: "rings"
        target: flying
        to: 1
    }
    Rectangle {
        readonly property real startX: flying.fromX + flying.m.px(26)
        readonly property real startY: flying.fromY + (flying.facts.place ?? 0) * flying.pitch + flying.m.px(10)
        // Up and over: half the way against gravity, half the way with it.
        readonly property real apex: (startY + flying.toY) / 2 - flying.m.px(130)
        readonly property real rise: flying.t < 0.5 ? Curves.mix(startY, apex, Curves.outQuad(2 * flying.t)) : Curves.mix(apex, flying.toY, Math.pow(2 * flying.t - 1, 2))

        border.color: Theme.hue(flying.facts.instrument ?? "")
        border.width: flying.m.px(5)
        color: Theme.bg0
        height: flying.m.px(56)
        objectName: "face"
        radius: width / 2
        visible: flying.t > 0 && flying.t < 1
        width: height
        x: Math.round(Curves.mix(startX, flying.toX, Curves.inOutCubic(flying.t)))
        y: Math.round(rise)

        Avatar {
            anchors.centerIn: parent
            initial: flying.facts.initial ?? ""
            picture: flying.facts.picture ?? ""
            tint: flying.facts.tint ?? 0
            width: flying.m.px(46)
        }
    }
    Rectangle {
        border.color: Theme.hue(flying.facts.instrument ?? "")
        border.width: flying.m.px(4)
        color: Theme.none
        height: 2 * Math.round(flying.m.px(Curves.mix(54, 114, flying.rings)) / 2)
        opacity: 1 - flying.rings
        radius: width / 2
        visible: flying.rings > 0 && flying.rings < 1
        width: height
        x: Math.round(flying.toX + flying.m.px(27) - width / 2)
        y: Math.round(flying.toY + flying.m.px(27) - height / 2)
    }
}
