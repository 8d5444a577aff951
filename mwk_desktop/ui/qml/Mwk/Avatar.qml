import QtQuick

// A user's picture; without one the initial on one of six quiet colours, by hash of the name.
Rectangle {
    id: avatar

    property string initial: ""
    property string picture: ""
    property int tint: 0

    Accessible.ignored: true
    color: face.visible ? Theme.none : Theme.avatars[tint] ?? Theme.avatars[0]
    height: width
    objectName: "avatar"
    radius: width / 2
    width: 24

    Words {
        anchors.centerIn: parent
        // Some letters are eight times as wide as others.
        clip: contentWidth > width
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: 4
        px: Math.round(parent.width * 0.45)
        text: avatar.initial
        visible: !face.visible
        weight: Font.DemiBold
        width: parent.width
    }
    Image {
        id: face

        anchors.fill: parent
        mipmap: true
        smooth: true
        // Only pictures of our own cache; any other address shows nothing.
        source: avatar.picture.startsWith("image://people/") ? avatar.picture : ""
        transform: Theme.turnedBack(face)
        visible: status === Image.Ready
    }
}
