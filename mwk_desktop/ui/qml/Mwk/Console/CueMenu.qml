import QtQuick
import Mwk
import Mwk.Pages
import MwkViews

// The menu of pre-listening: what outputs 3 and 4 hear, how loud, before or after the faders, what
// comes next, the master, and nothing.
FocusScope {
    id: menu

    required property CueView cue
    property bool locked: false
    property bool open: false
    property point corner
    readonly property int inset: 14

    function show(anchor: Item) {
        corner = anchor.mapToItem(menu, anchor.width, -4);
        open = true;
        softer.forceActiveFocus(Qt.PopupFocusReason);
    }
    function close() {
        open = false;
    }

    Accessible.name: qsTr("Pre-listening on outputs 3 and 4")
    Accessible.role: Accessible.PopupMenu
    objectName: "cueMenu"
    visible: open && cue.there

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape)
            menu.close();
        // Nothing that is typed here reaches the show.
        if (event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab)
            event.accepted = true;
    }

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true

        onClicked: menu.close()
        onWheel: event => event.accepted = true
    }
    Rectangle {
        border.color: Theme.line2
        border.width: 1
        color: Theme.bg4
        height: column.height + 24
        objectName: "cueBox"
        radius: Theme.panelRadius
        width: 300
        x: Math.max(8, Math.min(menu.width - width - 8, menu.corner.x - width))
        y: Math.max(8, Math.min(menu.height - height, menu.corner.y - height))

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
        }
        Column {
            id: column

            spacing: 10
            width: parent.width - 2 * menu.inset
            x: menu.inset
            y: 12

            Words {
                height: 16
                px: 13
                text: qsTr("Outputs 3\u20134 hear")
                weight: Font.DemiBold
                width: parent.width
            }
            Words {
                Accessible.role: Accessible.StaticText
                color: Theme.text2
                height: 16
                objectName: "cueHears"
                text: menu.cue.hears
                width: parent.width
            }
            Row {
                spacing: 8

                PlainButton {
                    id: softer

                    ground: Theme.bg2
                    label: qsTr("Pre-listen softer")
                    locked: menu.locked
                    objectName: "cueSofter"
                    text: "\u2212"

                    onPressed: menu.cue.stepLevel(-1)
                }
                Words {
                    Accessible.name: qsTr("Level of pre-listening: %1 dB").arg(menu.cue.levelText)
                    Accessible.role: Accessible.StaticText
                    height: 28
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "cueLevel"
                    text: qsTr("%1 dB").arg(menu.cue.levelText)
                    weight: Font.DemiBold
                    width: 70
                }
                PlainButton {
                    ground: Theme.bg2
                    label: qsTr("Pre-listen louder")
                    locked: menu.locked
                    objectName: "cueLouder"
                    text: "+"

                    onPressed: menu.cue.stepLevel(1)
                }
            }
            SegmentedControl {
                current: menu.cue.afterFader ? 1 : 0
                label: qsTr("Strips are heard")
                locked: menu.locked
                objectName: "cueFader"
                partWidth: Math.floor((column.width - 4) / 2)
                words: [qsTr("Before fader"), qsTr("After fader")]

                onChosen: place => menu.cue.chooseAfterFader(place === 1)
            }
            Tick {
                locked: menu.locked
                objectName: "cueNextTick"
                on: menu.cue.hearsNext
                text: qsTr("What will land next")
                tip: ""

                onPressed: menu.cue.toggleNext()
            }
            Tick {
                locked: menu.locked
                objectName: "cueMasterTick"
                on: menu.cue.hearsMaster
                text: qsTr("Also the master")
                tip: ""

                onPressed: menu.cue.toggleMaster()
            }
            PlainButton {
                ground: Theme.bg2
                locked: menu.locked || !menu.cue.lit
                objectName: "cueAllOff"
                text: qsTr("All off")

                onPressed: {
                    menu.cue.allOff();
                    menu.close();
                }
            }
        }
    }
}
