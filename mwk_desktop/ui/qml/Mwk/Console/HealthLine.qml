pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The state of everything, in one line at the bottom. Nothing is cut: where the window is too narrow
// for all of it, what is in order says less, a step at a time, and then the details of what is not.
Rectangle {
    id: line

    required property ConsoleView view
    required property int pad
    property bool stageLost: false
    property string stageText: ""

    readonly property real room: stage.x - parts.x - parts.spacing
    readonly property var steps: {
        const calm = [[sound, 1], [engine, 3], [spare, 1], [phones, 1], [controllers, 2], [recording, 3], [networks, 2], [broker, 3], [tweets, 2], [phones, 3], [controllers, 3], [networks, 3], [sound, 3], [spare, 3]];
        const others = [[tweets, 1], [sound, 1], [spare, 1], [controllers, 2], [networks, 2], [tweets, 2], [engine, 3], [broker, 3]];
        return calm.filter(step => step[0].calm).concat(others);
    }
    // What each part leaves out: as few steps as the room asks for.
    readonly property var less: {
        const all = [sound, engine, broker, networks, spare, tweets, controllers, phones, recording];
        const found = all.map(() => 0);
        for (const [part, wanted] of steps) {
            const widths = all.map((one, place) => one.widthWith(found[place])).filter(width => width > 0);
            if (widths.reduce((sum, width) => sum + width, 0) + parts.spacing * (widths.length - 1) <= room)
                break;
            found[all.indexOf(part)] = Math.max(found[all.indexOf(part)], wanted);
        }
        return found;
    }

    readonly property string said: [sound, engine, broker, networks, spare, tweets, controllers, phones, recording].filter(part => part.text !== "").map(part => part.said).join("; ")
    Accessible.description: said
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
    // Written out, not repeated over a list: a changed list would create every part again.
    Row {
        id: parts

        height: parent.height
        spacing: 14
        x: line.pad

        HealthPart {
            id: sound

            detail: line.view.soundDetail
            first: true
            height: parts.height
            less: line.less[0]
            mark: line.view.soundMark
            text: line.view.soundText
        }
        HealthPart {
            id: engine

            height: parts.height
            less: line.less[1]
            mark: line.view.engineMark
            text: line.view.engineText
        }
        HealthPart {
            id: broker

            height: parts.height
            less: line.less[2]
            mark: line.view.brokerMark
            text: line.view.brokerText
        }
        HealthPart {
            id: networks

            brief: line.view.networksBrief
            height: parts.height
            less: line.less[3]
            mark: line.view.networksMark
            text: line.view.networksText
        }
        HealthPart {
            id: spare

            detail: line.view.spareDetail
            height: parts.height
            less: line.less[4]
            mark: line.view.spareMark
            text: line.view.spareText
        }
        HealthPart {
            id: tweets

            brief: line.view.tweetBrief
            detail: line.view.tweetDetail
            height: parts.height
            less: line.less[5]
            mark: line.view.tweetMark
            text: line.view.tweetText
        }
        HealthPart {
            id: controllers

            brief: line.view.controllersBrief
            height: parts.height
            less: line.less[6]
            mark: line.view.controllersMark
            text: line.view.controllersText
        }
        HealthPart {
            id: phones

            detail: line.view.phonesDetail
            height: parts.height
            less: line.less[7]
            mark: "ok"
            text: line.view.phonesText
        }
        HealthPart {
            id: recording

            height: parts.height
            less: line.less[8]
            mark: line.view.recordingMark
            text: line.view.recordingText
        }
    }
    Row {
        id: stage

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
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            objectName: "stageHealth"
            text: line.stageLost ? qsTr("projector lost") : line.stageText === "" ? qsTr("stage closed") : line.stageText
        }
    }
}
