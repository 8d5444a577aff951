pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// All keys.
Overlay {
    id: sheet

    required property bool canOpen
    required property int stripCount
    property bool withPages: false
    readonly property string stripKeys: "1 \u2013 " + stripCount
    readonly property var more: (canOpen ? [[qsTr("Ctrl") + " O", qsTr("Open a recording")]] : []).concat(withPages ? [[qsTr("Ctrl") + " K", qsTr("Connect to Kafka")], [qsTr("Ctrl") + " E", qsTr("SQL into the stream")], [qsTr("Ctrl") + " P", qsTr("Pre-flight check")], [qsTr("Ctrl") + " M", qsTr("Controllers; Ctrl L: learn")], [qsTr("Ctrl") + " ,", qsTr("Settings")]] : [])
    readonly property var groups: [[{
                "title": qsTr("Strips"),
                "keys": [[stripKeys, qsTr("Mode: auto, on, off")], [qsTr("Shift") + " " + stripKeys, qsTr("Solo")], [qsTr("Ctrl") + " " + stripKeys, qsTr("Next variation")], [qsTr("Alt") + " " + stripKeys, qsTr("Focus the strip")]]
            }, {
                "title": qsTr("Strip with the focus"),
                "keys": [["M", qsTr("Mute")], ["\u2191 \u2193", qsTr("Fader, 0.5 dB")], [qsTr("Shift") + " \u2191 \u2193", qsTr("Fader, 0.1 dB")], [qsTr("Ctrl") + " \u2191 \u2193", qsTr("Fader, 3 dB")], ["C", qsTr("Cancel what is pending")]]
            }, {
                "title": qsTr("GO and snapshots"),
                "keys": [["A", qsTr("Arm: what is pressed waits for GO")], ["G", qsTr("GO, on the next bar")], [qsTr("Shift") + " A", qsTr("Forget what is armed")], ["0", qsTr("All to AUTO")], ["N", qsTr("Next scene now; again: not")], [qsTr("Ctrl") + " " + qsTr("Shift") + " " + stripKeys, qsTr("Recall a snapshot")], [qsTr("Ctrl") + " S", qsTr("Store a snapshot: then a digit")]]
            }, {
                "title": qsTr("Message with the focus"),
                "keys": [["H", qsTr("Hide it")], ["X", qsTr("Block its author")]]
            }, {
                "title": qsTr("Timeline with the focus"),
                "keys": [["\u2190 \u2192", qsTr("One window back, on")], [qsTr("Ctrl") + " \u2190 \u2192", qsTr("Ten windows back, on")]]
            }], [{
                "title": qsTr("Show"),
                "keys": [[qsTr("Space"), qsTr("Hold the scene, and release it")], [qsTr("Esc"), qsTr("Panic; again within 2 s: cut")], [qsTr("Shift") + " " + qsTr("Esc"), qsTr("Panic through any page")], [qsTr("hold R"), qsTr("Resume, when nothing is heard")], ["F", qsTr("Fade out; again: the music returns")], ["W", qsTr("The winner on the stage; again: back")], ["R", qsTr("Record the master; again: stop")], ["P", qsTr("Pause a replay; again: go on")], [qsTr("Ctrl") + " Z", qsTr("Undo")], [qsTr("Ctrl") + " Y", qsTr("Redo")]]
            }, {
                "title": qsTr("Windows"),
                "keys": [["S", qsTr("Stage window")], ["F11", qsTr("Full screen of the stage")], ["L", qsTr("Lock and unlock the console")], [qsTr("Ctrl") + " G", qsTr("Crowd: limit, blocked users, page")], ["F10", qsTr("Menu")], [qsTr("Tab"), qsTr("Next control; Enter presses it")], ["?", qsTr("This sheet; Esc closes a page first")]].concat(more)
            }]]

    objectName: "cheatSheet"
    pageHeight: 752
    pageWidth: 760
    title: qsTr("Keys")

    onKeyPressed: key => {
        if (key === Qt.Key_Question)
            sheet.close();
    }

    Repeater {
        model: sheet.groups

        Column {
            id: side

            required property int index
            required property var modelData

            spacing: 14
            width: 350
            x: 20 + index * 370
            y: 16

            Repeater {
                model: side.modelData

                Column {
                    id: group

                    required property var modelData

                    spacing: 5
                    width: side.width

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
                                x: 104
                            }
                        }
                    }
                }
            }
        }
    }
}
