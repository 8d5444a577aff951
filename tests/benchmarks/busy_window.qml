import QtQuick
Window {
    id: window
    width: 1280; height: 720; visible: true; color: "#101418"
    property int ticks: 0
    FrameAnimation { running: true; onTriggered: window.ticks += 1 }
    Repeater {
        model: 8
        Rectangle {
            required property int index
            x: 20 + index * 155; width: 140; y: 700 - height
            height: 100 + 500 * Math.abs(Math.sin((window.ticks + index * 20) / 40))
            color: "#40c080"
        }
    }
    Text { text: "bar " + window.ticks; color: "white"; font.pixelSize: 48 }
}
