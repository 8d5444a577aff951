pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// AUTO, ON, OFF: who decides. The old one stays filled until the new one has landed.
FocusScope {
    id: segment

    required property string mode
    required property string pendingMode
    // Waits for GO.
    property string armedMode: ""
    property bool locked: false
    property string label: ""
    property string key: ""
    readonly property var modes: ["auto", "on", "off"]
    readonly property var words: [qsTr("AUTO"), qsTr("ON"), qsTr("OFF")]
    // Where AUTO has no room it is an A, and the parts are nearly equal.
    readonly property bool terse: width < 78
    readonly property var edges: terse ? [0, 0.28, 0.6, 1] : [0, 0.43, 0.68, 1]
    readonly property string wanted: armedMode !== "" ? armedMode : pendingMode === "" ? mode : pendingMode

    signal chosen(string mode)
    signal cycled

    Accessible.description: qsTr("Key: %1").arg(key)
    Accessible.focusable: true
    Accessible.name: label
    Accessible.role: Accessible.Grouping
    activeFocusOnTab: !locked || activeFocus
    implicitHeight: Metrics.rowHeight

    Keys.onPressed: event => {
        const step = event.key === Qt.Key_Left ? -1 : event.key === Qt.Key_Right ? 1 : 0;
        if (step !== 0 && !segment.locked) {
            const place = segment.modes.indexOf(segment.wanted) + step;
            if (place >= 0 && place < 3 && !event.isAutoRepeat)
                segment.chosen(segment.modes[place]);
            event.accepted = true;
        } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !segment.locked) {
            if (!event.isAutoRepeat)
                segment.cycled();
            event.accepted = true;
        }
    }

    Rectangle {
        anchors.fill: parent
        border.color: segment.locked ? Theme.line1 : Theme.line2
        border.width: 1
        color: segment.locked ? Theme.none : Theme.bg0
        radius: Theme.controlRadius
    }
    Repeater {
        model: 3

        Item {
            id: part

            readonly property string tip: qsTr("%1: %2 (%3)").arg(segment.label).arg(segment.words[index]).arg(segment.key)
            required property int index
            readonly property string mode: segment.modes[index]
            readonly property bool filled: segment.mode === mode
            readonly property bool armed: segment.armedMode === mode
            readonly property bool pending: armed || segment.pendingMode === mode

            Accessible.checkable: true
            Accessible.checked: filled
            Accessible.name: segment.label + " " + segment.words[index]
            Accessible.onPressAction: {
                if (!segment.locked)
                    segment.chosen(part.mode);
            }
            Accessible.role: Accessible.RadioButton
            height: segment.height - 4
            objectName: "mode_" + mode
            width: Math.round((segment.width - 4) * segment.edges[index + 1]) - Math.round((segment.width - 4) * segment.edges[index])
            x: 2 + Math.round((segment.width - 4) * segment.edges[index])
            y: 2

            Rectangle {
                anchors.fill: parent
                border.color: segment.locked ? Theme.line2 : Theme.text1
                border.width: part.filled && part.mode === "off" || segment.locked && part.filled ? 1.5 : 0
                color: segment.locked ? Theme.none : part.filled && part.mode === "on" ? Theme.text1 : part.filled && part.mode === "auto" ? Theme.bg4 : mouse.containsMouse ? Theme.bg3 : Theme.none
                radius: Theme.keyRadius
            }
            Dashed {
                anchors.fill: parent
                color: part.armed ? Theme.ok : Theme.text1
                line: 1.5
                radius: Theme.keyRadius
                visible: part.pending
            }
            Words {
                anchors.centerIn: parent
                color: segment.locked ? Theme.text3 : part.filled && part.mode === "on" ? Theme.ink : part.filled || part.pending ? Theme.text1 : Theme.text3
                font.letterSpacing: 0
                horizontalAlignment: Text.AlignHCenter
                px: 11
                text: segment.terse && part.index === 0 ? qsTr("A", "the mode AUTO, short") : segment.words[part.index]
                weight: Font.DemiBold
                width: Math.min(implicitWidth, parent.width + 2)
            }
            MouseArea {
                id: mouse

                anchors.fill: parent
                anchors.topMargin: -2
                anchors.bottomMargin: -2
                hoverEnabled: true

                onContainsMouseChanged: {
                    if (containsMouse)
                        Tips.enter(part);
                    else
                        Tips.leave(part);
                }

                onClicked: {
                    if (!segment.locked)
                        segment.chosen(part.mode);
                }
                onPressed: {
                    Tips.leave(part);
                    if (!segment.locked)
                        segment.forceActiveFocus(Qt.MouseFocusReason);
                }
            }
        }
    }
    FocusRing {
        visible: segment.activeFocus
    }
}
