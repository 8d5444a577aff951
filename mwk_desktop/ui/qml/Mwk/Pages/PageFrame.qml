import QtQuick
import Mwk

// A page over the mixer. It takes the keyboard and keeps Tab inside; Esc or a click beside it
// closes it. The music and the meters go on behind.
FocusScope {
    id: frame

    default property alias content: page.content
    property Item first: null
    property int pageHeight: 640
    // Below this height the page scrolls; 0: what is on it shrinks with it.
    property int leastHeight: 0
    property int pageWidth: 900
    property string title: ""
    readonly property alias body: page

    signal closeAsked

    // Later, so that the key that opened the page does not reach it.
    function begin() {
        if (first)
            first.forceActiveFocus(Qt.TabFocusReason);
        else
            forceActiveFocus();
    }

    Accessible.name: title
    Accessible.role: Accessible.Dialog
    focus: true

    Component.onCompleted: Qt.callLater(begin)

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape && !event.isAutoRepeat)
            frame.closeAsked();
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

        onClicked: frame.closeAsked()
        onWheel: event => event.accepted = true
    }
    Rectangle {
        id: sheet

        anchors.centerIn: parent
        border.color: Theme.line2
        border.width: 1
        color: Theme.bg2
        height: Math.min(frame.height - 2 * Metrics.mixerGap, frame.pageHeight)
        objectName: "page"
        radius: 8
        width: Math.min(frame.width - 2 * Metrics.pad, frame.pageWidth)

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true

            onClicked: frame.forceActiveFocus()
        }
        Item {
            id: head

            activeFocusOnTab: true

            onActiveFocusChanged: {
                if (activeFocus)
                    tail.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason);
            }
        }
        Words {
            height: 48
            px: 15
            text: frame.title
            weight: Font.DemiBold
            width: parent.width - 80
            x: 20
        }
        Pressable {
            height: 28
            label: qsTr("Close")
            objectName: "pageClose"
            width: 28
            x: parent.width - 40
            y: 10

            onPressed: frame.closeAsked()

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
            leastHeight: frame.leastHeight
            width: parent.width
            y: 49
        }
        Item {
            id: tail

            activeFocusOnTab: true

            onActiveFocusChanged: {
                if (activeFocus)
                    head.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }
}
