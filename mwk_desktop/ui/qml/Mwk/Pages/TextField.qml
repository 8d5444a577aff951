import QtQuick
import Mwk

// One line to type into: plain text, with a ring when it has the focus.
Item {
    id: field

    property alias text: input.text
    property alias input: input
    property alias maximumLength: input.maximumLength
    property string label: ""
    property string description: ""
    property string hint: ""
    property bool locked: false
    property bool secret: false
    property bool wrong: false
    property string family: Theme.family
    // The border at rest.
    property color edge: Theme.line2

    signal edited(string text)
    signal entered(string text)
    signal finished

    Accessible.ignored: true
    implicitHeight: 30

    Rectangle {
        anchors.fill: parent
        border.color: input.activeFocus ? Theme.info : field.wrong ? Theme.bad : field.locked ? Theme.line1 : field.edge
        border.width: input.activeFocus ? 2 : field.wrong ? 1.5 : 1
        color: Theme.bg0
        radius: Theme.controlRadius
    }
    Words {
        anchors.fill: input
        color: Theme.text3
        text: field.hint
        visible: input.text === "" && field.hint !== ""
    }
    TextInput {
        id: input

        Accessible.description: field.description
        Accessible.editable: !field.locked
        Accessible.name: field.label
        Accessible.passwordEdit: field.secret
        Accessible.role: Accessible.EditableText
        activeFocusOnTab: !field.locked
        anchors.fill: parent
        anchors.leftMargin: 10
        anchors.rightMargin: 10
        clip: true
        color: field.locked ? Theme.text3 : Theme.text1
        echoMode: field.secret ? TextInput.Password : TextInput.Normal
        font.family: field.family
        font.pixelSize: 13
        maximumLength: 4000
        objectName: "input"
        readOnly: field.locked
        selectByMouse: true
        selectedTextColor: Theme.text1
        selectionColor: Theme.line3
        transform: Theme.turnedBack(input)
        verticalAlignment: TextInput.AlignVCenter

        onAccepted: field.entered(text)
        onActiveFocusChanged: {
            if (!activeFocus)
                field.finished();
        }
        onTextEdited: field.edited(text)
    }
}
