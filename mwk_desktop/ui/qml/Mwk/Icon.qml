import QtQuick
import QtQuick.Controls.impl

// One of our own icons, tinted. The name is ours, never a user's. Small marks come from heavy/:
// they need a stronger stroke to be seen at all.
IconImage {
    id: image

    property string icon: ""
    property int size: 18

    height: size
    source: icon === "" ? "" : Qt.resolvedUrl("../../icons/" + icon + ".svg")
    sourceSize: Qt.size(size, size)
    transform: Theme.turnedBack(image)
    width: size
}
