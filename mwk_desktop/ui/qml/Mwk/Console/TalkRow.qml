import QtQuick
import Mwk
import Mwk.Pages

// A value of the talk's panel: its name, the field, its unit. What is typed counts when it is left.
Item {
    id: row

    required property string title
    required property string value
    required property string unit
    // The field's objectName.
    required property string name
    required property int inset
    property string hint: ""
    property string label: title
    property bool locked: false
    property alias edge: field.edge
    property int fieldX: 118
    property int fieldWidth: hint === "" ? 66 : 84

    signal typed(string text)

    height: 30

    Words {
        color: Theme.text2
        height: parent.height
        px: 13
        text: row.title
        width: row.fieldX - row.inset - 6
        x: row.inset
    }
    TextField {
        id: field

        property bool dirty: false

        function keep() {
            if (dirty) {
                dirty = false;
                row.typed(text);
            }
            text = Qt.binding(() => row.value);
        }

        hint: row.hint
        label: row.label
        locked: row.locked
        objectName: row.name
        text: row.value
        width: row.fieldWidth
        x: row.fieldX

        onEdited: dirty = true
        onEntered: keep()
        onFinished: keep()
    }
    Words {
        color: Theme.text3
        height: parent.height
        text: row.unit
        width: Math.min(implicitWidth, row.width - x - 8)
        x: row.fieldX + field.width + 10
    }
}
