pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// All settings, one section at a time; changes are saved in mwk.toml.
PageFrame {
    id: settings

    required property SettingsView view
    required property RowsModel rows

    first: tabs.count > 0 ? tabs.itemAt(view.section) : null
    objectName: "settingsPage"
    pageHeight: 680
    pageWidth: 960
    title: qsTr("Settings")

    Column {
        spacing: 4
        width: 150
        x: 20
        y: 18

        Repeater {
            id: tabs

            model: settings.view.sections

            Pressable {
                id: tab

                required property int index
                required property string modelData
                readonly property bool picked: index === settings.view.section

                Accessible.checkable: true
                Accessible.checked: picked
                Accessible.role: Accessible.PageTab
                height: 30
                label: modelData
                objectName: "section_" + index
                width: 150

                Keys.onDownPressed: settings.view.choose(index + 1)
                Keys.onUpPressed: settings.view.choose(index - 1)
                onPressed: settings.view.choose(index)
                onPickedChanged: {
                    if (picked && settings.activeFocus)
                        forceActiveFocus(Qt.TabFocusReason);
                }

                Rectangle {
                    anchors.fill: parent
                    color: tab.picked || tab.hovered ? Theme.bg4 : Theme.none
                    radius: Theme.controlRadius
                }
                Rectangle {
                    color: Theme.info
                    height: parent.height - 8
                    radius: 2
                    visible: tab.picked
                    width: 3
                    y: 4
                }
                Words {
                    color: tab.picked ? Theme.text1 : Theme.text2
                    height: parent.height
                    px: 13
                    text: tab.modelData
                    weight: tab.picked ? Font.DemiBold : Font.Normal
                    width: parent.width - x - 4
                    x: 12
                }
            }
        }
    }
    Rectangle {
        border.color: Theme.line1
        border.width: 1
        color: Theme.bg1
        height: parent.height - y - 52
        radius: Theme.controlRadius
        width: parent.width - x - 20
        x: 186
        y: 18

        Flickable {
            id: list

            // Keep the focused row visible.
            function reveal(item: Item) {
                const top = item.mapToItem(column, 0, 0).y - 8;
                if (top < contentY)
                    contentY = Math.max(0, top);
                else if (top + item.height + 16 > contentY + height)
                    contentY = Math.min(Math.max(0, contentHeight - height), top + item.height + 16 - height);
            }

            anchors.fill: parent
            anchors.margins: 14
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: column.height

            Column {
                id: column

                width: parent.width

                Repeater {
                    id: editors

                    model: settings.rows

                    FocusScope {
                        id: place

                        required property var row

                        height: editor.height
                        width: column.width

                        onActiveFocusChanged: {
                            if (activeFocus)
                                list.reveal(place);
                        }

                        SettingEditor {
                            id: editor

                            facts: place.row
                            width: parent.width

                            onChanged: (name, value) => settings.view.change(name, value)
                            onResetAsked: name => settings.view.reset(name)
                        }
                    }
                }
            }
        }
    }
    Words {
        Accessible.role: Accessible.StaticText
        color: settings.view.problem !== "" ? Theme.bad : Theme.text2
        height: 30
        objectName: "settingsNote"
        text: settings.view.problem !== "" ? settings.view.problem : qsTr("Kept in %1; comments stay. Enter keeps what was typed.").arg(settings.view.path)
        width: parent.width - 40
        x: 20
        y: parent.height - 42
    }
}
