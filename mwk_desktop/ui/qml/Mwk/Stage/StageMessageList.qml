pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The newest messages: they rise in at the foot; the oldest fades and leaves at the top.
Item {
    id: area

    required property StageMessages messages
    required property real u

    readonly property real row: 60 * u

    clip: true

    ListView {
        id: list

        height: Math.floor(parent.height / area.row) * area.row
        interactive: false
        model: area.messages
        verticalLayoutDirection: ListView.TopToBottom
        width: parent.width

        add: Transition {
            enabled: !Theme.reducedMotion

            NumberAnimation {
                duration: 300
                easing.type: Easing.OutCubic
                from: area.height
                property: "y"
            }
        }
        delegate: Item {
            id: message

            required property int index
            required property string initial
            required property string name
            required property string text
            required property int tint
            readonly property bool leaving: list.count > 3 && index === 0

            height: area.row
            width: list.width

            Avatar {
                anchors.verticalCenter: parent.verticalCenter
                initial: message.initial
                tint: message.tint
                width: Math.round(52 * area.u)
            }
            Words {
                id: name

                color: message.leaving ? Theme.text2 : Theme.text1
                height: parent.height
                objectName: "stageName"
                px: Math.round(44 * area.u)
                text: message.name
                weight: message.leaving ? Font.Medium : Font.DemiBold
                width: Math.min(implicitWidth, 420 * area.u)
                x: 70 * area.u
            }
            Words {
                color: Theme.text2
                height: parent.height
                objectName: "stageText"
                px: Math.round(44 * area.u)
                text: message.text
                width: parent.width - x
                x: name.x + name.width + 20 * area.u
            }
        }
        displaced: Transition {
            enabled: !Theme.reducedMotion

            NumberAnimation {
                duration: 300
                easing.type: Easing.OutCubic
                property: "y"
            }
        }
        remove: Transition {
            enabled: !Theme.reducedMotion

            // It rises out of the picture: what comes after takes its place at once.
            NumberAnimation {
                duration: 300
                easing.type: Easing.OutCubic
                property: "y"
                to: -area.row
            }
            NumberAnimation {
                duration: 250
                property: "opacity"
                to: 0
            }
        }
    }
}
