pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// When the votes lock and when the next scene lands, over the ribbon of the window's bars.
ColumnLayout {
    id: countdown

    required property ConsoleView view

    spacing: Metrics.compact ? 2 : Metrics.gap

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Metrics.compact ? 24 : 28
        spacing: 10

        RowLayout {
            spacing: 3

            Icon {
                color: Theme.warn
                icon: "ui/lock"
                size: 12
                visible: !countdown.view.held
            }
            Words {
                color: Theme.text3
                font.letterSpacing: 0.3
                px: 11
                text: countdown.view.lockTitle
            }
        }
        Words {
            color: countdown.view.lockHot ? Theme.warn : Theme.text1
            font.family: Theme.display
            objectName: "countdown"
            px: Metrics.compact ? 20 : 26
            text: countdown.view.lockText
            weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            color: Theme.text2
            // All of the sentence or none of it.
            opacity: implicitWidth <= width && !countdown.view.ended ? 1 : 0
            text: countdown.view.lockNote
        }
        Words {
            color: Theme.text3
            font.letterSpacing: 0.3
            px: 11
            text: countdown.view.nextTitle
        }
        Words {
            color: countdown.view.held ? Theme.warn : Theme.text1
            objectName: "nextSceneIn"
            px: Metrics.compact ? 15 : 18
            text: countdown.view.nextText
            weight: Font.DemiBold
        }
    }
    Ribbon {
        id: ribbon

        Layout.fillWidth: true
        hollowFrom: countdown.view.hollowFrom
        barCount: countdown.view.barCount
        barsPerLoop: countdown.view.barsPerLoop
        ended: countdown.view.ended
        held: countdown.view.held
        lockBars: countdown.view.lockBars
        objectName: "ribbon"
        playheadBars: countdown.view.playheadBars
    }
    Item {
        Layout.fillWidth: true
        Layout.preferredHeight: 16

        Repeater {
            model: Math.ceil(countdown.view.barCount / 4)

            Words {
                required property int index

                color: Theme.text3
                height: 16
                px: 11
                text: countdown.view.firstBar + index * 4
                visible: !countdown.view.ended && countdown.view.firstBar + index * 4 > 0 && x + implicitWidth < landing.x - 8
                x: Math.round(index * 4 * ribbon.pitch)
            }
        }
        Words {
            color: Theme.text2
            height: 16
            objectName: "endNote"
            px: 11
            text: qsTr("the recording is over: no votes come, the last scene plays on")
            visible: countdown.view.ended
            width: parent.width
        }
        Row {
            id: landing

            anchors.right: parent.right
            opacity: countdown.view.ended ? 0 : 1
            spacing: 4

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.warn
                icon: "ui/lock"
                size: 12
                visible: !countdown.view.held
            }
            Words {
                color: Theme.warn
                height: 16
                px: 11
                text: countdown.view.lockBarText
                visible: !countdown.view.held
                weight: Font.DemiBold
            }
            Words {
                color: Theme.text3
                height: 16
                px: 11
                text: "\u203A"
                visible: !countdown.view.held && countdown.view.landingText !== ""
            }
            Words {
                height: 16
                px: 11
                text: countdown.view.landingText
                weight: Font.DemiBold
            }
        }
    }
}
