import QtQuick
import Mwk
import MwkViews

// OSC: whether it is served, where, and what was heard last.
Item {
    id: osc

    required property ControllersView view

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
        color: Theme.text2
        height: 20
        objectName: "oscHeard"
        text: osc.view.oscHeard === "" ? qsTr("nothing yet") : osc.view.oscHeard
        width: parent.width
        y: 138
    }
    Words {
        color: Theme.text3
        elide: Text.ElideNone
        maximumLineCount: 3
        px: 11
        text: qsTr("Port, who may send and who gets the state: in the settings, under Controllers. They count from the next start on.")
        width: parent.width
        wrapMode: Text.Wrap
        y: 172
    }
}
