pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// One setting: its label, the control that fits, what it is for, its raw key small beside it, and
// what is wrong with it in one line.
Item {
    id: setting

    required property var facts
    required property SettingsView view
    // The raw key stands under the control where the page is narrow.
    property bool narrow: false
    property string mono: Theme.family

    signal changed(string name, string value)
    signal resetAsked(string name)
    signal browseAsked(string name, string label, string value, bool folders)
    signal listOpened

    readonly property string control: facts.control
    readonly property bool typed: ["text", "whole", "number", "list", "folder", "file", "secret", "slider"].includes(control)
    readonly property bool slid: control === "slider"
    readonly property bool small: control === "whole" || control === "number" || slid
    readonly property bool browsed: control === "folder" || control === "file"
    // A test tone can be asked for here.
    readonly property bool sounds: view.canTone && (facts.kind === "output" || facts.name === "audio.cue" && facts.value !== "off")
    readonly property int titleHeight: facts.title !== "" ? 34 : 0
    readonly property int editX: narrow ? 190 : 216
    readonly property int editWidth: Math.min(330, width - editX - 140)
    // Where the buttons beside a control begin.
    readonly property real controlWidth: {
        if (control === "switch")
            return 56;
        if (slid)
            return slider.width + 16 + field.width + 44;
        if (small)
            return 104 + 10 + 60;
        return Math.max(editWidth, control === "choice" ? segments.width + (facts.note === "" ? 0 : 130) : 0) + 8;
    }
    readonly property string accessibleHelp: (facts.problem !== "" ? facts.problem + ". " : "") + facts.help + " " + facts.sourceText

    function keep() {
        if (field.dirty) {
            field.dirty = false;
            changed(facts.name, field.text);
        }
    }
    // A property of [kafka] is kept with its name.
    function keepProperty() {
        if (propertyName.text.trim() === "")
            return;
        changed("kafka." + propertyName.text.trim(), propertyValue.text);
        if (propertyValue.text !== "")
            propertyValue.text = propertyName.text = "";
    }

    Accessible.ignored: true
    height: notes.y + notes.height + 14
    objectName: "setting_" + facts.name

    Words {
        color: Theme.text3
        height: 24
        objectName: "settingTitle"
        px: 11
        text: setting.facts.title
        visible: text !== ""
        weight: Font.DemiBold
        y: 4
    }
    Item {
        id: line

        height: 30
        width: parent.width
        y: setting.titleHeight

        Words {
            height: 30
            objectName: "settingLabel"
            px: 13
            text: setting.facts.label
            weight: Font.Medium
            width: setting.editX - 12
        }
        Tick {
            Accessible.description: setting.accessibleHelp
            label: setting.facts.label
            objectName: "editSwitch"
            on: setting.facts.value === "true"
            visible: setting.control === "switch"
            x: setting.editX
            y: 1

            onPressed: setting.changed(setting.facts.name, on ? "false" : "true")
        }
        Choice {
            id: segments

            Accessible.description: setting.accessibleHelp
            choices: setting.control === "choice" ? setting.facts.choices : []
            label: setting.facts.label
            objectName: "editChoice"
            value: setting.facts.value
            visible: setting.control === "choice"
            words: setting.facts.words
            x: setting.editX
            y: 1

            onChosen: value => {
                if (value !== setting.facts.value)
                    setting.changed(setting.facts.name, value);
            }
        }
        Words {
            color: Theme.text3
            height: 30
            objectName: "settingNote"
            text: setting.facts.note
            visible: text !== ""
            x: setting.editX + segments.width + 16
        }
        SettingSlider {
            id: slider

            Accessible.description: setting.accessibleHelp
            label: setting.facts.label
            least: setting.facts.least
            most: setting.facts.most
            objectName: "editSlider"
            unit: setting.facts.unit
            value: parseInt(setting.facts.value) || 0
            visible: setting.slid
            width: 220
            x: setting.editX

            onKept: value => {
                field.dirty = false;
                setting.changed(setting.facts.name, String(value));
            }
        }
        Picker {
            choices: setting.control === "picker" ? setting.facts.choices : []
            detailed: setting.facts.kind === "output"
            details: setting.facts.details
            icon: setting.facts.kind === "output" ? "ui/spk" : ""
            label: setting.facts.label
            objectName: "editPicker"
            value: setting.facts.value
            visible: setting.control === "picker"
            width: setting.editWidth
            words: setting.facts.words
            x: setting.editX

            onChosen: value => {
                if (value !== setting.facts.value)
                    setting.changed(setting.facts.name, value);
            }
            onOpened: setting.listOpened()
        }
        TextField {
            id: field

            property bool dirty: false

            description: setting.accessibleHelp
            hint: setting.control === "secret" ? (setting.facts.value === "" ? qsTr("not set") : qsTr("set; type to replace it")) : setting.facts.default
            label: setting.facts.label + (setting.facts.unit === "" ? "" : " (" + setting.facts.unit + ")")
            objectName: "editText"
            secret: setting.control === "secret"
            // While the slider is dragged, where it is.
            text: setting.control === "secret" ? "" : setting.slid && slider.shown !== slider.value ? String(slider.shown) : setting.facts.value
            visible: setting.typed
            width: setting.slid ? 58 : setting.small ? 104 : setting.editWidth
            wrong: setting.facts.problem !== ""
            x: setting.editX + (setting.slid ? slider.width + 16 : 0)

            onEdited: dirty = true
            onEntered: setting.keep()
            onFinished: setting.keep()
        }
        Words {
            color: Theme.text3
            height: 30
            objectName: "settingUnit"
            text: setting.facts.unit
            visible: setting.small && text !== ""
            x: field.x + field.width + 10
        }
        TextField {
            id: propertyName

            description: setting.accessibleHelp
            family: setting.mono
            hint: "security.protocol"
            label: qsTr("Name of the property")
            objectName: "propertyName"
            visible: setting.control === "property"
            width: 190
            wrong: setting.facts.problem !== ""
            x: setting.editX

            onEntered: propertyValue.input.forceActiveFocus(Qt.TabFocusReason)
        }
        TextField {
            id: propertyValue

            hint: qsTr("its value")
            label: qsTr("Value of the property")
            objectName: "propertyValue"
            visible: setting.control === "property"
            width: Math.max(80, setting.editWidth - 198 + 130)
            x: setting.editX + 198

            onEntered: setting.keepProperty()
        }
        Loader {
            id: tiles

            active: setting.control === "screen"
            width: setting.width - setting.editX - (setting.narrow ? 0 : 130)
            x: setting.editX

            sourceComponent: ScreenTiles {
                facts: setting.facts
                view: setting.view

                onChosen: value => setting.changed(setting.facts.name, value)
            }
        }
        Loader {
            active: setting.control === "key"
            x: setting.editX

            sourceComponent: KeyEditor {
                facts: setting.facts
                pickerWidth: Math.min(setting.editWidth, setting.width - setting.editX - (setting.narrow ? 260 : 320))
                view: setting.view
            }
        }
        Row {
            id: buttons

            spacing: 8
            visible: setting.control !== "screen"
            x: setting.editX + setting.controlWidth

            PageButton {
                icon: "ui/wave"
                label: setting.control === "picker" ? qsTr("Test tone on outputs 1 and 2") : qsTr("Test tone on outputs 3 and 4")
                locked: setting.view.toneRunning
                objectName: "testTone"
                text: qsTr("Test tone")
                visible: setting.sounds

                onPressed: setting.view.playTone(setting.facts.name)
            }
            PageButton {
                objectName: "tapToSet"
                text: qsTr("Tap to set…")
                visible: setting.facts.name === "audio.visual_offset_ms"

                onPressed: setting.view.askForTaps()
            }
            PageButton {
                label: qsTr("%1: choose").arg(setting.facts.label)
                objectName: "editBrowse"
                text: qsTr("Choose…")
                visible: setting.browsed

                onPressed: setting.browseAsked(setting.facts.name, setting.facts.label, setting.facts.value, setting.control === "folder")
            }
            PageButton {
                label: qsTr("%1: back to %2").arg(setting.facts.label).arg(setting.facts.default)
                objectName: "editReset"
                text: qsTr("Default")
                visible: setting.facts.canReset && setting.control !== "property"

                onPressed: {
                    field.dirty = false;
                    setting.resetAsked(setting.facts.name);
                }
            }
        }
    }
    Words {
        color: Theme.text3
        font.family: setting.mono
        height: setting.narrow ? 16 : 30
        horizontalAlignment: Theme.end
        objectName: "settingKey"
        px: 11
        text: setting.control === "property" ? "[kafka]" : setting.control === "key" ? "[keys]" : setting.facts.name
        width: setting.narrow ? Math.min(implicitWidth, setting.width * 0.4) : Math.min(implicitWidth, setting.width - x0 - 4)
        x: setting.width - width - 4
        y: setting.narrow ? notes.y : setting.titleHeight

        readonly property real x0: buttons.x + buttons.width + 12
    }
    Column {
        id: notes

        spacing: 1
        width: (setting.narrow ? setting.width - 190 : setting.width - 20) - x
        x: setting.editX
        y: setting.titleHeight + (setting.control === "screen" ? tiles.height + 4 : 34)

        Words {
            Accessible.role: Accessible.AlertMessage
            color: Theme.bad
            objectName: "settingProblem"
            px: 11
            text: setting.facts.problem
            elide: Text.ElideNone
            maximumLineCount: 2
            wrapMode: Text.Wrap
            visible: setting.facts.problem !== ""
            width: parent.width
        }
        Words {
            Accessible.role: Accessible.AlertMessage
            color: setting.view.toneLevel === "bad" ? Theme.bad : setting.view.toneLevel === "off" ? Theme.warn : Theme.ok
            elide: Text.ElideNone
            maximumLineCount: 3
            objectName: "toneText"
            px: 11
            text: setting.view.toneText
            visible: setting.sounds && setting.view.toneFor === setting.facts.name && text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            Accessible.role: Accessible.AlertMessage
            color: setting.view.keyLevel === "bad" ? Theme.bad : setting.view.keyLevel === "warn" ? Theme.warn : Theme.ok
            elide: Text.ElideNone
            maximumLineCount: 3
            objectName: "keyVerdict"
            px: 11
            text: setting.view.keyText
            visible: setting.control === "key" && text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            color: Theme.text2
            elide: Text.ElideNone
            maximumLineCount: 3
            objectName: "settingHelp"
            px: 11
            text: setting.facts.help
            width: parent.width
            wrapMode: Text.Wrap
        }
        Words {
            color: setting.facts.wins ? Theme.warn : Theme.text3
            elide: Text.ElideNone
            maximumLineCount: 2
            objectName: "settingSource"
            px: 11
            wrapMode: Text.Wrap
            text: setting.facts.sourceText + (setting.facts.source !== "default" ? " \u00b7 " + qsTr("default: %1").arg(setting.facts.default) : "")
            visible: setting.control !== "property" && setting.control !== "key"
            width: parent.width
        }
    }
}
