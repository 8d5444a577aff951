import QtQuick

// The key for the action beside it.
Rectangle {
    property alias text: words.text
    property color ink: Theme.text3

    border.color: Theme.line2
    border.width: 1
    color: Theme.none
    implicitHeight: 18
    implicitWidth: Math.max(16, words.implicitWidth + 10)
    radius: Theme.keyRadius

    Words {
        id: words

        anchors.centerIn: parent
        color: parent.ink
        px: 11
    }
}
