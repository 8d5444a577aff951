pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// The program's mark, its bars moved a little by the music.
Item {
    id: logo

    required property StageMetrics m
    required property real level
    required property string line

    readonly property var shares: [0.42, 0.66, 0.88, 0.56, 1, 0.78, 0.5, 0.3]
    readonly property var order: ["drum", "heavy_bass", "lead_bass", "line_bass", "melody", "pad", "synth", "vocal"]

    objectName: "logo"

    Repeater {
        model: 8

        Rectangle {
            required property int index

            color: Theme.hue(logo.order[index])
            height: 2 * Math.round(logo.m.px(320) * logo.shares[index] * (Theme.reducedMotion ? 0.9 : 0.82 + 0.18 * logo.level) / 2)
            radius: logo.m.px(14)
            width: logo.m.px(56)
            x: Math.round(logo.width / 2 + (index - 3.5) * logo.m.px(84) - width / 2)
            y: logo.m.px(600) - height
        }
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        font.family: Theme.display
        font.letterSpacing: -4 * logo.m.u
        height: logo.m.px(190)
        horizontalAlignment: Text.AlignHCenter
        px: logo.m.px(logo.m.narrow ? 124 : 150)
        text: "Music with Kafka"
        weight: Font.Bold
        width: Math.min(implicitWidth, parent.width - 2 * logo.m.margin)
        y: logo.m.px(650)
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.text2
        height: logo.m.px(72)
        horizontalAlignment: Text.AlignHCenter
        px: logo.m.px(52)
        text: logo.line
        visible: text !== ""
        width: Math.min(implicitWidth, parent.width - 2 * logo.m.margin)
        y: logo.m.px(842)
    }
}
