import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// What the master does to the room only: dim and mono. Neither is recorded.
RowLayout {
    id: room

    required property ConsoleView view
    property bool locked: false

    spacing: Metrics.gap
    uniformCellSizes: true

    SmallButton {
        id: dim

        Layout.fillHeight: true
        Layout.fillWidth: true
        key: "D"
        label: room.view.dimmed ? qsTr("The room at its level again") : qsTr("Dim the room by 20 dB (never in a recording)")
        locked: room.locked
        objectName: "dim"
        on: room.view.dimmed
        text: qsTr("Dim")

        onPressed: room.view.toggleDim()

        LearnRing {
            action: "master.dim"
            label: dim.label
        }
    }
    SmallButton {
        id: mono

        Layout.fillHeight: true
        Layout.fillWidth: true
        label: room.view.mono ? qsTr("The room in stereo again") : qsTr("Mono in the room (never in a recording)")
        lit: Theme.text1
        locked: room.locked
        objectName: "mono"
        on: room.view.mono
        text: qsTr("Mono")

        onPressed: room.view.toggleMono()

        LearnRing {
            action: "master.mono"
            label: mono.label
            tagAt: Metrics.slim ? "below" : "above"
        }
    }
}
