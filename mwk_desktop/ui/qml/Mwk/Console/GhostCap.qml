pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Where a controller's fader is while its strip does not follow it yet: move towards the cap.
Item {
    id: ghost

    // The ghost's and the cap's centres.
    required property real at
    required property real capAt
    readonly property bool above: at < capAt

    height: Math.abs(at - capAt) + 20
    width: 36
    y: Math.min(at, capAt) - 10

    Repeater {
        // Dashes of four pixels, seven apart.
        model: Math.max(0, Math.floor((Math.abs(ghost.at - ghost.capAt) - 20) / 7))

        Rectangle {
            required property int index

            color: Theme.info
            height: 4
            width: 2
            x: 17
            y: 22 + index * 7
        }
    }
    Dashed {
        color: Theme.info
        fill: Theme.bg2
        height: 20
        line: 1.5
        objectName: "ghostCap"
        radius: Theme.keyRadius
        width: 36
        y: ghost.above ? 0 : ghost.height - 20

        Icon {
            anchors.centerIn: parent
            color: Theme.info
            icon: "ui/chev"
            rotation: ghost.above ? 0 : 180
            size: 14
        }
    }
}
