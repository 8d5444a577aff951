import QtQuick
import Mwk

// A QR code; its picture is a data address, so nothing is fetched.
Rectangle {
    id: code

    required property string picture
    property string label: qsTr("QR code of the page's address")

    Accessible.ignored: picture === ""
    Accessible.name: label
    Accessible.role: Accessible.Graphic
    color: picture === "" ? Theme.bg1 : Theme.text1
    height: width
    radius: Theme.controlRadius

    Image {
        id: modules

        anchors.fill: parent
        smooth: false
        source: code.picture
        sourceSize: Qt.size(code.width, code.height)
        transform: Theme.turnedBack(modules)
        visible: code.picture !== ""
    }
    Words {
        anchors.centerIn: parent
        color: Theme.text3
        px: 11
        text: qsTr("no address")
        visible: code.picture === ""
    }
}
