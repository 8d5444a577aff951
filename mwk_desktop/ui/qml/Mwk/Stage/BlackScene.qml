import QtQuick
import Mwk

// Under Black, where the presenter wants more than black: a picture, else the hashtag. A picture
// that cannot be read leaves it black.
Rectangle {
    id: scene

    required property StageMetrics m
    required property string hashtag
    property string picture: ""

    color: Theme.black
    objectName: "blackScene"

    Image {
        anchors.fill: parent
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        objectName: "blackPicture"
        source: scene.picture
        // No larger in memory than on the screen.
        sourceSize: Qt.size(scene.width, scene.height)
        transform: Theme.turnedBack(this)
    }
    Words {
        anchors.centerIn: parent
        font.family: Theme.display
        height: implicitHeight
        horizontalAlignment: Text.AlignHCenter
        objectName: "blackHashtag"
        px: scene.m.px(scene.m.narrow ? 124 : 176)
        text: scene.hashtag
        visible: scene.picture === ""
        weight: Font.Bold
        width: Math.min(implicitWidth, parent.width - 2 * scene.m.margin)
    }
}
