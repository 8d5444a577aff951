import QtQuick

// Panic, in the head of a page that covers the transport: one click, as everywhere.
Pressable {
    id: button

    height: 28
    key: qsTr("Shift Esc")
    label: qsTr("Panic: fade everything out")
    objectName: "pagePanic"
    width: words.implicitWidth + 40

    onPressed: Emergency.panicAsked()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.bad
        border.width: 1
        color: button.hovered || button.down ? Theme.bg4 : Theme.bg3
        radius: Theme.controlRadius
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.bad
        icon: "ui/panic"
        size: 16
        x: 8
    }
    Words {
        id: words

        height: parent.height
        text: qsTr("Panic")
        weight: Font.DemiBold
        x: 30
    }
}
