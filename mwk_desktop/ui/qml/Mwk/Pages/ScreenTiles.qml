pragma ComponentBehavior: Bound

import QtQml.Models
import QtQuick
import Mwk
import MwkViews

// The screens as tiles, to choose the stage's; their numbers can be shown on them.
Flow {
    id: tiles

    required property var facts
    required property SettingsView view

    signal chosen(string value)

    Accessible.name: facts.label
    Accessible.role: Accessible.Grouping
    spacing: 10

    Component.onDestruction: view.hideNumbers()

    Repeater {
        model: tiles.view.screens

        Pressable {
            id: tile

            required property int index
            required property var modelData
            readonly property bool picked: modelData.picked

            Accessible.checkable: true
            Accessible.checked: picked
            Accessible.description: size.text + " " + place.text
            Accessible.role: Accessible.RadioButton
            height: 96
            label: tiles.facts.label + ": " + modelData.title
            // The stage never covers the console.
            locked: modelData.console
            objectName: "screen_" + index
            tip: title.truncated ? modelData.title : ""
            width: 150

            onPressed: {
                if (!picked)
                    tiles.chosen(modelData.name);
            }

            Rectangle {
                anchors.fill: parent
                border.color: tile.picked ? Theme.text1 : tile.locked ? Theme.line1 : Theme.line2
                border.width: tile.picked ? 2 : 1
                color: tile.picked ? Theme.bg3 : tile.hovered ? Theme.bg4 : Theme.bg0
                radius: Theme.panelRadius
            }
            Icon {
                color: tile.modelData.away ? Theme.warn : tile.picked ? Theme.text1 : Theme.text2
                icon: tile.modelData.away ? "ui/warn" : "ui/stage"
                size: 20
                x: 13
                y: 10
            }
            Words {
                color: Theme.text2
                height: 20
                horizontalAlignment: Theme.end
                objectName: "screenNumber"
                px: 13
                text: tile.modelData.number
                weight: Font.DemiBold
                width: 40
                x: parent.width - width - 13
                y: 10
            }
            Words {
                id: title

                color: tile.locked ? Theme.text3 : Theme.text1
                height: 18
                objectName: "screenTitle"
                px: 13
                text: tile.modelData.title
                weight: Font.DemiBold
                width: parent.width - 26
                x: 13
                y: 38
            }
            Words {
                id: size

                color: Theme.text2
                height: 16
                px: 11
                text: tile.modelData.size
                width: parent.width - 26
                x: 13
                y: 57
            }
            Words {
                id: place

                color: tile.modelData.away ? Theme.warn : tile.modelData.stage ? Theme.text1 : Theme.text3
                height: 16
                objectName: "screenPlace"
                px: 11
                text: tile.modelData.place
                weight: tile.modelData.stage ? Font.DemiBold : Font.Normal
                width: parent.width - 26
                x: 13
                y: 73
            }
        }
    }
    Instantiator {
        model: tiles.view.numbered

        ScreenNumber {
            required property var modelData

            name: modelData.title
            number: modelData.number
            objectName: "screenNumber_" + number
            place: Qt.rect(modelData.x, modelData.y, modelData.width, modelData.height)
            visible: true
        }
    }
    Timer {
        interval: 3000
        objectName: "numbersTimer"
        running: tiles.view.numbered.length > 0

        onTriggered: tiles.view.hideNumbers()
    }
    PageButton {
        objectName: "showNumbers"
        text: qsTr("Show numbers")

        onPressed: tiles.view.showNumbers()
    }
}
