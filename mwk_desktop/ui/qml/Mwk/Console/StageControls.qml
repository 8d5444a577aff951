pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// What the stage shows: a picture of it (where there is room), and a button for each choice. Exactly
// one is lit.
Item {
    id: controls

    required property ConsoleView view
    property bool stageOpen: false
    property bool stageLost: false
    readonly property int columns: Metrics.compact ? 3 : 2
    readonly property int inset: Metrics.compact ? 8 : 10
    readonly property int thumbRight: Metrics.thumbWidth === 0 ? inset : inset + Metrics.thumbWidth + 10
    readonly property real buttonWidth: Math.floor((width - inset - thumbRight - (columns - 1) * 6) / columns)
    readonly property int insetY: 5
    readonly property int buttonHeight: Math.floor((height - 2 * insetY - (6 / columns - 1) * 6) / (6 / columns))
    readonly property string moment: view.stageMoment
    readonly property var choices: [
        {
            "name": "votes",
            "icon": "ui/votes",
            "key": "V",
            "text": qsTr("Votes"),
            "label": qsTr("On the stage: the votes")
        },
        {
            "name": "join",
            "icon": "ui/join",
            "key": "J",
            "text": qsTr("Join"),
            "label": qsTr("On the stage: how to join")
        },
        {
            "name": "sql",
            "icon": "ui/sql",
            "key": "Q",
            "text": qsTr("SQL"),
            "label": qsTr("On the stage: the query of the SQL page")
        },
        {
            "name": "winner",
            "icon": "ui/winner",
            "key": "W",
            "text": qsTr("Winner"),
            "label": qsTr("On the stage: the winner")
        },
        {
            "name": "end",
            "icon": "ui/end",
            "key": "E",
            "text": view.stageEndAsked ? qsTr("Again") : Metrics.boardShown ? qsTr("The end") : qsTr("End"),
            "label": view.stageEndAsked ? qsTr("Again: the end, on the stage") : qsTr("On the stage: the end, pressed twice")
        },
        {
            "name": "black",
            "icon": "ui/black",
            "key": "B",
            "text": moment === "logo" ? qsTr("Logo") : qsTr("Black"),
            "label": view.blackIsDark ? qsTr("On the stage: black, again: the logo, again: the votes") : qsTr("On the stage: what is set instead of black, again: the votes")
        }
    ]

    function isLit(name: string): bool {
        return moment === name || name === "black" && moment === "logo" || name === "votes" && moment === "messages";
    }

    StageThumb {
        height: parent.height - 2 * controls.insetY
        stageLost: controls.stageLost
        stageOpen: controls.stageOpen
        view: controls.view
        visible: Metrics.thumbWidth > 0
        width: Metrics.thumbWidth
        x: controls.inset
        y: controls.insetY
    }
    Repeater {
        model: 6

        StageButton {
            id: button

            required property int index
            readonly property var choice: controls.choices[index]

            Accessible.role: Accessible.RadioButton
            asked: choice.name === "end" && controls.view.stageEndAsked
            checked: controls.isLit(choice.name)
            height: controls.buttonHeight
            icon: choice.icon
            key: choice.key
            label: choice.label
            lit: choice.name === "black" ? Theme.warn : Theme.text1
            locked: controls.view.locked || choice.name === "winner" && !controls.view.canWin || choice.name === "sql" && !controls.view.canQuery && !checked
            objectName: "stage_" + choice.name
            text: choice.text
            width: controls.buttonWidth
            x: controls.thumbRight + index % controls.columns * (controls.buttonWidth + 6)
            y: controls.insetY + Math.floor(index / controls.columns) * (controls.buttonHeight + 6)

            onPressed: controls.view.showOnStage(choice.name)

            LearnRing {
                action: "stage." + (button.choice.name === "black" ? "black.next" : button.choice.name)
                label: button.label
            }
        }
    }
}
