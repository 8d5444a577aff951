pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// How everything is, in one line at the foot.
Rectangle {
    id: line

    required property ConsoleView view
    required property int pad
    property bool stageLost: false
    property string stageText: ""

    Accessible.name: qsTr("Health")
    Accessible.role: Accessible.StatusBar
    color: Theme.bg1
    height: 32
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

        Repeater {
            model: [[line.view.soundMark, line.view.soundText, line.view.soundDetail], [line.view.engineMark, line.view.engineText, ""], [line.view.brokerMark, line.view.brokerText, ""], [line.view.tweetMark, line.view.tweetText, line.view.tweetDetail], [line.view.recordingMark, line.view.recordingText, ""]]

            Row {
                id: part

                required property int index
                required property var modelData

                height: line.height
                spacing: 6
                visible: modelData[1] !== ""

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.line1
                    height: 16
                    visible: part.index > 0
                    width: 1
                }
                Item {
                    height: 1
                    visible: part.index > 0
                    width: 2
                }
                HealthMark {
                    anchors.verticalCenter: parent.verticalCenter
                    kind: part.modelData[0] === "rec" ? "ok" : part.modelData[0]
                    visible: part.modelData[0] !== "rec"
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.bad
                    height: 8
                    radius: 4
                    visible: part.modelData[0] === "rec"
                    width: 8
                }
                Words {
                    color: part.modelData[0] === "bad" ? Theme.text1 : Theme.text2
                    height: line.height
                    text: part.modelData[1]
                    weight: part.modelData[0] === "bad" ? Font.DemiBold : Font.Normal
                    width: Math.min(implicitWidth, 260)
                }
                Words {
                    color: Theme.text3
                    height: line.height
                    text: part.modelData[2]
                    visible: text !== ""
                }
            }
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
