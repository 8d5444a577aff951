import QtQuick
import QtQuick.Controls.impl

// One of our own icons, tinted. The name is ours, never a user's.
IconImage {
    property string icon: ""
    property int size: 18
    // Small marks need a stronger stroke to be seen at all.
    property bool heavy: false

    height: size
    source: icon === "" ? "" : Qt.resolvedUrl("../../icons/" + (heavy ? icon.replace("ui/", "heavy/") : icon) + ".svg")
    sourceSize: Qt.size(size, size)
    width: size
}
