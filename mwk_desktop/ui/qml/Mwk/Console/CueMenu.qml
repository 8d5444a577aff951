import QtQuick
import Mwk
import Mwk.Pages
import MwkViews

// The menu of pre-listening: what outputs 3 and 4 hear, how loud, before or after the faders, what
// comes next, the master, and nothing.
PopupMenu {
    id: menu

    required property CueView cue
    property bool locked: false
    readonly property int inset: 14

    function show(anchor: Item) {
        showAt(anchor);
        softer.forceActiveFocus(Qt.PopupFocusReason);
    }

    Accessible.name: qsTr("Pre-listening on outputs 3 and 4")
    above: true
    boxHeight: column.height + 24
    boxName: "cueBox"
    boxWidth: 300
    objectName: "cueMenu"
    visible: open && cue.there

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
