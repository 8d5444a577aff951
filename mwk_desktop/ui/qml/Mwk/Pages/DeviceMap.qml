import QtQuick
import Mwk
import MwkViews

// The map of the drawn device: chosen among all, or a copy of it to edit, and where that is.
Item {
    id: map

    required property ControllersView view
    // How much further left the line with the file begins: it is longer than the picker.
    property int indent: 0

    implicitHeight: view.mapFile === "" ? 30 : 48

    Picker {
        id: picker

        choices: map.view.mapIds
        detailed: true
        details: map.view.mapDetails
        label: qsTr("Map")
        objectName: "mapPicker"
        value: map.view.mapId
        width: Math.min(300, map.width - (copy.visible ? copy.width + 8 : 0))
        words: map.view.mapWords

        onChosen: value => map.view.chooseMap(value)
    }
    PageButton {
        id: copy

        label: qsTr("Change a copy of this map, in your own folder")
        objectName: "mapCopy"
        text: qsTr("Change a copy")
        visible: map.view.mapCopies
        x: picker.width + 8

        onPressed: map.view.copyMap()
    }
    Words {
        Accessible.role: Accessible.StaticText
        color: Theme.text3
        elide: Text.ElideMiddle
        height: 18
        objectName: "mapFile"
        px: 11
        text: qsTr("Yours, counts as soon as it is saved: %1").arg(map.view.mapFile)
        visible: map.view.mapFile !== ""
        width: map.width + map.indent
        x: -map.indent
        y: 31
    }
}
