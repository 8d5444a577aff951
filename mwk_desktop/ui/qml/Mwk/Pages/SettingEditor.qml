import QtQuick
import Mwk

// One setting: its name, the editor that fits, what it is for, and where its value comes from.
Item {
    id: setting

    required property var facts

    signal changed(string name, string value)
    signal resetAsked(string name)

    readonly property string kind: facts.kind
    readonly property bool typed: kind !== "switch" && kind !== "choice" && kind !== "shown"
    readonly property bool small: kind === "whole" || kind === "number"
    readonly property int editX: 210

    function keep() {
        if (field.dirty) {
            field.dirty = false;
            changed(facts.name, field.text);
        }
    }

    Accessible.ignored: true
    height: Math.max(30, 34 + notes.height) + 10
    objectName: "setting_" + facts.name

    Words {
        height: 30
        px: 13
        text: setting.facts.key
        weight: Font.DemiBold
        width: setting.editX - 12
    }
    Tick {
        label: setting.facts.key
        objectName: "editSwitch"
        on: setting.facts.value === "true"
        visible: setting.kind === "switch"
        x: setting.editX
        y: 1

        onPressed: setting.changed(setting.facts.name, on ? "false" : "true")
    }
    Choice {
        choices: setting.kind === "choice" ? setting.facts.choices : []
        label: setting.facts.key
        objectName: "editChoice"
        value: setting.facts.value
        visible: setting.kind === "choice"
        words: setting.facts.words
        x: setting.editX
        y: 1

        onChosen: value => setting.changed(setting.facts.name, value)
    }
    Words {
        height: 30
        text: setting.facts.value
        visible: setting.kind === "shown"
        width: setting.width - x - 100
        x: setting.editX
    }
    TextField {
        id: field

        property bool dirty: false

        hint: setting.kind === "secret" ? (setting.facts.value === "" ? qsTr("not set") : qsTr("set; type to replace it")) : setting.facts.default
        label: setting.facts.key
        objectName: "editText"
        secret: setting.kind === "secret"
        text: setting.kind === "secret" ? "" : setting.facts.value
        visible: setting.typed
        width: setting.small ? 120 : Math.min(420, setting.width - x - 110)
        wrong: setting.facts.problem !== ""
        x: setting.editX

        onEdited: dirty = true
        onEntered: setting.keep()
        onFinished: setting.keep()
    }
    PageButton {
        label: qsTr("%1: back to %2").arg(setting.facts.key).arg(setting.facts.default)
        objectName: "editReset"
        text: qsTr("Default")
        visible: setting.facts.canReset && setting.kind !== "shown"
        x: setting.width - width - 8

        onPressed: {
            field.dirty = false;
            setting.resetAsked(setting.facts.name);
        }
    }
    Column {
        id: notes

        spacing: 1
        width: setting.width - x - 8
        x: setting.editX
        y: 33

        Words {
            Accessible.role: Accessible.AlertMessage
            color: Theme.bad
            elide: Text.ElideNone
            maximumLineCount: 3
            objectName: "settingProblem"
            text: setting.facts.problem
            visible: setting.facts.problem !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            color: Theme.text2
            elide: Text.ElideNone
            maximumLineCount: 3
            objectName: "settingHelp"
            text: setting.facts.help
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            color: setting.facts.wins ? Theme.warn : Theme.text3
            objectName: "settingSource"
            px: 11
            text: setting.facts.sourceText + (setting.facts.source !== "default" ? " \u00b7 " + qsTr("default: %1").arg(setting.facts.default) : "") + (setting.facts.restart ? "" : " \u00b7 " + qsTr("acts at once"))
            width: parent.width
        }
    }
}
