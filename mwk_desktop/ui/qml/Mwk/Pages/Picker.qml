pragma ComponentBehavior: Bound

import QtQuick
import Mwk

// One of many: shows the one that is chosen and opens a list of all.
Pressable {
    id: picker

    property var choices: []
    property var words: choices
    // Small print beside a word.
    property var details: []
    property string value: ""
    property string icon: ""
    // The small print of the chosen one stands beside it.
    property bool detailed: false
    readonly property int at: choices.indexOf(value)
    readonly property string word: at >= 0 ? words[at] ?? value : value
    property PickerList list: null

    signal chosen(string value)
    signal opened

    // The page that the list lies over.
    function frame(): Item {
        let found = parent;
        while (found !== null && !(found instanceof PageFrame))
            found = found.parent;
        return found;
    }
    function open() {
        const over = frame();
        if (locked || over === null || list !== null)
            return;
        opened();
        const corner = picker.mapToItem(over, 0, 0);
        list = lists.createObject(over, {
            "spot": Qt.rect(corner.x, corner.y, picker.width, picker.height)
        });
        list.begin();
    }
    function close() {
        if (list === null)
            return;
        list.destroy();
        list = null;
        picker.forceActiveFocus(Qt.PopupFocusReason);
    }

    Accessible.description: details[at] ?? ""
    Accessible.name: label + ": " + word
    Accessible.role: Accessible.ComboBox
    implicitHeight: 30
    implicitWidth: 200
    tip: shownWord.truncated ? word : ""

    Component.onDestruction: {
        if (list !== null)
            list.destroy();
    }

    Keys.onDownPressed: open()
    Keys.onUpPressed: open()
    onPressed: open()

    Component {
        id: lists

        PickerList {
            choices: picker.choices
            details: picker.details
            label: picker.label
            value: picker.value
            words: picker.words

            onChosen: value => {
                picker.close();
                picker.chosen(value);
            }
            onDismissed: picker.close()
        }
    }
    Rectangle {
        anchors.fill: parent
        border.color: picker.locked ? Theme.line1 : Theme.line2
        border.width: 1
        color: picker.locked ? Theme.none : picker.hovered || picker.down || picker.list !== null ? Theme.bg4 : Theme.bg3
        radius: Theme.controlRadius
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text2
        icon: picker.icon
        size: 16
        visible: picker.icon !== ""
        x: 10
    }
    Words {
        id: shownWord

        color: picker.locked ? Theme.text3 : Theme.text1
        height: parent.height
        objectName: "pickerWord"
        px: 13
        text: picker.word
        width: Math.min(implicitWidth, parent.width - x - 30)
        x: picker.icon === "" ? 12 : 34
    }
    Words {
        color: Theme.text3
        height: parent.height
        objectName: "pickerDetail"
        px: 11
        text: picker.detailed ? picker.details[picker.at] ?? "" : ""
        width: Math.max(0, parent.width - x - 30)
        x: shownWord.x + shownWord.width + 8
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text2
        icon: "ui/chev"
        size: 14
        x: parent.width - 24
    }
}
