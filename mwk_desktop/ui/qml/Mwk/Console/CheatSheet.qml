pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// All keys.
Overlay {
    id: sheet

    required property bool canOpen
    required property int stripCount
    property bool hasTalk: false
    property bool withPages: false
    readonly property string stripKeys: "1 \u2013 " + stripCount
    readonly property string ctrl: qsTr("Ctrl")
    readonly property string shift: qsTr("\u21e7", "Shift")
    readonly property var pages: (canOpen ? [[ctrl + " O", qsTr("Open a recording")]] : []).concat(withPages ? [[ctrl + " K", qsTr("Connect to Kafka")]] : []).concat([[ctrl + " G", qsTr("Messages and crowd")]]).concat(withPages ? [[ctrl + " M", qsTr("Controllers")], [ctrl + " L", qsTr("Learn a controller")], [ctrl + " E", qsTr("SQL into the stream")]] : []).concat(hasTalk ? [[ctrl + " T", qsTr("Talk clock")]] : []).concat(withPages ? [[ctrl + " P", qsTr("Pre-flight check")], [ctrl + " ,", qsTr("Settings")]] : []).concat([[ctrl + " Q", qsTr("Quit: asks")]])
    readonly property int columns: Metrics.slim ? 2 : 4
    readonly property var groups: [[
            {
                "title": qsTr("Strips"),
                "keys": [[stripKeys, qsTr("Mode: ON, OFF, AUTO in turn")], [shift + " " + stripKeys, qsTr("Solo")], [ctrl + " " + stripKeys, qsTr("Next clip, pinned")], [qsTr("Alt") + " " + stripKeys, qsTr("Focus on a strip")], [qsTr("Alt") + " 9 \u00b7 0", qsTr("Focus on the feed \u00b7 the master")], ["0", qsTr("All to AUTO")]]
            },
            {
                "title": qsTr("On the strip with the focus"),
                "keys": [["M", qsTr("Mute")], ["H", qsTr("Pre-listen")], ["\u2191 \u2193", qsTr("Gain 0.5 dB; Shift 0.1, Ctrl 3")], [qsTr("Home"), qsTr("Gain 0 dB")], ["\u2190 \u2192", qsTr("Filter: low, high; Shift fine")], [qsTr("End", "key"), qsTr("Filter off")], ["U", qsTr("Unpin the clip")], ["C", qsTr("Cancel what is pending")]]
            }
        ], [
            {
                "title": qsTr("Music"),
                "keys": [[qsTr("Space"), qsTr("Hold the scene, and release it")], [qsTr("Esc"), qsTr("Panic; again in 2 s: cut")], [shift + " " + qsTr("Esc"), qsTr("Panic, through any page")], [qsTr("hold R"), qsTr("Resume, after panic or fade")], ["F", qsTr("Fade out; again: returns")], ["N", qsTr("Next scene now; again: not")], ["D", qsTr("Dim by 20 dB")], ["R", qsTr("Record the master; again: stop")]]
            },
            {
                "title": qsTr("Together"),
                "keys": [["A", qsTr("Arm: what you press waits")], ["G", qsTr("GO: all of it on the next bar")], [shift + " A", qsTr("Forget what is armed")], [ctrl + " " + shift + " " + stripKeys, qsTr("Recall a snapshot")], [ctrl + " S, " + stripKeys, qsTr("Store a snapshot")], [ctrl + " Z \u00b7 Y", qsTr("Undo \u00b7 redo")]]
            }
        ], [
            {
                "title": qsTr("Stage"),
                "keys": [["V", qsTr("Votes: the usual picture")], ["J", qsTr("How to join")], ["T", qsTr("A wall of messages")], ["Q", qsTr("The SQL plot")], ["W", qsTr("The winner")], ["E, E", qsTr("The end (twice within 2 s)")], ["B  .", qsTr("Black; again: back")], ["S \u00b7 F11", qsTr("Stage window \u00b7 full screen")]]
            },
            {
                "title": qsTr("Messages, with the focus"),
                "keys": [["\u2192 \u00b7 \u2190", qsTr("Approve \u00b7 refuse")], [shift + " \u2192 \u00b7 " + shift + " \u2190", qsTr("All clean \u00b7 all marked")], ["H \u00b7 X", qsTr("Hide \u00b7 block the author")]]
            },
            {
                "title": qsTr("Replay"),
                "keys": [["P", qsTr("Pause; again: go on")], ["\u2190 \u2192", qsTr("A window; Ctrl: ten")]]
            }
        ], [
            {
                "title": qsTr("Console"),
                "keys": [["L", qsTr("Lock: strips, stage, phones")], ["?", qsTr("This sheet")], ["F10", qsTr("Menu")], [qsTr("Tab") + ", " + qsTr("Enter"), qsTr("Next control; press it")]]
            },
            {
                "title": qsTr("Pages (Esc closes them)"),
                "keys": pages
            },
            {
                "title": qsTr("Clicker"),
                "keys": [[qsTr("Page \u2193"), qsTr("GO, where something is armed")]]
            }
        ]]

    objectName: "cheatSheet"
    leastHeight: grid.height + 32
    pageHeight: 49 + leastHeight
    pageWidth: 1320
    title: qsTr("Keys")

    onKeyPressed: key => {
        if (key === Qt.Key_Question)
            sheet.close();
    }

    Grid {
        id: grid

        columnSpacing: 20
        columns: sheet.columns
        rowSpacing: 18
        width: parent.width - 40
        x: 20
        y: 16

        Repeater {
            model: sheet.groups

            Column {
                id: side

                required property var modelData

                spacing: 14
                width: (grid.width - (sheet.columns - 1) * grid.columnSpacing) / sheet.columns

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
                                    x: 92
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
