import QtQuick

// The cross that closes a page, a panel or a card.
Pressable {
    id: button

    height: 28
    label: qsTr("Close")
    width: 28

    Icon {
        anchors.centerIn: parent
        color: button.hovered ? Theme.text1 : Theme.text2
        icon: "ui/x"
        size: 16
    }
}
