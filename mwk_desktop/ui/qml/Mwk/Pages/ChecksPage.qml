pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Everything a show needs, looked at before the curtain rises.
PageFrame {
    id: checks

    required property ChecksView view

    first: again
    objectName: "checksPage"
    pageHeight: 640
    pageWidth: 960
    title: qsTr("Pre-flight check")

    StateMark {
        kind: checks.view.level
        x: 22
        y: 24
    }
    Words {
        Accessible.role: Accessible.StaticText
        height: 30
        objectName: "checksVerdict"
        px: 13
        text: checks.view.verdict
        weight: Font.DemiBold
        width: tone.x - x - 12
        x: 46
        y: 15
    }
    PageButton {
        id: tone

        icon: "ui/spk"
        locked: checks.view.running
        objectName: "checksTone"
        text: qsTr("With a tone")
        x: again.x - width - 10
        y: 14

        onPressed: checks.view.tone()
    }
    PageButton {
        id: again

        locked: checks.view.running
        objectName: "checksRun"
        solid: true
        text: qsTr("Check again")
        x: parent.width - width - 20
        y: 14

        onPressed: checks.view.run()
    }
    Rectangle {
        border.color: list.activeFocus ? Theme.info : Theme.line1
        border.width: list.activeFocus ? 2 : 1
        color: Theme.bg1
        height: parent.height - y - 20
        radius: Theme.controlRadius
        width: parent.width - 40
        x: 20
        y: 58

        Flickable {
            id: list

            Accessible.name: checks.title
            Accessible.role: Accessible.List
            activeFocusOnTab: contentHeight > height
            anchors.fill: parent
            anchors.margins: 10
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: rows.height

            Keys.onDownPressed: contentY = Math.min(contentHeight - height, contentY + 48)
            Keys.onUpPressed: contentY = Math.max(0, contentY - 48)

            Column {
                id: rows

                spacing: 4
                width: parent.width

                Repeater {
                    model: checks.view.rows

                    FindingRow {
                        required property var modelData

                        finding: modelData
                        width: rows.width
                    }
                }
                Words {
                    color: Theme.text3
                    height: 28
                    text: qsTr("Looking\u2026")
                    visible: checks.view.running
                    x: 32
                }
            }
        }
    }
}
