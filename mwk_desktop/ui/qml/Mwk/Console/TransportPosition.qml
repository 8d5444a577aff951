pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The music's position: bar, beat and tempo.
ColumnLayout {
    id: position

    required property ConsoleView view

    spacing: Metrics.compact ? 2 : 4

    RowLayout {
        Layout.preferredHeight: Metrics.compact ? 34 : 42
        spacing: Metrics.slim ? 6 : 10

        Words {
            Layout.topMargin: Metrics.compact ? 12 : 18
            color: Theme.text3
            px: 11
            text: qsTr("BAR")
        }
        Words {
            font.family: Theme.display
            font.letterSpacing: -0.8
            objectName: "bar"
            px: Metrics.compact ? 32 : 40
            text: position.view.barText
            weight: Font.DemiBold
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Metrics.gap
        uniformCellSizes: true

        Repeater {
            model: position.view.beatsPerBar

            Rectangle {
                required property int index

                Layout.fillWidth: true
                color: index + 1 === position.view.beat ? Theme.text1 : index + 1 < position.view.beat ? Theme.line3 : Theme.bg4
                implicitHeight: 6
                radius: 1
            }
        }
    }
    Words {
        Layout.fillWidth: true
        Layout.preferredHeight: 16
        color: Theme.text3
        objectName: "tempo"
        px: 11
        text: Metrics.slim ? position.view.tempoBrief : position.view.tempoText
    }
}
