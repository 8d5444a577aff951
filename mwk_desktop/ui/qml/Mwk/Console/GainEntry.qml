import QtQuick
import Mwk

// The gain in dB; a click or Enter starts typing.
Item {
    id: entry

    readonly property string tip: qsTr("%1: Enter to type").arg(label)

    required property string value
    property bool locked: false
    property bool unit: true
    property bool editing: false
    property string label: ""

    signal typed(string text)

    function begin() {
        if (locked || editing)
            return;
        editing = true;
        input.text = value;
        input.forceActiveFocus();
        input.selectAll();
    }
    function close() {
        editing = false;
    }
    function leave() {
        const mine = input.activeFocus;
        close();
        if (mine)
            forceActiveFocus(Qt.OtherFocusReason);
    }

    Accessible.focusable: true
    Accessible.name: label + ": " + value + " dB"
    Accessible.onPressAction: begin()
    Accessible.role: Accessible.Button
    activeFocusOnTab: !locked && !editing || activeFocus
    implicitHeight: Metrics.readoutHeight

    Keys.onEnterPressed: begin()
    Keys.onReturnPressed: begin()

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
            text: qsTr("dB")
            visible: entry.unit
        }
    }
    MouseArea {
        anchors.fill: parent
        cursorShape: Qt.IBeamCursor
        enabled: !entry.locked && !entry.editing
        hoverEnabled: true

        onClicked: entry.begin()
        onContainsMouseChanged: {
            if (containsMouse)
                Tips.enter(entry);
            else
                Tips.leave(entry);
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
            horizontalAlignment: Theme.end
            maximumLength: 8
            objectName: "gainInput"
            selectByMouse: true
            selectionColor: Theme.line3
            transform: Theme.turnedBack(input)
            verticalAlignment: TextInput.AlignVCenter

            Keys.onEscapePressed: entry.leave()
            Keys.onPressed: event => event.accepted = event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab
            Keys.priority: Keys.AfterItem
            onAccepted: {
                entry.typed(text);
                entry.leave();
            }
            onActiveFocusChanged: {
                if (!activeFocus)
                    entry.close();
            }
        }
    }
    FocusRing {
        anchors.margins: -1
        around: Theme.keyRadius - 3
        visible: entry.activeFocus && !entry.editing
    }
}
