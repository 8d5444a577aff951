pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// SQL on the running show.
PageFrame {
    id: sql

    required property QueryView view
    required property RowsModel rows
    readonly property int sideWidth: 300
    // Most of the page is the answer's.
    readonly property int editorHeight: body.height < 440 ? 64 : 100
    readonly property int rowY: 18 + editorHeight + 8
    readonly property int answerY: rowY + 36 + 28

    first: editor.input
    objectName: "queryPage"
    pageHeight: 720
    pageWidth: 1320
    title: qsTr("SQL on the stream")

    QueryEditor {
        id: editor

        height: sql.editorHeight
        view: sql.view
        width: parent.width - sql.sideWidth - 56
        x: 20
        y: 18
        z: 2
    }
    Row {
        spacing: 8
        x: 20
        y: sql.rowY

        PageButton {
            icon: "ui/play"
            objectName: "queryRun"
            solid: true
            text: qsTr("Run")
            tip: qsTr("Run (Ctrl Enter)")

            onPressed: sql.view.run()
        }
        PageButton {
            locked: !sql.view.running && !sql.view.continuous
            objectName: "queryStop"
            text: qsTr("Stop")

            onPressed: sql.view.stop()
        }
    }
    Row {
        anchors.right: editor.right
        spacing: 8
        visible: sql.view.hasAnswer
        y: sql.rowY

        Choice {
            choices: ["table"].concat(sql.view.hasBars || sql.view.kind === "bars" ? ["bars"] : []).concat(sql.view.hasLines ? ["time"] : [])
            height: 30
            label: qsTr("Shown as")
            objectName: "queryKinds"
            value: sql.view.kind
            words: choices.map(kind => ({
                        "table": qsTr("Table"),
                        "bars": qsTr("Bars"),
                        "time": qsTr("Time")
                    })[kind])

            onChosen: value => sql.view.showAs(value)
        }
        PageButton {
            Accessible.checkable: true
            Accessible.checked: sql.view.onStage
            icon: "ui/stage"
            key: "Q"
            objectName: "queryOnStage"
            solid: sql.view.onStage
            text: sql.view.onStage ? qsTr("On the stage") : qsTr("Show on the stage")

            onPressed: sql.view.showOnStage()
        }
    }
    Row {
        height: 24
        spacing: 10
        x: 20
        y: sql.rowY + 35

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            border.color: Theme.ok
            border.width: 1
            color: Theme.none
            height: 22
            objectName: "queryContinuous"
            radius: 11
            visible: sql.view.continuous
            width: goesOn.implicitWidth + 34

            StateMark {
                anchors.verticalCenter: parent.verticalCenter
                kind: "ok"
                x: 10
            }
            Words {
                id: goesOn

                height: parent.height
                px: 11
                text: qsTr("goes on with the stream")
                x: 26
            }
        }
        Words {
            Accessible.role: Accessible.StaticText
            color: Theme.text2
            height: 24
            objectName: "queryStatus"
            text: sql.view.status
        }
    }
    Rectangle {
        id: trouble

        border.color: Theme.bad
        border.width: 1
        color: Theme.badBg
        height: Math.max(30, problem.implicitHeight + 14)
        radius: Theme.controlRadius
        visible: sql.view.error !== ""
        width: editor.width
        x: 20
        y: sql.answerY

        StateMark {
            kind: "bad"
            x: 10
            y: 9
        }
        Words {
            id: problem

            Accessible.role: Accessible.AlertMessage
            elide: Text.ElideNone
            maximumLineCount: 4
            objectName: "queryError"
            text: sql.view.error
            width: parent.width - x - 10
            wrapMode: Text.Wrap
            x: 32
            y: 7
        }
    }
    QueryTable {
        height: parent.height - y - 20
        rows: sql.rows
        view: sql.view
        visible: sql.view.columns.length > 0 && sql.view.kind !== "time"
        width: editor.width
        x: 20
        y: trouble.visible ? trouble.y + trouble.height + 8 : sql.answerY
    }
    Loader {
        active: sql.view.kind === "time" && sql.view.hasLines
        height: parent.height - y - 20
        width: editor.width
        x: 20
        y: trouble.visible ? trouble.y + trouble.height + 8 : sql.answerY

        sourceComponent: QueryPlot {
            view: sql.view
        }
    }
    Words {
        color: Theme.text2
        elide: Text.ElideNone
        height: 120
        lineHeight: 1.4
        maximumLineCount: 6
        objectName: "queryHint"
        text: qsTr("Views: tweets, votes, charts (one row a window and instrument), users.\nCtrl Enter runs; the answer follows the stream until Stop.\nThe music is never touched: a query has its own time and memory.")
        verticalAlignment: Text.AlignTop
        visible: sql.view.columns.length === 0 && sql.view.error === ""
        width: editor.width - 20
        wrapMode: Text.Wrap
        x: 24
        y: sql.answerY + 8
    }
    QueryList {
        height: parent.height - 38
        view: sql.view
        width: sql.sideWidth
        x: parent.width - width - 20
        y: 18

        onUsed: text => editor.put(text)
    }
}
