pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// Every key there is.
Overlay {
    id: sheet

    required property bool canOpen

    readonly property var groups: [{
            "title": qsTr("Strips"),
            "keys": [["1 \u2013 8", qsTr("Mode: auto, on, off")], [qsTr("Shift") + " 1 \u2013 8", qsTr("Solo")], ["Ctrl 1 \u2013 8", qsTr("Next variation")]]
        }, {
            "title": qsTr("Strip with the focus"),
            "keys": [["M", qsTr("Mute")], ["\u2191 \u2193", qsTr("Fader, 0.5 dB")], [qsTr("Shift") + " \u2191 \u2193", qsTr("Fader, 0.1 dB")], ["C", qsTr("Cancel what is pending")]]
        }, {
            "title": qsTr("Show"),
            "keys": [[qsTr("Space"), qsTr("Hold the scene, and release it")], ["Esc", qsTr("Panic; again: cut; then: resume")], ["F", qsTr("Fade out; again: the music returns")], ["R", qsTr("Record the master; again: stop")], ["Ctrl Z", qsTr("Undo")]]
        }, {
            "title": qsTr("Windows"),
            "keys": [["S", qsTr("Stage window")], ["F11", qsTr("Full screen of the stage")], ["L", qsTr("Lock and unlock the console")], ["Tab", qsTr("Next control; Enter presses it")], ["?", qsTr("This sheet; Esc closes it")]].concat(canOpen ? [["Ctrl O", qsTr("Open a recording")]] : [])
        }]

    objectName: "cheatSheet"
    pageHeight: 460
    pageWidth: 760
    title: qsTr("Keys")

    onKeyPressed: key => {
        if (key === Qt.Key_Question)
            sheet.close();
    }

    Repeater {
        model: sheet.groups

        Column {
            id: group

            required property int index
            required property var modelData

            spacing: 8
            width: 350
            x: 20 + (index % 2) * 370
            y: 20 + Math.floor(index / 2) * 172

            Words {
                color: Theme.text3
                px: 11
                text: group.modelData.title
                weight: Font.DemiBold
            }
            Repeater {
                model: group.modelData.keys

                Item {
                    id: line

                    required property var modelData

                    height: 20
                    width: group.width

                    KeyCap {
                        ink: Theme.text1
                        text: line.modelData[0]
                        y: 1
                    }
                    Words {
                        color: Theme.text2
                        height: 20
                        px: 13
                        text: line.modelData[1]
                        width: parent.width - x
                        x: 112
                    }
                }
            }
        }
    }
}
