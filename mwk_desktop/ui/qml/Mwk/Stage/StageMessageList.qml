pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The newest messages: they rise in at the foot; the oldest fades before its place is taken.
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
            required property bool leaving
            required property string name
            required property string picture
            required property string text
            required property int tint

            height: area.row
            objectName: "stageMessage"
            // With reduced motion it goes in one step, when its place is taken.
            opacity: leaving && !Theme.reducedMotion ? 0 : 1
            width: list.width

            Behavior on opacity {
                enabled: !Theme.reducedMotion

                NumberAnimation {
                    duration: 1200
                    easing.type: Easing.InOutQuad
                }
            }

            Avatar {
                anchors.verticalCenter: parent.verticalCenter
                initial: message.initial
                picture: message.picture
                tint: message.tint
                width: Math.round(52 * area.u)
            }
            Words {
                id: name

                height: parent.height
                objectName: "stageName"
                px: Math.round(44 * area.u)
                text: message.name
                weight: Font.DemiBold
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
    }
}
