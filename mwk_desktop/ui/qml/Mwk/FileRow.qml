pragma ComponentBehavior: Bound

import QtQuick

// One line of a list of files: a folder or a file, and its size; in a list of recordings also when
// it was recorded, its length and its tweets.
Item {
    id: entry

    required property int index
    required property var modelData
    // What stands in the columns: recorded, length, tweets.
    property var cells: ({})
    property bool columns: false
    // A head has an index below 0.
    readonly property bool head: index < 0
    readonly property bool broad: width >= 600

    signal chosen
    signal selected

    Accessible.description: columns && (cells.length ?? "") !== "" ? qsTr("%1, %2 tweets, %3").arg(cells.length).arg(cells.tweets).arg(modelData.size) : modelData.size
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
        visible: !entry.head
    }
    Words {
        anchors.left: kind.right
        anchors.leftMargin: entry.head ? -12 : 10
        anchors.right: entry.columns && !entry.modelData.gone ? row.left : size.left
        anchors.rightMargin: 10
        color: entry.head ? Theme.text3 : entry.modelData.gone ? Theme.text3 : entry.modelData.folder ? Theme.text2 : Theme.text1
        height: parent.height
        px: entry.head ? 11 : 13
        text: entry.modelData.name
    }
    Row {
        id: row

        anchors.right: size.left
        height: parent.height
        visible: entry.columns && !entry.modelData.gone

        Repeater {
            model: entry.broad ? ["recorded", "length", "tweets"] : ["length", "tweets"]

            Words {
                required property string modelData

                color: entry.head ? Theme.text3 : modelData === "recorded" ? Theme.text2 : Theme.text1
                height: entry.height
                horizontalAlignment: modelData === "recorded" ? Theme.start : Theme.end
                objectName: "cell_" + modelData
                px: entry.head ? 11 : 12
                text: entry.cells[modelData] ?? ""
                width: modelData === "recorded" ? 128 : 72
            }
        }
    }
    Words {
        id: size

        anchors.right: parent.right
        anchors.rightMargin: 10
        color: entry.modelData.gone ? Theme.warn : Theme.text3
        height: parent.height
        px: 11
        horizontalAlignment: Theme.end
        text: entry.modelData.size
        width: entry.columns && !entry.modelData.gone ? 72 : Math.min(implicitWidth, entry.width / 2)
    }
    MouseArea {
        id: mouse

        anchors.fill: parent
        hoverEnabled: true

        onClicked: entry.selected()
        onDoubleClicked: entry.chosen()
    }
}
