import QtQuick
import Mwk

// A page over the mixer: it takes the keyboard, and Esc or a click beside it closes it.
FocusScope {
    id: overlay

    default property alias content: page.content
    property bool open: false
    property int pageHeight: 400
    // Below this height the page scrolls.
    property int leastHeight: pageHeight - 49
    property int pageWidth: 600
    property string title: ""
    signal closed
    signal keyPressed(int key)

    function show() {
        open = true;
        forceActiveFocus();
    }
    function close() {
        if (open) {
            open = false;
            closed();
        }
    }

    Accessible.name: title
    Accessible.role: Accessible.Dialog
    visible: open

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape)
            overlay.close();
        else
            overlay.keyPressed(event.key);
        // Nothing that is typed here reaches the show.
        if (event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab)
            event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true

        onClicked: overlay.close()
        onWheel: event => event.accepted = true
    }
    Rectangle {
        objectName: "page"

        anchors.centerIn: parent
        border.color: Theme.line2
        border.width: 1
        color: Theme.bg2
        height: Math.min(overlay.height - 2 * Metrics.mixerGap, overlay.pageHeight)
        radius: 8
        width: Math.min(overlay.width - 2 * Metrics.pad, overlay.pageWidth)

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
        }
        Words {
            height: 48
            px: 15
            text: overlay.title
            weight: Font.DemiBold
            x: 20
        }
        Pressable {
            height: 28
            label: qsTr("Close")
            objectName: "overlayClose"
            width: 28
            x: parent.width - 40
            y: 10

            onPressed: overlay.close()

            Icon {
                anchors.centerIn: parent
                color: parent.hovered ? Theme.text1 : Theme.text2
                icon: "ui/x"
                size: 16
            }
        }
        Rectangle {
            color: Theme.line2
            height: 1
            width: parent.width
            y: 48
        }
        PageBody {
            id: page

            height: parent.height - 49
            leastHeight: overlay.leastHeight
            width: parent.width
            y: 49
        }
    }
}
