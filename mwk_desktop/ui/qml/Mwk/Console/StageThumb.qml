import QtQuick
import Mwk
import MwkViews

// What the room sees, small: taken from the stage's own window, at most once a second.
Item {
    id: thumb

    required property ConsoleView view
    property bool stageOpen: false
    property bool stageLost: false

    readonly property real shape: picture.visible && picture.implicitHeight > 0 ? picture.implicitWidth / picture.implicitHeight : 16 / 9
    readonly property bool black: view.stageMoment === "black" && view.blackIsDark
    readonly property string note: stageLost ? qsTr("No screen") : !stageOpen ? qsTr("closed: S opens") : black ? view.stageBlackText : ""

    Accessible.name: note !== "" ? note : qsTr("The stage shows: %1").replace("%1", view.stageMoment)
    Accessible.role: Accessible.Graphic
    objectName: "stageThumb"

    // The frame is as wide as what is in it: a stage of 4:3 has no empty edges.
    Rectangle {
        id: frame

        anchors.centerIn: parent
        border.color: thumb.stageLost ? Theme.bad : thumb.black ? Theme.warn : Theme.line2
        color: Theme.bg0
        height: Math.round(Math.min(thumb.height, thumb.width / thumb.shape))
        objectName: "stageFrame"
        radius: Theme.controlRadius
        width: Math.round(Math.min(thumb.width, thumb.height * thumb.shape))
    }
    Image {
        id: picture

        anchors.fill: frame
        anchors.margins: 1
        cache: false
        fillMode: Image.PreserveAspectFit
        opacity: thumb.view.stagePictureOld ? 0.5 : 1
        source: thumb.stageOpen && !thumb.black ? thumb.view.stagePicture : ""
        transform: Theme.turnedBack(picture)
        visible: status === Image.Ready
    }
    Words {
        anchors.fill: frame
        anchors.margins: 6
        color: thumb.black ? Theme.warn : Theme.text2
        horizontalAlignment: Text.AlignHCenter
        px: 11
        text: thumb.note
        visible: text !== ""
    }
}
