import QtQuick

// A user's initial on one of six quiet colours, by hash of the name.
Rectangle {
    property string initial: ""
    property int tint: 0

    color: Theme.avatars[tint] ?? Theme.avatars[0]
    height: width
    radius: width / 2
    width: 24

    Words {
        anchors.centerIn: parent
        horizontalAlignment: Text.AlignHCenter
        px: Math.round(parent.width * 0.45)
        text: parent.initial
        weight: Font.DemiBold
        width: parent.width
    }
}
