pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// Networks besides Twitter: the state of each, and whether it is followed.
ColumnLayout {
    id: part

    required property AudienceView audience
    // For a row that is about to go.
    readonly property var blank: ({
            "network": "",
            "name": "",
            "mark": "off",
            "text": "",
            "detail": "",
            "posts": "",
            "followed": false,
            "canFollow": false
        })

    objectName: "networksPart"
    spacing: 6

    Repeater {
        // Not the list itself: a new count of posts would make every switch again, under a press.
        model: part.audience.networks.length

        RowLayout {
            id: row

            required property int index
            readonly property var facts: part.audience.networks[index] ?? part.blank

            Layout.fillWidth: true
            spacing: 8

            HealthMark {
                kind: row.facts.mark
            }
            Words {
                Layout.preferredWidth: 76
                text: row.facts.name
                weight: Font.DemiBold
            }
            Words {
                Layout.fillWidth: true
                color: row.facts.mark === "bad" ? Theme.bad : Theme.text2
                objectName: row.facts.network + "Text"
                text: row.facts.followed ? row.facts.text + " \u00b7 " + row.facts.posts : row.facts.mark === "bad" ? row.facts.detail : row.facts.text
            }
            SegmentedControl {
                current: row.facts.followed ? 1 : 0
                label: row.facts.name
                locked: !row.facts.canFollow
                objectName: row.facts.network
                partWidth: 76
                words: [qsTr("Off"), qsTr("Followed")]

                onChosen: place => {
                    if (place !== current)
                        part.audience.toggleNetwork(row.facts.network);
                }
            }
        }
    }
}
