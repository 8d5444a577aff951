pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// All keys, as [keys] of the settings has them now.
Overlay {
    id: sheet

    required property ConsoleView view
    required property bool canOpen
    required property int stripCount
    property bool hasTalk: false
    property bool withPages: false
    readonly property string stripKeys: "1 \u2013 " + stripCount
    readonly property string ctrl: qsTr("Ctrl")
    readonly property string shift: qsTr("\u21e7", "Shift")
    // A line: its keys as the tables name them and as their caps say, and what they do.
    readonly property var pages: [[["Ctrl+O"], [ctrl + " O"], canOpen ? qsTr("Open a recording") : ""], [["Ctrl+K"], [ctrl + " K"], withPages ? qsTr("Connect to Kafka") : ""], [["Ctrl+G"], [ctrl + " G"], qsTr("Messages and crowd")], [["Ctrl+M"], [ctrl + " M"], withPages ? qsTr("Controllers") : ""], [["Ctrl+L"], [ctrl + " L"], withPages ? qsTr("Learn a controller") : ""], [["Ctrl+E"], [ctrl + " E"], withPages ? qsTr("SQL into the stream") : ""], [["Ctrl+T"], [ctrl + " T"], hasTalk ? qsTr("Talk clock") : ""], [["Ctrl+P"], [ctrl + " P"], withPages ? qsTr("Pre-flight check") : ""], [["Ctrl+,"], [ctrl + " ,"], withPages ? qsTr("Settings") : ""], [["Ctrl+Q"], [ctrl + " Q"], qsTr("Quit")]]
    readonly property int columns: Metrics.slim ? 2 : 4
    readonly property var groups: [[
            {
                "title": qsTr("Strips"),
                "keys": [[digits(""), [stripKeys], qsTr("Mode: ON, OFF, AUTO in turn")], [digits("Shift+"), [shift + " " + stripKeys], qsTr("Solo")], [digits("Ctrl+"), [ctrl + " " + stripKeys], qsTr("Next clip, pinned")], [digits("Alt+"), [qsTr("Alt") + " " + stripKeys], qsTr("Focus on a strip")], [["Alt+9", "Alt+0"], [qsTr("Alt") + " 9", qsTr("Alt") + " 0"], qsTr("Focus on the feed \u00b7 the master")], [["0"], ["0"], qsTr("All to AUTO")]]
            },
            {
                "title": qsTr("On the strip with the focus"),
                "keys": [[[], ["M"], qsTr("Mute")], [[], ["H"], qsTr("Pre-listen")], [[], ["\u2191 \u2193"], qsTr("Gain 0.5 dB; Shift 0.1, Ctrl 3")], [[], [qsTr("Home")], qsTr("Gain 0 dB")], [[], ["\u2190 \u2192"], qsTr("Filter: low, high; Shift fine")], [[], [qsTr("End", "key")], qsTr("Filter off")], [[], ["U"], qsTr("Unpin the clip")], [[], ["C"], qsTr("Cancel what is pending")]]
            }
        ], [
            {
                "title": qsTr("Music"),
                "keys": [[["Space"], [qsTr("Space")], qsTr("Hold the scene, and release it")], [["Escape"], [view.escapeHeld ? qsTr("hold Esc") : qsTr("Esc")], qsTr("Panic; again in 2 s: cut")], [["Shift+Escape"], [shift + " " + qsTr("Esc")], qsTr("Panic, through any page")], [["R"], [qsTr("hold R")], qsTr("Resume, after panic or fade")], [["F"], ["F"], qsTr("Fade out; again: returns")], [["N"], ["N"], qsTr("Next scene, or take it back")], [["D"], ["D"], qsTr("Dim by 20 dB")], [["R"], ["R"], qsTr("Record the master; again: stop")]]
            },
            {
                "title": qsTr("Together"),
                "keys": [[["A"], ["A"], qsTr("Arm: what you press waits")], [["G"], ["G"], qsTr("GO: all of it on the next bar")], [["Shift+A"], [shift + " A"], qsTr("Forget what is armed")], [digits("Ctrl+Shift+"), [ctrl + " " + shift + " " + stripKeys], qsTr("Recall a snapshot")], [["Ctrl+S"], [ctrl + " S, " + stripKeys], qsTr("Store a snapshot")], [["Ctrl+Z", "Ctrl+Y"], [ctrl + " Z", ctrl + " Y"], qsTr("Undo \u00b7 redo")]]
            }
        ], [
            {
                "title": qsTr("Stage"),
                "keys": [[["V"], ["V"], qsTr("Votes: the usual picture")], [["J"], ["J"], qsTr("How to join")], [["T"], ["T"], qsTr("A wall of messages")], [["Q"], ["Q"], qsTr("The SQL plot")], [["W"], ["W"], qsTr("The winner")], [["E"], ["E, E"], qsTr("The end (twice within 2 s)")], [["B", "."], ["B", "."], qsTr("Black; again: back")], [["S", "F11"], ["S", "F11"], qsTr("Stage window \u00b7 full screen")]]
            },
            {
                "title": qsTr("Messages, with the focus"),
                "keys": [[[], ["\u2192 \u00b7 \u2190"], qsTr("Approve \u00b7 refuse")], [[], [shift + " \u2192 \u00b7 " + shift + " \u2190"], qsTr("All clean \u00b7 all marked")], [[], ["H \u00b7 X"], qsTr("Hide \u00b7 block the author")]]
            },
            {
                "title": qsTr("Replay"),
                "keys": [[["P"], ["P"], qsTr("Pause; again: go on")], [[], ["\u2190 \u2192"], qsTr("A window; Ctrl: ten")]]
            }
        ], [
            {
                "title": qsTr("Your own keys"),
                "keys": view.ownKeys.map(own => [[], [own.cap], own.text])
            },
            {
                "title": qsTr("Console"),
                "keys": [[["L"], ["L"], qsTr("Lock: strips, stage, phones")], [["?"], ["?"], qsTr("This sheet")], [["F10"], ["F10"], qsTr("Menu")], [[], [qsTr("Tab") + ", " + qsTr("Enter")], qsTr("Next control; press it")]]
            },
            {
                "title": qsTr("Pages (Esc closes them)"),
                "keys": pages
            },
            {
                "title": qsTr("Clicker"),
                "keys": [[["PageDown"], [qsTr("Page \u2193")], qsTr("GO, where something is armed")]]
            }
        ]]

    function digits(before: string): var {
        const keys = [];
        for (let place = 1; place <= stripCount; place++)
            keys.push(before + place);
        return keys;
    }
    // The caps of a line's keys that still do this; none: the line is not shown.
    function capsOf(line: var): string {
        const [keys, caps, text] = line;
        if (text === "")
            return "";
        if (keys.length === 0)
            return caps[0];
        const left = keys.filter(key => !view.takenKeys.includes(key));
        if (caps.length === 1)
            return left.length > 0 ? caps[0] : "";
        return caps.filter((cap, place) => left.includes(keys[place])).join(" \u00b7 ");
    }
    function linesOf(keys: var): var {
        return keys.map(line => [capsOf(line), line[2]]).filter(line => line[0] !== "");
    }

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
                        readonly property var lines: sheet.linesOf(modelData.keys)

                        spacing: 5
                        visible: lines.length > 0
                        width: side.width

                        Words {
                            color: Theme.text3
                            px: 11
                            text: group.modelData.title
                            weight: Font.DemiBold
                        }
                        Repeater {
                            model: group.lines

                            Item {
                                id: line

                                required property var modelData

                                height: 20
                                width: group.width

                                KeyCap {
                                    id: cap

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
                                    x: Math.max(92, cap.width + 8)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
