import QtQuick
import Mwk
import MwkViews

// Gives a key or a clicker's button an action: the key is pressed, the action chosen, and what
// stands against it said before it is kept.
Item {
    id: editor

    required property var facts
    required property SettingsView view
    property int pickerWidth: 330
    readonly property bool ready: view.newKey !== "" && view.newAction !== "" && view.keyLevel !== "bad"

    implicitHeight: 30

    Pressable {
        id: field

        Accessible.role: Accessible.Button
        height: 30
        label: editor.view.listening ? qsTr("Press a key or a button of the clicker") : editor.view.newKey === "" ? qsTr("Choose a key") : qsTr("Key: %1").arg(editor.view.newKey)
        objectName: "keyField"
        tip: ""
        width: 150

        // Enter, as on every control, presses it: it ends the waiting.
        Keys.onPressed: event => {
            const leaves = event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab;
            if (!editor.view.listening || leaves)
                return;
            if (!event.isAutoRepeat)
                editor.view.hearKey(event.key, event.nativeScanCode, event.modifiers);
            event.accepted = true;
        }
        onActiveFocusChanged: {
            if (!activeFocus)
                editor.view.listen(false);
        }
        onPressed: editor.view.listen(!editor.view.listening)

        Rectangle {
            anchors.fill: parent
            border.color: editor.view.listening ? Theme.info : Theme.line2
            border.width: editor.view.listening ? 2 : 1
            color: editor.view.listening ? Theme.bg0 : field.hovered || field.down ? Theme.bg4 : Theme.bg3
            radius: Theme.controlRadius
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text2
            icon: "ui/keyb"
            size: 16
            x: 10
        }
        Words {
            color: editor.view.newKey === "" || editor.view.listening ? Theme.text2 : Theme.text1
            height: parent.height
            objectName: "keyName"
            px: 13
            text: editor.view.listening ? qsTr("Press it…") : editor.view.newKey === "" ? qsTr("Choose a key…") : editor.view.newKey
            width: parent.width - x - 8
            x: 34
        }
    }
    Picker {
        id: action

        choices: editor.facts.choices
        details: editor.facts.details
        label: qsTr("What the key does")
        objectName: "keyAction"
        value: editor.view.newAction
        width: editor.pickerWidth
        words: editor.facts.words
        x: field.width + 8

        onChosen: value => editor.view.chooseAction(value)
    }
    PageButton {
        locked: !editor.ready
        objectName: "keyAssign"
        solid: true
        text: qsTr("Keep")
        x: action.x + action.width + 8

        onPressed: editor.view.assignKey()
    }
}
