import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// Bar and beat, the countdown over its ribbon, and the big buttons.
Rectangle {
    id: transport

    required property ConsoleView view
    required property int pad
    // Esc closes something first; panic is Shift and Esc then.
    property bool escTaken: false

    color: Theme.bg1
    height: Metrics.transportHeight

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: transport.pad
        anchors.rightMargin: transport.pad
        spacing: Metrics.slim ? 8 : 16

        TransportPosition {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: false
            Layout.preferredWidth: Metrics.positionWidth
            Layout.topMargin: Metrics.compact ? 4 : 7
            view: transport.view
        }
        Rectangle {
            Layout.leftMargin: 8
            Layout.preferredHeight: Metrics.compact ? 50 : 64
            Layout.preferredWidth: 1
            color: Theme.line1
        }
        Countdown {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.leftMargin: 4
            Layout.rightMargin: 4
            Layout.topMargin: Metrics.compact ? 4 : 10
            view: transport.view
        }
        Rectangle {
            Layout.preferredHeight: Metrics.compact ? 50 : 64
            Layout.preferredWidth: 1
            color: Theme.line1
        }
        TransportButtons {
            escTaken: transport.escTaken
            view: transport.view
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
