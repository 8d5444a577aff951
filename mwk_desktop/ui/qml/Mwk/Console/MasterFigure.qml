import QtQuick
import QtQuick.Layouts
import Mwk

// One figure of the master with its name.
RowLayout {
    id: figure

    required property string name
    required property string value
    property bool hot: false

    spacing: Metrics.gap

    Words {
        Layout.fillWidth: true
        color: Theme.text3
        px: 11
        text: figure.name
    }
    Words {
        color: figure.hot ? Theme.warn : Theme.text1
        text: figure.value
        weight: Font.DemiBold
    }
}
