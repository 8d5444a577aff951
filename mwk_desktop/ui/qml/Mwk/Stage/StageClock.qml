import QtQuick
import Mwk
import MwkViews

// When the votes lock: two lines of words and a large figure.
Item {
    id: clock

    required property StageView stage
    required property StageMetrics m
    property bool quiet: false
    // On hold, and while no votes come: nothing locks.
    readonly property bool stays: stage.held || stage.clock === ""

    height: m.px(128)

    Words {
        color: Theme.text2
        height: clock.m.px(52)
        px: clock.m.least
        text: clock.stays ? qsTr("this scene") : qsTr("votes")
        weight: Font.Medium
        y: clock.m.px(12)
    }
    Words {
        color: Theme.text2
        height: clock.m.px(52)
        px: clock.m.least
        text: clock.stays ? qsTr("stays") : qsTr("lock in")
        weight: Font.Medium
        y: clock.m.px(64)
    }
    Words {
        color: clock.quiet ? Theme.text2 : Theme.text1
        font.family: Theme.display
        font.letterSpacing: -4 * clock.m.u
        height: parent.height
        objectName: "stageClock"
        px: clock.m.px(clock.stage.held ? 88 : clock.m.narrow ? 120 : 136)
        text: clock.stage.held ? qsTr("held") : clock.stage.clock
        weight: Font.Bold
        // Whole pixels: the figures look the same whenever they are drawn.
        width: Math.ceil(implicitWidth)
        x: Math.round(parent.width - width)
    }
}
