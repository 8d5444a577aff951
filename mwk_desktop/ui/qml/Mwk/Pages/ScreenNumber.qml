import QtQuick
import QtQuick.Window
import Mwk

// A screen's number on that screen, for a moment. It takes neither the keyboard nor a click.
Window {
    id: window

    required property string number
    required property string name
    required property rect place
    readonly property real side: Math.round(Math.min(place.width, place.height) * 0.36)

    color: Theme.bg0
    flags: Qt.ToolTip | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint | Qt.WindowTransparentForInput | Qt.WindowDoesNotAcceptFocus
    height: side
    width: side
    x: place.x + Math.round((place.width - width) / 2)
    y: place.y + Math.round((place.height - height) / 2)

    Rectangle {
        anchors.fill: parent
        border.color: Theme.text1
        border.width: 3
        color: Theme.none
    }
    Words {
        font.family: Theme.display
        height: window.side * 0.74
        horizontalAlignment: Text.AlignHCenter
        px: window.side * 0.62
        text: window.number
        weight: Font.Bold
        width: window.width
        y: window.side * 0.04
    }
    Words {
        color: Theme.text2
        height: window.side * 0.16
        horizontalAlignment: Text.AlignHCenter
        px: Math.max(11, window.side * 0.08)
        text: window.name
        width: window.width - 24
        x: 12
        y: window.side * 0.76
    }
}
