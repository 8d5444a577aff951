pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// OSC: whether it is served, where, and who was heard last.
Item {
    id: osc

    required property ControllersView view

    // The settings that a search for this finds.
    signal settingsAsked(string search)

    Words {
        height: 20
        px: 13
        text: qsTr("OSC")
        weight: Font.DemiBold
    }
    Tick {
        label: qsTr("Serve OSC")
        objectName: "oscToggle"
        on: osc.view.oscOn
        text: qsTr("Serve OSC during this show")
        y: 30

        onPressed: osc.view.toggleOsc()
    }
    PageButton {
        label: qsTr("Port, who may send and who gets the state: in the settings, under Controllers. They count from the next start on.")
        objectName: "oscSettings"
        text: qsTr("Port and addresses\u2026")
        x: parent.width - width
        y: 26

        onPressed: osc.settingsAsked("osc.")
    }
    Words {
        Accessible.role: Accessible.StaticText
        color: osc.view.oscBad ? Theme.bad : Theme.text2
        elide: Text.ElideNone
        maximumLineCount: 4
        objectName: "oscText"
        text: osc.view.oscText
        width: parent.width
        wrapMode: Text.Wrap
        y: 68
    }
    Words {
        height: 20
        px: 13
        text: qsTr("Heard last")
        weight: Font.DemiBold
        y: 112
    }
    Words {
        Accessible.role: Accessible.StaticText
        color: Theme.text3
        height: 20
        horizontalAlignment: Theme.end
        objectName: "oscHeard"
        px: 11
        text: osc.view.oscHeard
        width: parent.width - 120
        x: 120
        y: 112
    }
    Rectangle {
        border.color: Theme.line1
        border.width: 1
        clip: true
        color: Theme.bg1
        height: parent.height - y
        objectName: "oscSenders"
        radius: Theme.controlRadius
        width: parent.width
        y: 138

        Column {
            id: told

            // No half of a row.
            readonly property int room: Math.max(1, Math.floor((parent.height - 12) / 29))

            width: parent.width - 28
            x: 14
            y: 6

            Words {
                color: Theme.text3
                height: 29
                text: qsTr("nothing yet")
                visible: osc.view.oscSenders.length === 0
            }
            Repeater {
                model: osc.view.oscSenders

                OscSenderRow {
                    required property int index
                    required property var modelData

                    facts: modelData
                    objectName: "oscSender_" + index
                    visible: index < told.room
                    width: told.width
                }
            }
        }
    }
}
