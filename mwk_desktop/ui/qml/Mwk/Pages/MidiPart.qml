pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// MIDI: the devices, what was heard last, and the chosen device with what each control does; while
// a control is taught, the list of what it can do.
Item {
    id: midi

    required property ControllersView view
    required property RowsModel drawn
    required property RowsModel rows
    property bool narrow: false
    readonly property int sideWidth: narrow ? 280 : 330

    signal consoleAsked

    Words {
        height: 20
        px: 13
        text: qsTr("Devices")
        weight: Font.DemiBold
    }
    Words {
        color: Theme.text3
        height: 20
        horizontalAlignment: Theme.end
        px: 11
        text: midi.narrow ? qsTr("looked for all the time") : qsTr("looked for all the time: plug in, no restart")
        width: midi.sideWidth - 80
        x: 80
    }
    Column {
        id: side

        spacing: 8
        width: midi.sideWidth
        y: 26

        Rectangle {
            border.color: Theme.line1
            border.width: 1
            color: Theme.bg1
            height: list.height + 2
            radius: Theme.controlRadius
            visible: midi.view.devices.length > 0
            width: parent.width

            Column {
                id: list

                width: parent.width - 2
                x: 1
                y: 1

                Repeater {
                    model: midi.view.devices

                    DeviceRow {
                        required property var modelData

                        device: modelData
                        picked: modelData.name === midi.view.deviceTitle
                        width: list.width

                        onPressed: midi.view.chooseDevice(modelData.id)
                    }
                }
            }
        }
        Words {
            Accessible.role: Accessible.StaticText
            color: midi.view.midiBad ? Theme.warn : Theme.text2
            elide: Text.ElideNone
            maximumLineCount: 4
            objectName: "midiText"
            text: midi.view.midiText
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }
        PageButton {
            height: 40
            icon: "ui/midi"
            key: qsTr("Ctrl L")
            label: qsTr("Learn on the console: point at a control, move a knob")
            objectName: "learnOnConsole"
            solid: true
            text: midi.narrow ? qsTr("Learn on the console") : qsTr("Learn: point at a control, move a knob")
            width: parent.width

            onPressed: midi.consoleAsked()

            KeyCap {
                anchors.verticalCenter: parent.verticalCenter
                ink: Theme.ink
                text: qsTr("Ctrl L")
                visible: parent.implicitWidth + width < parent.width
                x: parent.width - width - 10
            }
        }
        Row {
            spacing: 8

            PageButton {
                objectName: "learnToggle"
                solid: midi.view.learning
                text: midi.view.learning ? qsTr("Done") : qsTr("Learn from a list")

                onPressed: midi.view.toggleLearning()
            }
            PageButton {
                icon: "ui/undo"
                locked: !midi.view.canUndo
                objectName: "learnUndo"
                text: qsTr("Undo")
                visible: midi.view.learning

                onPressed: midi.view.undo()
            }
        }
        Words {
            height: 24
            px: 13
            text: qsTr("Heard last")
            weight: Font.DemiBold
        }
    }
    Rectangle {
        border.color: Theme.line1
        border.width: 1
        clip: true
        color: Theme.bg1
        height: Math.max(40, parent.height - y)
        objectName: "heardLast"
        radius: Theme.controlRadius
        width: midi.sideWidth
        y: side.y + side.height + 4

        Column {
            id: told

            // No half of a row.
            readonly property int room: Math.max(1, Math.floor((parent.height - 12) / 26))

            width: parent.width - 24
            x: 12
            y: 6

            Words {
                color: Theme.text3
                height: 26
                text: qsTr("nothing yet")
                visible: midi.view.heard.length === 0
            }
            Repeater {
                model: midi.view.heard

                Item {
                    id: heard

                    required property int index
                    required property var modelData

                    Accessible.name: modelData.time + " " + modelData.control + ": " + modelData.text
                    Accessible.role: Accessible.StaticText
                    height: 26
                    objectName: "heard_" + index
                    visible: index < told.room
                    width: told.width

                    Words {
                        color: Theme.text3
                        height: parent.height
                        px: 11
                        text: heard.modelData.time
                        width: 56
                    }
                    Words {
                        color: Theme.text2
                        height: parent.height
                        px: 11
                        text: heard.modelData.control
                        width: midi.narrow ? 80 : 104
                        x: 60
                    }
                    Words {
                        color: heard.modelData.mapped ? Theme.text1 : Theme.text3
                        height: parent.height
                        px: 11
                        text: heard.modelData.text
                        width: parent.width - x
                        x: midi.narrow ? 144 : 168
                    }
                }
            }
        }
    }
    Item {
        id: right

        height: parent.height
        width: parent.width - x
        x: midi.sideWidth + 20

        Words {
            height: 20
            objectName: "deviceTitle"
            px: 13
            text: midi.view.deviceTitle
            weight: Font.DemiBold
            width: parent.width - 220
        }
        StateMark {
            kind: midi.view.deviceLevel
            visible: midi.view.deviceTitle !== ""
            x: state_.x - 18
            y: 5
        }
        Words {
            id: state_

            color: Theme.text2
            height: 20
            text: midi.view.deviceText
            width: Math.min(implicitWidth, 200)
            x: parent.width - width
        }
        Column {
            id: switches

            spacing: 6
            visible: !midi.view.learning && midi.view.deviceTitle !== ""
            y: 28

            Repeater {
                model: 3

                Item {
                    id: line

                    required property int index
                    readonly property bool isMap: index === 0
                    readonly property bool isTakeover: index === 1

                    height: line.isMap && midi.view.mapFile !== "" ? 50 : 32
                    width: right.width

                    Words {
                        color: Theme.text2
                        height: 28
                        text: line.isMap ? qsTr("Map") : line.isTakeover ? qsTr("Faders take over") : qsTr("Its lights")
                        width: 118
                    }
                    DeviceMap {
                        indent: x
                        view: midi.view
                        visible: line.isMap
                        width: parent.width - x
                        x: 124
                    }
                    Choice {
                        choices: ["soft", "once"]
                        label: qsTr("Faders take over")
                        objectName: "takeover"
                        value: midi.view.soft ? "soft" : "once"
                        visible: line.isTakeover
                        words: [qsTr("Softly"), qsTr("At once")]
                        x: 124

                        onChosen: value => midi.view.takeOverSoftly(value === "soft")
                    }
                    Tick {
                        label: qsTr("Its lights")
                        objectName: "lights"
                        on: midi.view.lights
                        visible: !line.isMap && !line.isTakeover
                        x: 124

                        onPressed: midi.view.useLights(!midi.view.lights)
                    }
                    Words {
                        color: Theme.text3
                        height: 28
                        px: 11
                        text: line.isTakeover ? qsTr("softly: a dashed ghost shows the hardware until it meets") : qsTr("show mode, mute, solo and what else the map lights")
                        visible: !line.isMap && implicitWidth <= width
                        width: Math.max(0, parent.width - x)
                        x: line.isTakeover ? 300 : 176
                    }
                }
            }
        }
        DeviceDrawing {
            drawn: midi.drawn
            height: parent.height - y
            leastHeight: midi.view.drawnHeight
            legend: midi.view.legend
            names: midi.view.stripNames
            visible: switches.visible
            width: parent.width
            y: switches.y + switches.height + 6
        }
        Words {
            id: asked

            Accessible.role: Accessible.StaticText
            color: Theme.info
            elide: Text.ElideNone
            maximumLineCount: 3
            objectName: "learnText"
            text: midi.view.learnText
            visible: text !== ""
            weight: Font.DemiBold
            width: parent.width
            wrapMode: Text.Wrap
            y: 26
        }
        Rectangle {
            border.color: Theme.line1
            border.width: 1
            color: Theme.bg1
            height: parent.height - y
            radius: Theme.controlRadius
            visible: midi.view.learning
            width: parent.width
            y: 32 + asked.height

            ListView {
                id: learnt

                Accessible.name: qsTr("What a control can do")
                Accessible.role: Accessible.List
                activeFocusOnTab: true
                anchors.fill: parent
                anchors.margins: 6
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                keyNavigationEnabled: true
                model: midi.rows
                objectName: "learnList"

                delegate: LearnRow {
                    required property int index
                    required property var row

                    chosen: midi.view.learnAction === row.action
                    current: learnt.activeFocus && learnt.currentIndex === index
                    facts: row
                    width: learnt.width

                    onForgotten: midi.view.forget(row.action)
                    onPicked: {
                        learnt.currentIndex = index;
                        midi.view.learn(row.action);
                    }
                }

                Keys.onReturnPressed: midi.view.learn(midi.rows.data(midi.rows.index(currentIndex, 0), Qt.UserRole).action)
            }
        }
    }
}
