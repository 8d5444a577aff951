pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The runners-up: place, picture, name, tweets; three in a line, two lines at most. A line stays
// inside the margins: long names share the space that the others leave.
Column {
    id: runners

    required property real room
    required property StageView stage
    required property real u

    readonly property real gap: (room < 1500 * u ? 28 : 60) * u
    // Two lines on a narrow screen have no room for faces.
    readonly property bool faces: room >= 1500 * u || stage.runnersUp.length <= 3
    readonly property int lines: Math.ceil(stage.runnersUp.length / 3)
    readonly property real moreWidth: stage.runnersMore === "" ? 0 : strong.advanceWidth(stage.runnersMore)

    // The width of a line's longest name: short names leave their part to the others.
    function nameRoom(people: var, last: bool): real {
        const gaps = people.length - 1 + (last && moreWidth > 0 ? 1 : 0);
        let left = room - gaps * gap - (last ? moreWidth : 0);
        for (const person of people)
            left -= strong.advanceWidth(person.place) + strong.advanceWidth(person.tweets) + ((faces ? 56 + 18 : 0) + 2 * 18) * u + 4;
        let names = people.map(person => medium.advanceWidth(person.name)).sort((a, b) => a - b);
        while (names.length > 1 && names[0] <= left / names.length)
            left -= names.shift();
        return left / Math.max(1, names.length);
    }

    spacing: 12 * u

    FontMetrics {
        id: strong

        font.family: Theme.family
        font.features: Theme.tabular
        font.pixelSize: Math.round(44 * runners.u)
        font.weight: Font.DemiBold
    }
    FontMetrics {
        id: medium

        font.family: Theme.family
        font.features: Theme.tabular
        font.pixelSize: Math.round(44 * runners.u)
        font.weight: Font.Medium
    }
    Repeater {
        model: runners.lines

        Row {
            id: line

            required property int index
            readonly property bool last: index === runners.lines - 1
            readonly property var people: runners.stage.runnersUp.slice(index * 3, index * 3 + 3)
            readonly property real nameRoom: runners.nameRoom(people, last)

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: runners.gap

            Repeater {
                model: line.people

                Row {
                    id: person

                    required property var modelData

                    Accessible.name: modelData.place + " " + modelData.name + " " + modelData.tweets
                    Accessible.role: Accessible.ListItem
                    height: 64 * runners.u
                    objectName: "runnerUp"
                    spacing: 18 * runners.u

                    Words {
                        color: Theme.text2
                        height: parent.height
                        objectName: "place"
                        px: Math.round(44 * runners.u)
                        text: person.modelData.place
                        weight: Font.DemiBold
                    }
                    Avatar {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: runners.faces
                        initial: person.modelData.initial
                        picture: person.modelData.picture
                        tint: person.modelData.tint
                        width: Math.round(56 * runners.u)
                    }
                    Words {
                        height: parent.height
                        objectName: "runnerName"
                        px: Math.round(44 * runners.u)
                        text: person.modelData.name
                        weight: Font.Medium
                        width: Math.min(implicitWidth, line.nameRoom)
                    }
                    Words {
                        color: Theme.text2
                        height: parent.height
                        objectName: "runnerTweets"
                        px: Math.round(44 * runners.u)
                        text: person.modelData.tweets
                        weight: Font.DemiBold
                    }
                }
            }
            Words {
                color: Theme.text2
                height: 64 * runners.u
                objectName: "runnersMore"
                px: Math.round(44 * runners.u)
                text: runners.stage.runnersMore
                visible: line.last && text !== ""
            }
        }
    }
}
