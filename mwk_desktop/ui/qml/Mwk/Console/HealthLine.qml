pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The state of everything, in one line at the bottom.
Rectangle {
    id: line

    required property ConsoleView view
    required property int pad
    property bool stageLost: false
    property string stageText: ""
    // Two laptops need room: what is in order goes first.
    readonly property bool narrow: width < 1700 && view.spareText !== ""

    // Written out, not repeated over a list: a changed list would create every part again.
    component Part: Row {
        id: part

        required property string mark
        required property string text
        property string detail: ""
        property bool first: false

        height: line.height
        spacing: 6
        visible: text !== ""

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
        HealthMark {
            anchors.verticalCenter: parent.verticalCenter
            kind: part.mark === "rec" ? "ok" : part.mark
            visible: part.mark !== "rec"
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.bad
            height: 8
            radius: 4
            visible: part.mark === "rec"
            width: 8
        }
        Words {
            color: part.mark === "bad" ? Theme.text1 : Theme.text2
            height: line.height
            text: part.text
            weight: part.mark === "bad" ? Font.DemiBold : Font.Normal
            width: Math.min(implicitWidth, 260)
        }
        Words {
            color: Theme.text3
            height: line.height
            text: part.detail
            visible: text !== ""
        }
    }

    Accessible.name: qsTr("Health")
    Accessible.role: Accessible.StatusBar
    color: Theme.bg1
    height: Metrics.healthHeight
    objectName: "health"

    Rectangle {
        color: Theme.line1
        height: 1
        width: parent.width
    }
    Row {
        height: parent.height
        spacing: 14
        x: line.pad

        Part {
            detail: line.narrow ? "" : line.view.soundDetail
            first: true
            mark: line.view.soundMark
            text: line.view.soundText
        }
        Part {
            mark: line.view.engineMark
            text: line.narrow && line.view.engineMark === "ok" ? "" : line.view.engineText
        }
        Part {
            mark: line.view.brokerMark
            text: line.view.brokerText
        }
        Part {
            detail: line.view.spareDetail
            mark: line.view.spareMark
            text: line.view.spareText
        }
        Part {
            detail: line.view.tweetDetail
            mark: line.view.tweetMark
            text: line.view.tweetText
        }
        Part {
            mark: line.view.recordingMark
            text: line.narrow && line.view.recordingMark === "ok" ? "" : line.view.recordingText
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: line.pad
        height: parent.height
        spacing: 8

        HealthMark {
            anchors.verticalCenter: parent.verticalCenter
            kind: line.stageLost ? "bad" : line.stageText === "" ? "off" : "ok"
        }
        Words {
            color: Theme.text2
            height: line.height
            objectName: "stageHealth"
            text: line.stageLost ? qsTr("projector lost") : line.stageText === "" ? qsTr("stage closed") : line.stageText
        }
    }
}
