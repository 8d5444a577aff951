pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Who stopped playing with the newest landing: three with their names, the others as icons.
Column {
    id: leaving

    required property StageView stage
    required property StageMetrics m

    readonly property int named: Math.min(3, stage.leaving.length)

    objectName: "leaving"
    spacing: m.px(4)

    Words {
        color: Theme.text2
        height: leaving.m.px(66)
        px: leaving.m.least
        text: qsTr("Off the stage")
        weight: Font.Medium
        width: leaving.width
    }
    Repeater {
        model: leaving.named

        Row {
            id: row

            required property int index
            readonly property var facts: leaving.stage.leaving[index] ?? ({
                    "instrument": "",
                    "name": ""
                })

            spacing: leaving.m.px(16)

            Words {
                color: Theme.text2
                height: leaving.m.px(66)
                px: leaving.m.px(48)
                text: "\u2212"
                weight: Font.DemiBold
            }
            Icon {
                color: Theme.hue(row.facts.instrument)
                icon: row.facts.instrument
                size: leaving.m.px(52)
                y: leaving.m.px(7)
            }
            Words {
                height: leaving.m.px(66)
                objectName: "leavingName"
                px: leaving.m.px(48)
                text: row.facts.name
                weight: Font.DemiBold
                width: Math.min(implicitWidth, leaving.width - leaving.m.px(130))
            }
        }
    }
    Row {
        spacing: leaving.m.px(16)

        Repeater {
            model: Math.max(0, leaving.stage.leaving.length - leaving.named)

            Icon {
                required property int index

                color: Theme.hue(icon)
                icon: (leaving.stage.leaving[leaving.named + index] ?? ({})).instrument ?? ""
                size: leaving.m.px(52)
            }
        }
    }
}
