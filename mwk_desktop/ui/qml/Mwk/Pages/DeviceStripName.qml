import QtQuick
import Mwk

// The head of a strip in the drawing of a device: its colour, and its name or its mark.
Item {
    id: head

    required property int index
    required property string modelData
    required property string strip
    required property bool named
    readonly property bool isTooLong: name.implicitWidth > width

    Rectangle {
        color: Theme.hue(head.strip)
        height: 3
        radius: 1
        width: parent.width
    }
    Words {
        id: name

        height: 18
        horizontalAlignment: Text.AlignHCenter
        objectName: "stripName"
        px: 11
        text: head.modelData
        visible: head.named
        width: parent.width
        y: 5
    }
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.hue(head.strip)
        icon: head.strip
        objectName: "stripMark"
        size: 14
        visible: !head.named
        y: 7
    }
}
