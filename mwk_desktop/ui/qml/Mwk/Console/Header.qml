import QtQuick
import Mwk
import MwkViews

Rectangle {
    id: header

    required property ConsoleView view
    required property int pad

    signal helpAsked
    signal menuAsked(anchor: Item)

    readonly property alias menuButton: menuButton

    color: Theme.bg1
    height: 44

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text1
        icon: "ui/bars"
        size: 20
        x: header.pad
    }
    Words {
        id: brand

        anchors.verticalCenter: parent.verticalCenter
        px: 14
        text: qsTr("Music with Kafka")
        weight: Font.DemiBold
        x: header.pad + 30
    }
    Rectangle {
        id: rule

        color: Theme.line1
        height: 20
        width: 1
        x: brand.x + brand.implicitWidth + 17
        y: 12
    }
    SourcePill {
        id: pill

        kind: header.view.pill
        objectName: "sourcePill"
        text: header.view.pillText
        x: rule.x + 17
        y: 10
    }
    Words {
        id: source

        anchors.verticalCenter: parent.verticalCenter
        objectName: "sourceName"
        text: header.view.sourceName
        weight: Font.Medium
        width: Math.min(implicitWidth, actions.x - x - 16)
        x: pill.x + pill.width + 12
    }
    Words {
        id: detail

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text2
        text: header.view.sourceDetail
        visible: width > 30
        width: Math.min(implicitWidth, actions.x - x - 16)
        x: source.x + source.width + 4
    }
    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4
        visible: header.view.lagText !== "" && x + width < actions.x
        x: detail.x + (detail.visible ? detail.width : 0) + 12

        Words {
            color: Theme.text3
            text: qsTr("lag")
        }
        Words {
            color: header.view.pill === "lost" ? Theme.bad : Theme.text1
            objectName: "lag"
            text: header.view.lagText
            weight: Font.Medium
        }
    }
    Row {
        id: actions

        anchors.right: clockRule.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        HeaderButton {
            id: menuButton

            icon: "ui/chev"
            key: "F10"
            locked: header.view.locked
            objectName: "menu"
            text: qsTr("Menu")

            onPressed: header.menuAsked(menuButton)
        }
        HeaderButton {
            icon: "ui/undo"
            key: "Ctrl Z"
            label: header.view.undoLabel === "" ? text : qsTr("Undo: %1").arg(header.view.undoLabel)
            locked: header.view.locked || !header.view.canUndo
            objectName: "undo"
            text: qsTr("Undo")

            onPressed: header.view.undo()
        }
        HeaderButton {
            checked: header.view.locked
            icon: header.view.locked ? "ui/lock" : "ui/unlock"
            ink: header.view.locked ? Theme.warn : Theme.text2
            key: "L"
            objectName: "lock"
            text: header.view.locked ? qsTr("Unlock console") : qsTr("Lock console")

            onPressed: header.view.toggleLock()
        }
        HeaderButton {
            icon: "ui/help"
            key: "?"
            objectName: "keys"
            text: qsTr("Keys")

            onPressed: header.helpAsked()
        }
    }
    Rectangle {
        id: clockRule

        anchors.right: clock.left
        anchors.rightMargin: 14
        color: Theme.line1
        height: 20
        width: 1
        y: 12
    }
    Words {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: header.pad
        anchors.verticalCenter: parent.verticalCenter
        px: 13
        text: header.view.clockText
        weight: Font.DemiBold
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line1
        height: 1
        width: parent.width
    }
}
