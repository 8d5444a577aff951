import QtQuick

// One line of a list of files: a folder or a file, and its size.
Item {
    id: entry

    required property int index
    required property var modelData

    signal chosen
    signal selected

    Accessible.name: modelData.name
    Accessible.onPressAction: chosen()
    Accessible.role: Accessible.ListItem
    objectName: "entry_" + index

    Rectangle {
        anchors.fill: parent
        color: entry.ListView.isCurrentItem ? Theme.bg4 : mouse.containsMouse ? Theme.bg3 : Theme.none
        radius: Theme.keyRadius
    }
    Icon {
        id: kind

        anchors.left: parent.left
        anchors.leftMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        color: entry.modelData.gone ? Theme.warn : entry.modelData.folder ? Theme.text3 : Theme.info
        icon: entry.modelData.gone ? "ui/warn" : entry.modelData.folder ? "ui/right" : "ui/file"
        size: 14
    }
    Words {
        anchors.left: kind.right
        anchors.leftMargin: 10
        anchors.right: size.left
        anchors.rightMargin: 10
        color: entry.modelData.gone ? Theme.text3 : entry.modelData.folder ? Theme.text2 : Theme.text1
        height: parent.height
        px: 13
        text: entry.modelData.name
    }
    Words {
        id: size

        anchors.right: parent.right
        anchors.rightMargin: 10
        color: entry.modelData.gone ? Theme.warn : Theme.text3
        height: parent.height
        px: 11
        text: entry.modelData.size
        width: Math.min(implicitWidth, entry.width / 2)
    }
    MouseArea {
        id: mouse

        anchors.fill: parent
        hoverEnabled: true

        onClicked: entry.selected()
        onDoubleClicked: entry.chosen()
    }
}
