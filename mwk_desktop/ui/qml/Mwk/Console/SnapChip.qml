import QtQuick
import Mwk

// A snapshot of the desk: a press recalls it. Held, or with the other button, it opens its menu.
Pressable {
    id: chip

    required property int number
    required property var place
    property bool storing: false

    readonly property string standing: place === undefined ? "empty" : place.state
    readonly property bool empty: standing === "empty"
    readonly property bool dashes: storing ? empty : standing === "lands" || standing === "armed"
    property bool offered: false

    signal chosen
    signal menuAsked

    function offer() {
        if (!locked)
            menuAsked();
    }

    checked: standing === "current"
    takesFocus: !Overlays.open
    height: Metrics.railButtonHeight
    key: storing ? String(number) : qsTr("Ctrl") + " " + qsTr("Shift") + " " + number
    label: place === undefined ? "" : place.spoken
    objectName: "snap_" + number
    width: Metrics.snapshotWidth

    Keys.onMenuPressed: chip.offer()
    onDownChanged: {
        if (down) {
            offered = false;
            hold.restart();
        } else {
            hold.stop();
        }
    }
    // The press that has opened the menu does not recall as well.
    onPressed: {
        if (!offered)
            chosen();
        offered = false;
    }

    Timer {
        id: hold

        interval: 600

        onTriggered: {
            chip.offered = true;
            chip.offer();
        }
    }
    MouseArea {
        acceptedButtons: Qt.RightButton
        anchors.fill: parent

        onClicked: chip.offer()
    }
    Rectangle {
        anchors.fill: parent
        border.color: chip.locked || chip.empty ? Theme.line1 : chip.storing ? Theme.warn : Theme.line2
        border.width: 1
        color: chip.locked ? Theme.none : chip.hovered || chip.down ? Theme.bg4 : chip.empty ? Theme.none : Theme.bg3
        radius: Theme.controlRadius
        visible: !chip.dashes
    }
    Dashed {
        anchors.fill: parent
        color: chip.locked ? Theme.line3 : chip.standing === "armed" ? Theme.ok : Theme.text1
        fill: chip.hovered || chip.down ? Theme.bg4 : Theme.none
        line: 1.5
        visible: chip.dashes
    }
    Words {
        id: figure

        color: Theme.text3
        height: parent.height
        px: 11
        text: chip.number
        x: 8
    }
    Words {
        color: chip.locked || chip.empty && !chip.storing ? Theme.text3 : Theme.text1
        height: parent.height
        objectName: "snapName"
        text: chip.place === undefined ? "" : chip.storing && chip.empty ? (Metrics.slim ? qsTr("here") : qsTr("store here")) : chip.place.name
        weight: chip.empty ? Font.Normal : Font.Medium
        width: parent.width - x - (mark.visible ? 18 : 6)
        x: 8 + figure.implicitWidth + 6
    }
    Icon {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: 5
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.warn
        icon: "ui/warn"
        size: 12
        visible: chip.place !== undefined && !chip.place.playable
    }
    // The desk is this snapshot; shorter, with a ring: it was, and has been changed since.
    Rectangle {
        color: chip.locked ? Theme.text3 : Theme.text1
        height: 2
        visible: chip.standing === "current" || chip.standing === "changed"
        width: chip.standing === "current" ? parent.width - 8 : (parent.width - 8) / 3
        x: 4
        y: parent.height - 3
    }
    Rectangle {
        border.color: chip.locked ? Theme.text3 : Theme.text1
        border.width: 1
        color: Theme.none
        height: 6
        radius: 3
        visible: chip.standing === "changed"
        width: 6
        x: parent.width - 10
        y: parent.height - 9
    }
}
