import QtQuick
import Mwk

// The moment of the lock, beside the board.
Item {
    id: locked

    required property StageMetrics m
    required property real b

    objectName: "lockedMark"

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.warn
        icon: "ui/lock"
        size: locked.m.px(240)
        y: locked.m.px(60) - Math.round(locked.m.px(40) * (Theme.reducedMotion ? 0 : 1 - Curves.outBack(locked.b / 0.3)))
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        height: locked.m.px(80)
        px: locked.m.px(64)
        text: qsTr("Locked")
        weight: Font.Bold
        y: locked.m.px(330)
    }
}
