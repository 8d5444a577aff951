import QtQuick
import Mwk
import MwkViews

// The last five seconds as one numeral of almost half the height; each one slides down once.
Item {
    id: last

    required property StageView stage
    required property StageMetrics m
    required property StageLevels levels

    readonly property int seconds: levels.seconds

    objectName: "lastSeconds"

    Words {
        color: Theme.text2
        height: last.m.px(52)
        px: last.m.least
        text: qsTr("votes lock in")
        weight: Font.Medium
        width: parent.width
        y: last.m.px(4)
    }
    Item {
        clip: true
        height: last.m.px(444)
        width: parent.width
        y: last.m.px(58)

        Words {
            id: numeral

            readonly property int shown: last.seconds

            color: Theme.warn
            font.family: Theme.display
            height: last.m.px(430)
            horizontalAlignment: Text.AlignHCenter
            objectName: "numeral"
            px: last.m.px(last.m.narrow ? 430 : 480)
            text: shown
            weight: Font.Bold
            width: parent.width

            onShownChanged: {
                if (!Theme.reducedMotion)
                    slides.restart();
            }

            NumberAnimation {
                id: slides

                duration: 160
                easing.type: Easing.OutCubic
                from: -last.m.px(430)
                property: "y"
                target: numeral
                to: 0
            }
        }
    }
}
