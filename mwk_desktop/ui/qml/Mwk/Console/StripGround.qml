import QtQuick
import Mwk

// A strip's background, with its instrument's colour along the top.
Item {
    id: ground

    required property color cap
    property bool thick: true
    property color edge: Theme.none

    signal pressed

    objectName: "stripGround"

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        color: ground.cap
        height: Metrics.capHeight + Theme.panelRadius
        radius: Theme.panelRadius
    }
    Rectangle {
        anchors.fill: face
        anchors.leftMargin: -face.anchors.leftMargin
        bottomLeftRadius: Theme.panelRadius
        color: ground.edge
        visible: ground.edge !== Theme.none
    }
    Rectangle {
        id: face

        anchors.fill: parent
        anchors.leftMargin: ground.edge === Theme.none ? 0 : 1
        anchors.topMargin: ground.thick ? Metrics.capHeight : 1
        bottomLeftRadius: Theme.panelRadius
        bottomRightRadius: Theme.panelRadius
        color: Theme.bg2
        topLeftRadius: ground.thick ? 0 : Theme.panelRadius
        topRightRadius: ground.thick ? 0 : Theme.panelRadius
    }
    MouseArea {
        anchors.fill: parent

        onPressed: ground.pressed()
    }
}
