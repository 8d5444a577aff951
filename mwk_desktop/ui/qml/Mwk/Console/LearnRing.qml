pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// While a controller is taught, what can be learnt wears a ring, with the control that does it, and
// a click chooses it instead of acting.
Loader {
    id: ring

    required property string action
    // The control's own name.
    required property string label
    // It acts all the same: nothing may stand before panic.
    property bool acts: false
    // What the ring is drawn around, where that is less than what can be clicked.
    property Item around: null
    property real radius: Theme.controlRadius
    // Where the tag is: above, below, or inside at the start.
    property string tagAt: "above"

    active: Learning.on && action !== ""
    anchors.fill: parent
    z: 5

    sourceComponent: Item {
        id: mark

        readonly property bool chosen: Learning.action === ring.action
        readonly property string tag: chosen && Learning.waits ? qsTr("waits") : Learning.tags[ring.action] ?? ""

        function choose() {
            if (!ring.acts)
                Learning.chosen(ring.action);
        }

        Accessible.checkable: true
        Accessible.checked: chosen
        Accessible.ignored: ring.acts
        Accessible.name: tag === "" ? qsTr("Teach a control: %1").arg(ring.label) : qsTr("Teach a control: %1, %2").arg(ring.label).arg(tag)
        Accessible.onPressAction: choose()
        Accessible.role: Accessible.Button
        objectName: "ring_" + ring.action

        MouseArea {
            acceptedButtons: Qt.LeftButton | Qt.RightButton
            anchors.fill: parent
            enabled: !ring.acts

            onClicked: mark.choose()
        }
        Item {
            id: box

            height: ring.around === null ? parent.height : ring.around.height
            width: ring.around === null ? parent.width : ring.around.width
            x: ring.around === null ? 0 : ring.around.x
            y: ring.around === null ? 0 : ring.around.y

            Rectangle {
                anchors.fill: parent
                anchors.margins: -1.5
                border.color: mark.chosen ? Theme.info : Theme.infoLine
                border.width: 1.5
                color: Theme.none
                radius: ring.radius + 1.5
            }
            Rectangle {
                anchors.fill: parent
                anchors.margins: -5
                border.color: Theme.info
                border.width: 2
                color: Theme.none
                objectName: "waitsRing"
                radius: ring.radius + 5
                visible: mark.chosen
            }
            Rectangle {
                color: Theme.info
                height: 15
                radius: Theme.keyRadius
                visible: mark.tag !== ""
                width: words.implicitWidth + 8
                x: ring.tagAt === "inside" ? 3 : Math.round((box.width - width) / 2)
                y: ring.around !== null ? -height - (mark.chosen ? 3 : 2) : ring.tagAt === "inside" ? Math.round((box.height - height) / 2) : ring.tagAt === "below" ? box.height - 5 : Metrics.compact || box.height < 40 ? -10 : -8

                Words {
                    id: words

                    anchors.centerIn: parent
                    color: Theme.ink
                    font.letterSpacing: 0
                    objectName: "learnTag"
                    px: 11
                    text: mark.tag
                    weight: Font.DemiBold
                }
            }
        }
    }
}
