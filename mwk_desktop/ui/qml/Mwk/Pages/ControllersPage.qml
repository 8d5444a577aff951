pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// Other controls: MIDI controllers and what they do, OSC, the presenter's phones.
PageFrame {
    id: controllers

    required property ControllersView view
    required property RowsModel rows

    first: learnButton
    objectName: "controllersPage"
    pageHeight: 660
    pageWidth: 1000
    title: qsTr("Controllers")

    Shortcut {
        sequence: "Ctrl+Z"

        onActivated: controllers.view.undo()
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: 20
        spacing: 24

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 10

            RowLayout {
                Layout.fillWidth: true
                spacing: 8

                Words {
                    Layout.fillWidth: true
                    px: 13
                    text: qsTr("MIDI")
                    weight: Font.DemiBold
                }
                PageButton {
                    icon: "ui/undo"
                    locked: !controllers.view.canUndo
                    objectName: "learnUndo"
                    text: qsTr("Undo")
                    visible: controllers.view.learning

                    onPressed: controllers.view.undo()
                }
                PageButton {
                    objectName: "learnOnConsole"
                    text: qsTr("Choose on the console")

                    onPressed: {
                        controllers.view.learnOnConsole();
                        controllers.closeAsked();
                    }
                }
                PageButton {
                    id: learnButton

                    objectName: "learnToggle"
                    solid: controllers.view.learning
                    text: controllers.view.learning ? qsTr("Done") : qsTr("Learn")

                    onPressed: controllers.view.toggleLearning()
                }
            }
            Words {
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: Theme.text2
                elide: Text.ElideNone
                maximumLineCount: 3
                objectName: "midiText"
                text: controllers.view.midiText
                visible: text !== ""
                wrapMode: Text.Wrap
            }
            Repeater {
                model: controllers.view.devices

                DeviceRow {
                    required property var modelData

                    Layout.fillWidth: true
                    device: modelData
                }
            }
            Words {
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: Theme.info
                elide: Text.ElideNone
                maximumLineCount: 3
                objectName: "learnText"
                text: controllers.view.learnText
                visible: text !== ""
                weight: Font.DemiBold
                wrapMode: Text.Wrap
            }
            Item {
                Layout.fillHeight: true
                visible: !controllers.view.learning
            }
            Rectangle {
                Layout.fillHeight: true
                Layout.fillWidth: true
                border.color: Theme.line1
                border.width: 1
                color: Theme.bg1
                radius: Theme.controlRadius
                visible: controllers.view.learning

                ListView {
                    id: list

                    Accessible.name: qsTr("What a control can do")
                    Accessible.role: Accessible.List
                    activeFocusOnTab: true
                    anchors.fill: parent
                    anchors.margins: 6
                    boundsBehavior: Flickable.StopAtBounds
                    clip: true
                    keyNavigationEnabled: true
                    model: controllers.rows
                    objectName: "learnList"

                    delegate: LearnRow {
                        required property int index
                        required property var row

                        chosen: controllers.view.learnAction === row.action
                        current: list.activeFocus && list.currentIndex === index
                        facts: row
                        width: list.width

                        onForgotten: controllers.view.forget(row.action)
                        onPicked: {
                            list.currentIndex = index;
                            controllers.view.learn(row.action);
                        }
                    }

                    Keys.onReturnPressed: controllers.view.learn(controllers.rows.data(controllers.rows.index(currentIndex, 0), Qt.UserRole).action)
                }
            }
        }
        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: false
            Layout.preferredWidth: 380
            spacing: 10

            RowLayout {
                Layout.fillWidth: true
                spacing: 8

                Words {
                    Layout.fillWidth: true
                    px: 13
                    text: qsTr("OSC")
                    weight: Font.DemiBold
                }
                PageButton {
                    objectName: "oscToggle"
                    solid: controllers.view.oscOn
                    text: controllers.view.oscOn ? qsTr("Switch off") : qsTr("Switch on")

                    onPressed: controllers.view.toggleOsc()
                }
            }
            Words {
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: controllers.view.oscBad ? Theme.bad : Theme.text2
                elide: Text.ElideNone
                maximumLineCount: 4
                objectName: "oscText"
                text: controllers.view.oscText
                wrapMode: Text.Wrap
            }
            PhonesPart {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.topMargin: 10
                view: controllers.view
            }
        }
    }
}
