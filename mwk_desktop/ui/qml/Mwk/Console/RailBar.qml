import QtQuick
import Mwk

// One thing that matters more than what the rail holds at rest: it takes the whole row, with its
// buttons at the end. Nothing on it blinks.
Rectangle {
    id: bar

    required property int pad
    required property string icon
    required property string title
    property string detail: ""
    property color hue: Theme.warn
    // The title's own objectName.
    property string titleName: ""
    default property alias buttons: row.data

    Accessible.name: detail === "" ? title : title + ": " + detail
    Accessible.role: Accessible.AlertMessage

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
    }
    Icon {
        id: mark

        anchors.verticalCenter: parent.verticalCenter
        color: bar.hue
        icon: bar.icon
        size: 18
        x: bar.pad + 4
    }
    Words {
        id: words

        color: bar.hue
        font.family: Theme.display
        height: parent.height
        objectName: bar.titleName
        px: Metrics.compact ? 16 : 18
        text: bar.title
        weight: Font.Bold
        width: Math.min(implicitWidth, row.x - x - 12)
        x: mark.x + 28
    }
    Words {
        color: Theme.text2
        height: parent.height
        text: bar.detail
        width: Math.max(0, row.x - x - 12)
        x: words.x + words.width + 14
    }
    Row {
        id: row

        anchors.right: parent.right
        anchors.rightMargin: bar.pad
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: bar.hue
        height: 1
        width: parent.width
    }
}
