import QtQuick
import Mwk

// The gain in dB; a click lets it be typed.
Item {
    id: entry

    required property string value
    property bool locked: false
    property bool unit: true
    property bool editing: false
    property string label: ""

    signal typed(string text)

    function close() {
        editing = false;
    }

    height: 22

    Row {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 3
        visible: !entry.editing

        Words {
            color: entry.locked ? Theme.text3 : Theme.text1
            objectName: "gainText"
            px: 11
            text: entry.value
            weight: Font.DemiBold
        }
        Words {
            color: Theme.text3
            px: 11
            text: "dB"
            visible: entry.unit
        }
    }
    MouseArea {
        anchors.fill: parent
        cursorShape: Qt.IBeamCursor
        enabled: !entry.locked && !entry.editing

        onClicked: {
            entry.editing = true;
            input.text = entry.value;
            input.forceActiveFocus();
            input.selectAll();
        }
    }
    Rectangle {
        anchors.fill: parent
        border.color: Theme.info
        border.width: 1
        color: Theme.bg0
        radius: Theme.keyRadius
        visible: entry.editing

        TextInput {
            id: input

            Accessible.name: entry.label
            Accessible.role: Accessible.EditableText
            anchors.fill: parent
            anchors.rightMargin: 4
            clip: true
            color: Theme.text1
            font.family: Theme.family
            font.pixelSize: 11
            horizontalAlignment: TextInput.AlignRight
            maximumLength: 8
            objectName: "gainInput"
            selectByMouse: true
            selectionColor: Theme.line3
            verticalAlignment: TextInput.AlignVCenter

            Keys.onEscapePressed: entry.close()
            Keys.onPressed: event => event.accepted = event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab
            Keys.priority: Keys.AfterItem
            onAccepted: {
                entry.typed(text);
                entry.close();
            }
            onActiveFocusChanged: {
                if (!activeFocus)
                    entry.close();
            }
        }
    }
}
