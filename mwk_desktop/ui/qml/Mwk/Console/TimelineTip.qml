import QtQuick
import Mwk
import MwkViews

// The moment of the recording under the pointer.
Rectangle {
    id: tip

    required property ConsoleView view
    // The place in the recording, 0 to 1.
    required property real spot

    border.color: Theme.line2
    border.width: 1
    color: Theme.bg4
    height: 20
    objectName: "moment"
    radius: Theme.controlRadius
    width: words.implicitWidth + 12

    Words {
        id: words

        anchors.centerIn: parent
        height: parent.height
        objectName: "momentText"
        px: 11
        text: tip.visible ? tip.view.momentAt(tip.spot) : ""
        width: implicitWidth
    }
}
