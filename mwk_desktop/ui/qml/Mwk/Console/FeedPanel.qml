pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The newest messages; only whole rows show.
Panel {
    id: panel

    required property ConsoleView view
    required property FeedModel feed
    required property int rowHeight

    figure: view.staleText === "" ? view.rateText : ""
    note: view.staleText === "" ? qsTr("per second") : view.feedStaleText
    noteInk: view.staleText === "" ? Theme.text3 : Theme.warn
    objectName: "feed"
    title: qsTr("Feed")

    ListView {
        id: list

        clip: true
        height: Math.floor(panel.bodyHeight / panel.rowHeight) * panel.rowHeight
        interactive: false
        model: panel.feed
        objectName: "feedList"
        width: panel.width

        delegate: Item {
            id: row

            required property string age
            required property string initial
            required property string instrument
            required property string name
            required property int tint
            required property string text
            required property string vote

            Accessible.name: name + ": " + text
            Accessible.role: Accessible.ListItem
            height: panel.rowHeight
            width: list.width

            Avatar {
                initial: row.initial
                tint: row.tint
                width: 24
                x: 13
                y: Math.round((panel.rowHeight - 34) / 2)
            }
            Words {
                id: name

                height: 16
                objectName: "feedName"
                text: row.name
                weight: Font.DemiBold
                width: Math.min(implicitWidth, 150)
                x: 47
                y: Math.round((panel.rowHeight - 34) / 2)
            }
            Icon {
                id: mark

                color: row.instrument === "" ? Theme.line3 : Theme.hue(row.instrument)
                icon: row.instrument === "" ? "ui/minus" : row.instrument
                size: 13
                x: name.x + name.width + 9
                y: name.y + 2
            }
            Words {
                color: Theme.text2
                height: 16
                px: 11
                text: row.vote
                width: Math.min(implicitWidth, ageText.x - x - 8)
                x: mark.x + 17
                y: name.y
            }
            Words {
                id: ageText

                anchors.right: parent.right
                anchors.rightMargin: 13
                color: Theme.text3
                height: 16
                px: 11
                text: row.age
                y: name.y
            }
            Words {
                color: Theme.text2
                height: 16
                objectName: "feedText"
                text: row.text
                width: parent.width - 47 - 13
                x: 47
                y: name.y + 17
            }
            Rectangle {
                color: Theme.line1
                height: 1
                width: parent.width
                y: parent.height - 1
            }
        }
    }
    Words {
        anchors.centerIn: parent
        color: Theme.text3
        text: qsTr("#%1 + a word").arg(panel.view.hashtag)
        visible: list.count === 0
    }
}
