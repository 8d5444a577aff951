pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The variations of one strip, and a row that returns to the crowd's choice.
PopupMenu {
    id: menu

    required property ConsoleView view
    property int strip: 0
    readonly property StripView facts: view.strips[strip]
    readonly property var rows: [{
            "title": qsTr("Follow the draw"),
            "stem": qsTr("votes choose"),
            "at": ""
        }].concat(facts.clips).concat(facts.missing)
    readonly property int rowHeight: 28

    function show(place: int, anchor: Item) {
        strip = place;
        at = facts.clipChosen + 1;
        showAt(anchor);
    }

    Accessible.name: qsTr("Clip of %1").arg(facts.name)
    boxHeight: rows.length * rowHeight + 8
    boxWidth: 216 + (facts.hasCue ? 30 : 0)
    objectName: "clipMenu"
    // Missing clips are listed below; they cannot be chosen.
    choices: facts.clips.length + 1

    onChosen: row => {
        if (row >= choices)
            return;
        view.setClip(strip, row - 1);
        close();
    }

    // What was listened to before choosing ends with the menu.
    onOpenChanged: {
        if (!open)
            view.cueClip(strip, -1);
    }
    onKeyPressed: key => {
        if (key === Qt.Key_H && facts.hasCue && at > 0)
            view.cueClip(strip, at - 1);
        else if (key === Qt.Key_U)
            chosen(0);
    }

    Repeater {
        model: menu.opened ? menu.rows : []

        MenuRow {
            id: row

            required property int index
            required property var modelData

            Accessible.checkable: lit
            Accessible.checked: chosen
            Accessible.name: lit ? modelData.title : modelData.title + ": " + modelData.stem
            chosen: menu.facts.clipChosen + 1 === index
            height: menu.rowHeight
            lit: index < menu.choices
            marked: menu.at === index
            objectName: "clip_" + index
            width: menu.boxWidth - 8
            x: 4
            y: 4 + index * menu.rowHeight

            onPressed: menu.chosen(index)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.warn
                icon: "ui/warn"
                size: 12
                visible: !row.lit
                x: 22
            }
            Words {
                color: Theme.text2
                height: parent.height
                text: row.modelData.at
                width: 20
                x: 22
            }
            Words {
                color: row.lit ? Theme.text1 : Theme.text2
                height: parent.height
                text: row.modelData.title
                weight: Font.DemiBold
                width: stem.x - x - 6
                x: row.index === 0 ? 22 : 44
            }
            Words {
                id: stem

                color: Theme.text2
                height: parent.height
                px: 11
                text: row.modelData.stem
                width: Math.min(implicitWidth, row.lit ? 76 : 110)
                x: (headphones.visible ? headphones.x : parent.width - 8) - width
            }
            Pressable {
                id: headphones

                readonly property bool lit: menu.facts.clipCued === row.index - 1

                checked: lit
                height: parent.height
                key: "H"
                label: qsTr("Pre-listen to %1").arg(row.modelData.title)
                objectName: "cueClip_" + row.index
                tabStop: false
                takesFocus: false
                visible: menu.facts.hasCue && row.lit && row.index > 0
                width: 30
                x: parent.width - width

                onPressed: {
                    menu.at = row.index;
                    menu.view.cueClip(menu.strip, row.index - 1);
                }

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: 2
                    color: headphones.lit ? Theme.info : headphones.hovered ? Theme.line3 : Theme.none
                    radius: Theme.controlRadius
                }
                Icon {
                    anchors.centerIn: parent
                    color: headphones.lit ? Theme.ink : Theme.text1
                    icon: "ui/cue"
                    size: 14
                }
            }
        }
    }
}
