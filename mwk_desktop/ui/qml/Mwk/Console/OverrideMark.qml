import QtQuick
import Mwk

// A place where the presenter did something.
Item {
    height: 9
    width: 9

    Rectangle {
        anchors.centerIn: parent
        antialiasing: true
        color: Theme.text1
        height: 6
        rotation: 45
        width: 6
    }
}
