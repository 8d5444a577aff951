pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// Networks besides Twitter: the state of each, and whether it is followed.
ColumnLayout {
    id: part

    required property AudienceView audience

    objectName: "networksPart"
    spacing: 6

    Repeater {
        model: part.audience.networks

        RowLayout {
            id: row

            required property var modelData

            Layout.fillWidth: true
            spacing: 8

            HealthMark {
                kind: row.modelData.mark
            }
            Words {
                Layout.preferredWidth: 76
                text: row.modelData.name
                weight: Font.DemiBold
            }
            Words {
                Layout.fillWidth: true
                color: row.modelData.mark === "bad" ? Theme.bad : Theme.text2
                objectName: row.modelData.network + "Text"
                text: row.modelData.followed ? row.modelData.text + " \u00b7 " + row.modelData.posts : row.modelData.mark === "bad" ? row.modelData.detail : row.modelData.text
            }
            Choice {
                current: row.modelData.followed ? 1 : 0
                label: row.modelData.name
                locked: !row.modelData.canFollow
                objectName: row.modelData.network
                partWidth: 76
                words: [qsTr("Off"), qsTr("Followed")]

                onChosen: place => {
                    if (place !== current)
                        part.audience.toggleNetwork(row.modelData.network);
                }
            }
        }
    }
}
