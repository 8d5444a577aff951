pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The presenter's clicker: each of its keys with its action, how Esc acts, and a place to try them,
// where nothing fires.
FocusScope {
    id: clicker

    required property ClickerView view
    required property RowsModel keys
    required property SettingsView settings
    readonly property var offers: ({
            "choices": view.choices,
            "details": view.details,
            "words": view.words
        })

    Component.onDestruction: view.forget()

    // Whatever reaches the page is shown below, and does nothing.
    Keys.onPressed: event => {
        const leaves = event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab || event.key === Qt.Key_Escape;
        if (leaves)
            return;
        if (!event.isAutoRepeat)
            view.hearKey(event.key, event.nativeScanCode, event.modifiers);
        event.accepted = true;
    }

    Words {
        height: 20
        px: 13
        text: qsTr("What the presenter\u2019s clicker does")
        weight: Font.DemiBold
    }
    Words {
        color: Theme.text2
        height: 20
        text: qsTr("A clicker is a keyboard to the computer. These keys are its own: no fader and no timeline takes them.")
        width: parent.width
        y: 20
    }
    Rectangle {
        id: box

        border.color: Theme.line1
        border.width: 1
        color: Theme.bg1
        height: parent.height - y - tried.height - 40
        radius: Theme.controlRadius
        width: parent.width
        y: 46

        PageBody {
            anchors.fill: parent
            anchors.margins: 1
            leastHeight: rows.height + 20
            objectName: "clickerKeys"

            Column {
                id: rows

                spacing: 8
                width: parent.width - 32
                x: 16
                y: 10

                Repeater {
                    model: clicker.keys

                    KeyRow {
                        required property var row

                        facts: row
                        offers: clicker.offers
                        width: rows.width

                        onChosen: action => clicker.view.choose(row.keys, action)
                        onResetAsked: clicker.view.reset(row.keys)
                    }
                }
                Item {
                    height: 30
                    visible: clicker.view.escapeActs
                    width: rows.width

                    KeyCap {
                        ink: Theme.text1
                        text: qsTr("Esc")
                        y: 6
                    }
                    Words {
                        color: Theme.text2
                        height: 30
                        text: qsTr("\u201cend the slides\u201d")
                        width: 140
                        x: 112
                    }
                    Choice {
                        choices: ["once", "held"]
                        label: qsTr("Esc")
                        objectName: "escapeChoice"
                        value: clicker.view.escapeHeld ? "held" : "once"
                        words: [qsTr("Panic, at once"), qsTr("Panic, held 0.4 s")]
                        x: 264
                        y: 1

                        onChosen: value => clicker.view.holdEscape(value === "held")
                    }
                }
                Row {
                    spacing: 8
                    visible: clicker.view.escapeActs && !clicker.view.escapeHeld

                    StateMark {
                        anchors.verticalCenter: parent.verticalCenter
                        kind: "warn"
                    }
                    Words {
                        color: Theme.warn
                        elide: Text.ElideNone
                        maximumLineCount: 2
                        objectName: "escapeWarning"
                        text: qsTr("Some clickers send F5 and Esc in turn from one button. If yours does, choose \u201cheld\u201d, or never touch that button.")
                        width: rows.width - 24
                        wrapMode: Text.Wrap
                    }
                }
                Item {
                    height: 30
                    width: rows.width

                    Words {
                        color: Theme.text2
                        height: 30
                        text: qsTr("Another key")
                        width: 108
                    }
                    KeyEditor {
                        facts: clicker.offers
                        pickerWidth: Math.min(330, rows.width - x - 250)
                        view: clicker.settings
                        x: 112
                    }
                }
                Words {
                    Accessible.role: Accessible.AlertMessage
                    color: clicker.settings.keyLevel === "bad" ? Theme.bad : clicker.settings.keyLevel === "warn" ? Theme.warn : Theme.ok
                    elide: Text.ElideNone
                    maximumLineCount: 3
                    objectName: "keyVerdict"
                    px: 11
                    text: clicker.settings.keyText
                    visible: text !== ""
                    width: rows.width
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    Words {
        height: 24
        px: 13
        text: qsTr("Try it")
        weight: Font.DemiBold
        y: box.y + box.height + 8
    }
    Pressable {
        id: tried

        Accessible.description: words.text
        height: 62
        label: clicker.view.listening ? qsTr("Every key is shown here; a click ends it") : qsTr("Try it: show every key, Esc too")
        objectName: "tryIt"
        ringRadius: Theme.controlRadius
        tip: ""
        width: parent.width
        y: parent.height - height

        Keys.onPressed: event => {
            const leaves = event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab;
            if (!clicker.view.listening || leaves)
                return;
            if (!event.isAutoRepeat)
                clicker.view.hearKey(event.key, event.nativeScanCode, event.modifiers);
            event.accepted = true;
        }
        onActiveFocusChanged: {
            if (!activeFocus)
                clicker.view.listen(false);
        }
        onPressed: clicker.view.listen(!clicker.view.listening)

        Rectangle {
            anchors.fill: parent
            border.color: clicker.view.listening ? Theme.info : Theme.line1
            border.width: clicker.view.listening ? 2 : 1
            color: tried.hovered && !clicker.view.listening ? Theme.bg3 : Theme.bg1
            radius: Theme.controlRadius
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text2
            icon: "ui/clicker"
            size: 24
            x: 16
        }
        Words {
            id: key

            height: parent.height
            objectName: "triedKey"
            px: 18
            text: clicker.view.tried
            weight: Font.DemiBold
            x: 56
        }
        Words {
            id: words

            color: Theme.text2
            elide: Text.ElideNone
            height: parent.height
            maximumLineCount: 2
            objectName: "triedText"
            text: (clicker.view.tried === "" ? clicker.view.listening ? qsTr("Press a key or a button of the clicker.") : qsTr("Press here to try Esc, too.") : clicker.view.triedText) + (clicker.view.triedNow === "" ? "" : " " + clicker.view.triedNow) + " " + qsTr("While this page is open nothing fires.")
            width: parent.width - x - 16
            wrapMode: Text.Wrap
            x: key.x + (key.text === "" ? 0 : key.width + 16)
        }
    }
}
