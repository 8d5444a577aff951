import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// Bar and beat, the countdown over its ribbon, and the big buttons.
Rectangle {
    id: transport

    required property ConsoleView view
    required property int pad
    property int buttonWidth: 76
    property bool overlaid: false
    property bool stageOpen: false
    property bool stageLost: false

    signal stageAsked

    color: Theme.bg1
    height: 92

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: transport.pad
        anchors.rightMargin: transport.pad
        spacing: 16

        TransportPosition {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: false
            Layout.preferredWidth: 180
            Layout.topMargin: 8
            view: transport.view
        }
        Rectangle {
            Layout.leftMargin: 8
            Layout.preferredHeight: 64
            Layout.preferredWidth: 1
            color: Theme.line1
        }
        Countdown {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.leftMargin: 4
            Layout.rightMargin: 4
            Layout.topMargin: 10
            view: transport.view
        }
        Rectangle {
            Layout.preferredHeight: 64
            Layout.preferredWidth: 1
            color: Theme.line1
        }
        TransportButtons {
            buttonWidth: transport.buttonWidth
            overlaid: transport.overlaid
            stageLost: transport.stageLost
            stageOpen: transport.stageOpen
            view: transport.view

            onStageAsked: transport.stageAsked()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
