import QtQuick
import Mwk

// A part of the health line: a mark, words, and a detail. Where room is short it says less.
Row {
    id: part

    // ok, warn, bad, off, rec; see HealthMark.
    required property string mark
    required property string text
    property string detail: ""
    // Fewer words for the same.
    property string brief: text
    property bool first: false
    // 0: all of it; 1: no detail; 2: the brief words; 3: nothing.
    property int less: 0
    readonly property bool calm: mark === "ok" || mark === "off"
    readonly property int separator: first ? 0 : 15

    // How wide it is when it says so much less.
    function widthWith(less: int): real {
        if (text === "" || less === 3)
            return 0;
        const more = less === 0 && detail !== "" ? spacing + details.implicitWidth : 0;
        return separator + 10 + spacing + (less === 2 ? briefWords.implicitWidth : words.wanted) + more;
    }

    // What a screen reader says, however little is shown.
    readonly property string said: detail === "" ? text : text + ", " + detail

    Accessible.name: said
    Accessible.role: Accessible.StaticText
    spacing: 6
    visible: text !== "" && less < 3

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.line1
        height: 16
        visible: !part.first
        width: 1
    }
    Item {
        height: 1
        visible: !part.first
        width: 2
    }
    Item {
        anchors.verticalCenter: parent.verticalCenter
        height: 10
        width: 10

        HealthMark {
            kind: part.mark
            visible: part.mark !== "rec"
        }
        Rectangle {
            anchors.centerIn: parent
            color: Theme.bad
            height: 8
            radius: 4
            visible: part.mark === "rec"
            width: 8
        }
    }
    Words {
        id: words

        // A device's name can be of any length.
        readonly property real wanted: Math.min(implicitWidth, 260)

        color: part.mark === "bad" ? Theme.text1 : Theme.text2
        height: part.height
        text: part.text
        visible: part.less < 2
        weight: part.mark === "bad" ? Font.DemiBold : Font.Normal
        width: wanted
    }
    Words {
        id: briefWords

        color: words.color
        height: part.height
        text: part.brief
        visible: part.less === 2
        weight: words.weight
    }
    Words {
        id: details

        color: Theme.text3
        height: part.height
        text: part.detail
        visible: text !== "" && part.less === 0
    }
}
