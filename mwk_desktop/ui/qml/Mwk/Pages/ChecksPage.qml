pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The pre-flight check: everything that a show needs.
PageFrame {
    id: checks

    required property ChecksView view

    first: again
    objectName: "checksPage"
    pageHeight: 640
    pageWidth: 960
    title: qsTr("Pre-flight check")

    ColumnLayout {
        anchors.bottomMargin: 20
        anchors.fill: parent
        anchors.leftMargin: 20
        anchors.rightMargin: 20
        anchors.topMargin: 14
        spacing: 14

        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            StateMark {
                Layout.leftMargin: 2
                kind: checks.view.level
            }
            Words {
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                objectName: "checksVerdict"
                px: 13
                text: checks.view.verdict
                weight: Font.DemiBold
            }
            PageButton {
                icon: "ui/spk"
                locked: checks.view.running
                objectName: "checksTone"
                text: qsTr("With a tone")

                onPressed: checks.view.tone()
            }
            PageButton {
                id: again

                locked: checks.view.running
                objectName: "checksRun"
                solid: true
                text: qsTr("Check again")

                onPressed: checks.view.run()
            }
        }
        Rectangle {
            Layout.fillHeight: true
            Layout.fillWidth: true
            border.color: list.activeFocus ? Theme.info : Theme.line1
            border.width: list.activeFocus ? 2 : 1
            color: Theme.bg1
            radius: Theme.controlRadius

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
        // Picture and sound agree: somebody who hears the beat taps along.
        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            Words {
                text: qsTr("Sound behind the picture")
                weight: Font.DemiBold
            }
            Words {
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                color: Theme.text2
                objectName: "offsetText"
                text: checks.view.offsetText
            }
            PageButton {
                label: qsTr("Tap on the beat that you hear")
                locked: !checks.view.canTap
                objectName: "offsetTap"
                text: qsTr("Tap on the beat")

                onPressed: checks.view.tap()

                // By mouse the beat is where the button goes down.
                MouseArea {
                    anchors.fill: parent

                    onPressed: {
                        parent.forceActiveFocus(Qt.MouseFocusReason);
                        checks.view.tap();
                    }
                }
            }
            PageButton {
                label: qsTr("Delay what is seen by so much")
                locked: checks.view.offsetMs < 0
                objectName: "offsetUse"
                solid: true
                text: qsTr("Use it")

                onPressed: checks.view.useOffset()
            }
        }
    }
}
