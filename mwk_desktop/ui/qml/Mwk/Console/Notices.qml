pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Below the header: banners, the first steps, and the bar of a replay.
Column {
    id: notices

    required property ConsoleView view
    required property int pad
    required property bool bannersShare
    required property bool stageLost
    required property bool winnerUnseen
    required property bool withPages
    readonly property int count: view.banners.length + (winnerUnseen ? 1 : 0)

    signal outputsAsked
    signal pageAsked(string page)
    signal stageAsked

    Grid {
        id: grid

        function widthOf(place: int): int {
            return Math.floor((place + 1) * width / columns) - Math.floor(place * width / columns);
        }

        columns: notices.bannersShare ? notices.count : 1
        width: parent.width

        Repeater {
            model: notices.view.banners

            Banner {
                required property int index
                required property var modelData

                canDemo: notices.view.canDemo
                canConnect: notices.withPages && notices.view.canConnect
                facts: modelData
                locked: notices.view.locked
                mild: modelData.mild
                more: index === notices.view.banners.length - 1 ? notices.view.moreBanners : 0
                objectName: "banner_" + index
                pad: notices.pad
                share: notices.view.reportShare
                short: notices.bannersShare
                width: grid.widthOf(notices.bannersShare ? index : 0)

                onDemoAsked: notices.view.openDemo()
                onConnectAsked: notices.pageAsked("connect")
                onHistoryChosen: choice => notices.view.resolveHistory(choice)
                onOutputsAsked: notices.outputsAsked()
                onReportAsked: notices.view.writeOfferedReport()
                onReportClosed: notices.view.closeReport()
                onReportOpened: folder => notices.view.openReport(folder)
                onTakeOverAsked: notices.view.takeOver()
            }
        }
        LazyItem {
            shown: notices.winnerUnseen
            width: grid.widthOf(notices.bannersShare ? notices.count - 1 : 0)

            sourceComponent: Banner {
                facts: {
                    "head": notices.bannersShare && notices.count > 2 ? qsTr("The stage is closed: S opens it.") : notices.stageLost ? qsTr("The winner is on the stage, whose screen is gone.") : qsTr("The winner is on the stage, which is closed."),
                    "rest": qsTr("S opens it, W ends the moment."),
                    "icon": "stage",
                    "ask": "stage"
                }
                mild: true
                objectName: "winnerUnseen"
                pad: notices.pad
                short: notices.bannersShare

                onStageAsked: notices.stageAsked()
            }
        }
    }
    LazyItem {
        shown: notices.view.firstRun
        width: parent.width

        sourceComponent: FirstRunBar {
            pad: notices.pad
            view: notices.view
            withPages: notices.withPages

            onAsked: page => notices.pageAsked(page)
        }
    }
    LazyItem {
        // The lowest windows have no room for both; the keys work all the same.
        shown: notices.view.replaying && !(Metrics.compact && notices.count > 0)
        width: parent.width

        sourceComponent: ReplayBar {
            pad: notices.pad
            view: notices.view
        }
    }
}
