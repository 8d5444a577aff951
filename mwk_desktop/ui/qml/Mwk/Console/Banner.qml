import QtQuick
import Mwk

// What is wrong, what goes on, since when, what to do.
Rectangle {
    id: banner

    required property var facts
    required property int pad
    property bool locked: false
    property int more: 0
    property bool short: false
    property bool canConnect: false
    property bool canDemo: false
    // For information only: nothing is broken.
    property bool mild: false
    // How much of a report is written, 0 to 1.
    property real share: 0
    readonly property color hue: mild ? Theme.warn : Theme.bad
    signal connectAsked
    signal demoAsked
    signal stageAsked
    signal outputsAsked
    signal historyChosen(string choice)
    signal takeOverAsked
    signal reportAsked
    signal reportOpened(bool folder)
    signal reportClosed

    Accessible.name: facts.head + " " + facts.rest
    Accessible.role: Accessible.AlertMessage
    color: mild ? Theme.warnBg : Theme.badBg
    height: 40

    Rectangle {
        color: banner.hue
        height: parent.height
        width: 6
    }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: banner.hue
        icon: "ui/" + banner.facts.icon
        size: 18
        x: banner.pad
    }
    Words {
        id: head

        height: parent.height
        objectName: "bannerHead"
        px: 13
        text: banner.facts.head
        weight: Font.DemiBold
        width: Math.min(implicitWidth, moreText.x - x - 12)
        x: banner.pad + 30
    }
    Words {
        color: Theme.text2
        height: parent.height
        px: 13
        text: banner.facts.rest
        visible: width > (banner.short ? 120 : 40)
        width: moreText.x - x - 12
        x: head.x + head.width + 6
    }
    Words {
        id: moreText

        color: banner.hue
        height: parent.height
        px: 13
        text: banner.more > 0 ? "+" + banner.more : ""
        weight: Font.DemiBold
        x: buttons.x - (buttons.width > 0 ? 12 : 0) - implicitWidth
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: banner.pad
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        PlainButton {
            locked: banner.locked
            objectName: "chooseOutput"
            solid: true
            text: qsTr("Choose output\u2026")
            visible: banner.facts.ask === "outputs"

            onPressed: banner.outputsAsked()
        }
        PlainButton {
            locked: banner.locked
            objectName: "bannerConnect"
            text: qsTr("Connect\u2026")
            visible: banner.facts.ask === "connect" && banner.canConnect

            onPressed: banner.connectAsked()
        }
        PlainButton {
            label: qsTr("Take the show over: this console is heard, the other one follows")
            objectName: "bannerTakeOver"
            solid: true
            text: qsTr("Take over")
            visible: banner.facts.ask === "takeover"

            onPressed: banner.takeOverAsked()
        }
        PlainButton {
            label: qsTr("Back to the demo with its simulated crowd")
            locked: banner.locked
            objectName: "bannerDemo"
            text: qsTr("Back to the demo")
            visible: banner.facts.ask === "connect" && banner.canDemo && !banner.short

            onPressed: banner.demoAsked()
        }
        Words {
            height: parent.height
            objectName: "reportShare"
            text: qsTr("%1 %").arg(Math.round(100 * banner.share))
            visible: banner.facts.ask === "writing"
            weight: Font.DemiBold
        }
        PlainButton {
            objectName: "reportOpen"
            solid: true
            text: qsTr("Open")
            visible: banner.facts.ask === "written"

            onPressed: banner.reportOpened(false)
        }
        PlainButton {
            label: qsTr("Show the report in its folder")
            objectName: "reportFolder"
            text: qsTr("Show in folder")
            visible: banner.facts.ask === "written"

            onPressed: banner.reportOpened(true)
        }
        PlainButton {
            objectName: "reportWrite"
            solid: true
            text: qsTr("Write the report")
            visible: banner.facts.ask === "offered"

            onPressed: banner.reportAsked()
        }
        PlainButton {
            label: banner.facts.ask === "writing" ? qsTr("Stop writing the report") : qsTr("Close this notice")
            objectName: "reportClose"
            text: banner.facts.ask === "writing" ? qsTr("Stop") : qsTr("Close")
            visible: ["written", "writing", "offered", "unwritten"].includes(banner.facts.ask)

            onPressed: banner.reportClosed()
        }
        PlainButton {
            objectName: "bannerStage"
            text: qsTr("Open the stage")
            visible: banner.facts.ask === "stage"

            onPressed: banner.stageAsked()
        }
        PlainButton {
            label: qsTr("Go on from the oldest message that is left")
            locked: banner.locked
            objectName: "historyOldest"
            text: qsTr("From the oldest")
            visible: banner.facts.ask === "history"

            onPressed: banner.historyChosen("oldest")
        }
        PlainButton {
            label: qsTr("Go on from now, without what was missed")
            locked: banner.locked
            objectName: "historyNow"
            text: qsTr("From now")
            visible: banner.facts.ask === "history"

            onPressed: banner.historyChosen("now")
        }
    }
    Rectangle {
        color: Theme.line1
        height: 1
        width: parent.width
        y: parent.height - 1
    }
    Rectangle {
        color: banner.hue
        height: 2
        visible: banner.facts.ask === "writing"
        width: parent.width * banner.share
        y: parent.height - height
    }
}
