import QtQuick
import Mwk

// One of many winners: picture and name in a row.
Item {
    id: winner

    required property var modelData
    required property real u
    required property real widest

    height: 126 * u
    width: Math.min(label.implicitWidth + label.x, widest)

    Avatar {
        anchors.verticalCenter: parent.verticalCenter
        initial: winner.modelData.initial
        picture: winner.modelData.picture
        tint: winner.modelData.tint
        width: Math.round(104 * winner.u)
    }
    Words {
        id: label

        font.family: Theme.display
        font.letterSpacing: -2 * winner.u
        height: parent.height
        objectName: "winnerName"
        px: Math.round(96 * winner.u)
        text: winner.modelData.name
        weight: Font.Bold
        width: parent.width - x
        x: 136 * winner.u
    }
}
