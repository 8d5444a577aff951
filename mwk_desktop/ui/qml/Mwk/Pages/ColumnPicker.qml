import QtQuick
import MwkViews

// Which column of an answer is drawn.
Picker {
    id: picker

    required property QueryView view
    required property var places
    required property int which
    required property string axis
    // None of them, too.
    property bool optional: false

    choices: (optional ? ["-1"] : []).concat(places.map(place => String(place)))
    implicitHeight: 28
    implicitWidth: 128
    objectName: "pick_" + axis
    value: String(which)
    words: choices.map(place => place === "-1" ? qsTr("none") : (view.columns[Number(place)] ?? ({
                    "name": ""
                })).name)

    onChosen: value => {
        if (axis === "bars")
            view.barsOf(Number(value));
        else
            view.plotColumn(axis, Number(value));
    }
}
