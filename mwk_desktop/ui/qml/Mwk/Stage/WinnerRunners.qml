pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Who came after: place, picture, name, tweets; three in a line, two lines at most.
Column {
    id: runners

    required property StageView stage
    required property real u

    spacing: 12 * u

    Repeater {
        model: Math.ceil(runners.stage.runnersUp.length / 3)

        Row {
            id: line

            required property int index
            readonly property bool last: index === Math.ceil(runners.stage.runnersUp.length / 3) - 1
            // Three names and how many more: they share the width between the margins.
            readonly property bool full: last && runners.stage.runnersMore !== "" && runners.stage.runnersUp.length % 3 === 0

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: (full ? 44 : 60) * runners.u

            Repeater {
                model: runners.stage.runnersUp.slice(line.index * 3, line.index * 3 + 3)

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
                        initial: person.modelData.initial
                        picture: person.modelData.picture
                        tint: person.modelData.tint
                        width: Math.round(56 * runners.u)
                    }
                    Words {
                        height: parent.height
                        px: Math.round(44 * runners.u)
                        text: person.modelData.name
                        weight: Font.Medium
                        width: Math.min(implicitWidth, (line.full ? 194 : 270) * runners.u)
                    }
                    Words {
                        color: Theme.text2
                        height: parent.height
                        px: Math.round(44 * runners.u)
                        text: person.modelData.tweets
                        weight: Font.DemiBold
                    }
                }
            }
            Words {
                color: Theme.text2
                height: 64 * runners.u
                px: Math.round(44 * runners.u)
                text: runners.stage.runnersMore
                visible: line.last && text !== ""
            }
        }
    }
}
