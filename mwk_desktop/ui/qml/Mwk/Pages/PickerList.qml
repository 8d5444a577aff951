pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// The open list of a picker. It lies over its page and takes the keyboard until one is chosen.
FocusScope {
    id: over

    property var choices: []
    property var words: choices
    property var details: []
    property string label: ""
    property string value: ""
    property rect spot
    readonly property int rowHeight: 30
    readonly property int rows: Math.min(choices.length, Math.floor((height - 16) / rowHeight))
    readonly property int listHeight: rows * rowHeight + 8

    signal chosen(string value)
    signal dismissed

    function begin() {
        list.currentIndex = Math.max(0, choices.indexOf(value));
        list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        forceActiveFocus(Qt.PopupFocusReason);
    }

    // The next one that begins with what was typed, as in every list.
    function seek(letter: string) {
        for (let step = 1; step <= choices.length; step++) {
            const place = (list.currentIndex + step) % choices.length;
            if ((words[place] ?? "").toLowerCase().startsWith(letter.toLowerCase())) {
                list.currentIndex = place;
                return;
            }
        }
    }

    Accessible.name: label
    Accessible.role: Accessible.PopupMenu
    anchors.fill: parent
    objectName: "pickerList"
    z: 60

    Keys.onPressed: event => {
        const step = ({
                [Qt.Key_Down]: 1,
                [Qt.Key_Up]: -1,
                [Qt.Key_PageDown]: 8,
                [Qt.Key_PageUp]: -8,
                [Qt.Key_Home]: -choices.length,
                [Qt.Key_End]: choices.length
            })[event.key];
        if (step !== undefined)
            list.currentIndex = Math.max(0, Math.min(choices.length - 1, list.currentIndex + step));
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            over.chosen(choices[list.currentIndex]);
        else if (event.key === Qt.Key_Escape || event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
            over.dismissed();
        else if (event.text.trim() !== "")
            over.seek(event.text);
        event.accepted = true;
    }

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true

        onPressed: over.dismissed()
        onWheel: event => event.accepted = true
    }
    Rectangle {
        border.color: Theme.line2
        border.width: 1
        color: Theme.bg4
        height: over.listHeight
        objectName: "pickerBox"
        radius: Theme.panelRadius
        width: Math.max(over.spot.width, 160)
        x: Math.max(4, Math.min(over.width - width - 4, over.spot.x))
        y: {
            const below = over.spot.y + over.spot.height + 2;
            if (below + height <= over.height - 4)
                return below;
            return Math.max(4, Math.min(over.spot.y - height - 2, over.height - height - 4));
        }

        MouseArea {
            anchors.fill: parent
        }
        ListView {
            id: list

            anchors.fill: parent
            anchors.margins: 4
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            focus: true
            highlightMoveDuration: 0
            model: over.choices

            delegate: Item {
                id: row

                required property int index
                required property string modelData
                readonly property bool picked: modelData === over.value

                Accessible.checkable: true
                Accessible.checked: picked
                Accessible.description: over.details[index] ?? ""
                Accessible.name: over.words[index] ?? modelData
                Accessible.onPressAction: over.chosen(modelData)
                Accessible.role: Accessible.MenuItem
                height: over.rowHeight
                objectName: "pick_" + index
                width: list.width

                Rectangle {
                    anchors.fill: parent
                    border.color: Theme.info
                    border.width: row.ListView.isCurrentItem ? 2 : 0
                    color: mouse.containsMouse ? Theme.line2 : Theme.none
                    radius: Theme.controlRadius
                }
                Rectangle {
                    color: Theme.text1
                    height: 6
                    radius: 3
                    visible: row.picked
                    width: 6
                    x: 7
                    y: 12
                }
                Words {
                    height: parent.height
                    px: 13
                    text: over.words[row.index] ?? row.modelData
                    weight: row.picked ? Font.DemiBold : Font.Normal
                    width: Math.min(implicitWidth, (detail.text === "" ? parent.width : detail.x) - x - 6)
                    x: 20
                }
                Words {
                    id: detail

                    color: Theme.text2
                    height: parent.height
                    px: 11
                    text: over.details[row.index] ?? ""
                    width: Math.min(implicitWidth, parent.width * 0.45)
                    x: parent.width - width - 8
                }
                MouseArea {
                    id: mouse

                    anchors.fill: parent
                    hoverEnabled: true

                    onClicked: over.chosen(row.modelData)
                }
            }
        }
    }
}
