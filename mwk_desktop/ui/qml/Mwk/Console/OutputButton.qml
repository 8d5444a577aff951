import QtQuick
import Mwk

// The sound output in use; a press offers the others.
Pressable {
    id: output

    required property string text
    // Fewer words where they have no room.
    property string brief: text
    property bool bad: false

    label: qsTr("Output: %1. Choose another").arg(text)
    objectName: "outputButton"

    Rectangle {
        anchors.fill: parent
        border.color: output.bad ? Theme.bad : output.locked ? Theme.line1 : Theme.line2
        border.width: 1
        color: output.hovered || output.down ? Theme.bg4 : output.bad ? Theme.badBg : output.locked ? Theme.none : Theme.bg3
        radius: Theme.controlRadius
    }
    FontMetrics {
        id: whole

        font.family: Theme.family
        font.letterSpacing: 0.2
        font.pixelSize: 11
        font.weight: Font.Medium
    }
    Row {
        anchors.centerIn: parent
        spacing: 5

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: output.bad ? Theme.bad : output.locked ? Theme.text3 : Theme.text2
            icon: output.bad ? "ui/mute" : "ui/spk"
            size: 12
        }
        Words {
            color: output.bad ? Theme.bad : output.locked ? Theme.text3 : Theme.text2
            objectName: "output"
            px: 11
            text: whole.advanceWidth(output.text) <= output.width - 22 ? output.text : output.brief
            weight: Font.Medium
            width: Math.min(implicitWidth, output.width - 22)
        }
    }
}
