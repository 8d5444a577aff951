pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Where a recording or a sound set can be let go: two targets fill the mixer, the fitting one says
// what a drop does, the other why not.
Item {
    id: targets

    required property DropView drop
    readonly property bool shown: area.containsDrag || late.running
    readonly property string side: area.containsDrag ? area.drag.x < width / 2 ? "recording" : "sounds" : ""

    // Something was let go where it fits.
    signal dropped

    objectName: "dropTargets"

    DropArea {
        id: area

        anchors.fill: parent
        keys: ["text/uri-list"]

        onDropped: event => {
            const fits = targets.drop.kind !== "" && targets.drop.kind === targets.side;
            event.accept(Qt.CopyAction);
            if (fits) {
                targets.dropped();
                targets.drop.drop();
            } else if (targets.drop.kind !== "")
                targets.drop.forget();
            if (targets.drop.problem !== "")
                late.restart();
        }
        onEntered: event => {
            late.stop();
            targets.drop.look(Array.from(event.urls).map(url => url.toString()));
            event.accept(Qt.CopyAction);
        }
        onExited: targets.drop.forget()
    }
    // After a drop of something else, its one line stays to be read.
    Timer {
        id: late

        interval: 4000
        objectName: "dropLate"

        onTriggered: targets.drop.forget()
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.bg0
        opacity: 0.97
        visible: targets.shown
    }
    Repeater {
        model: ["recording", "sounds"]

        Item {
            id: target

            required property string modelData
            required property int index
            readonly property bool fits: targets.drop.kind === modelData
            readonly property bool lit: fits && targets.side === modelData
            readonly property real room: (targets.width - 2 * Metrics.pad - 12) / 2

            Accessible.description: detail.text
            Accessible.name: title.text
            Accessible.role: Accessible.Grouping
            height: targets.height - 2 * Metrics.mixerGap
            objectName: "drop_" + modelData
            visible: targets.shown
            width: room
            x: Metrics.pad + index * (room + 12)
            y: Metrics.mixerGap

            Dashed {
                anchors.fill: parent
                color: target.fits ? Theme.text1 : Theme.line3
                fill: target.lit ? Theme.bg3 : target.fits ? Theme.bg2 : Theme.none
                line: target.fits ? 2 : 1.5
                radius: 8
                unit: 2
            }
            Column {
                anchors.centerIn: parent
                spacing: 10
                width: parent.width - 32

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    color: target.fits ? Theme.text1 : Theme.line3
                    icon: target.modelData === "recording" ? "ui/file" : "ui/folder"
                    size: 44
                }
                Words {
                    id: title

                    color: target.fits ? Theme.text1 : Theme.text3
                    font.family: Theme.display
                    height: 32
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "dropTitle"
                    px: 24
                    text: target.modelData === "recording" ? qsTr("Play this recording") : qsTr("Use as sound set")
                    weight: Font.DemiBold
                    width: parent.width
                }
                Words {
                    id: detail

                    color: target.fits ? Theme.text2 : Theme.text3
                    height: 20
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "dropDetail"
                    px: 14
                    text: {
                        if (targets.drop.problem !== "")
                            return targets.drop.problem;
                        if (target.fits)
                            return targets.drop.name;
                        return target.modelData === "recording" ? qsTr("this is no recording") : qsTr("this is no folder of sounds");
                    }
                    width: parent.width
                }
                Row {
                    anchors.horizontalCenter: parent.horizontalCenter
                    spacing: 8
                    visible: target.fits && targets.drop.warning !== ""

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.warn
                        icon: "ui/warn"
                        size: 15
                    }
                    Words {
                        color: Theme.warn
                        height: 20
                        objectName: "dropWarning"
                        text: targets.drop.warning
                        width: Math.min(implicitWidth, target.width - 64)
                    }
                }
            }
        }
    }
    Item {
        anchors.fill: parent
        visible: targets.shown

        MouseArea {
            anchors.fill: parent

            onPressed: {
                late.stop();
                targets.drop.forget();
            }
        }
    }
}
