pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The SQL page's query and its answer, in a size that the last row can read.
Item {
    id: query

    required property StageView stage
    required property StageMetrics m

    readonly property int lineHeight: m.px(60)
    readonly property real chartY: box.y + box.height + m.px(24)
    readonly property real footY: height - m.px(76)
    readonly property real chartHeight: footY - chartY - m.px(12)

    objectName: "query"

    Rectangle {
        id: box

        color: Theme.bg1
        height: query.stage.queryLines.length * query.lineHeight + query.m.px(40)
        radius: query.m.px(10)
        width: query.m.room
        x: query.m.margin
        y: query.m.px(212)

        Rectangle {
            color: Theme.info
            height: parent.height
            radius: 1
            width: query.m.px(6)
        }
        Repeater {
            model: query.stage.queryLines.length

            Row {
                id: line

                required property int index
                readonly property var pieces: query.stage.queryLines[index] ?? []

                height: query.lineHeight
                x: query.m.px(40)
                y: query.m.px(20) + index * query.lineHeight

                Repeater {
                    model: line.pieces.length

                    Words {
                        required property int index
                        readonly property var piece: line.pieces[index] ?? ({
                                "text": "",
                                "key": false
                            })

                        color: piece.key ? Theme.info : Theme.text1
                        height: query.lineHeight
                        objectName: piece.key ? "keyWord" : "queryWord"
                        px: query.m.px(query.m.narrow ? 44 : 46)
                        text: piece.text
                        weight: piece.key ? Font.Bold : Font.Medium
                    }
                }
            }
        }
    }
    Loader {
        readonly property var parts: ({
                "bars": bars,
                "columns": columns,
                "lines": lines,
                "table": table
            })

        active: query.stage.queryKind !== ""
        height: query.chartHeight
        sourceComponent: parts[query.stage.queryKind] ?? null
        width: query.m.room
        x: query.m.margin
        y: query.chartY

        Component {
            id: bars

            QueryBars {
                m: query.m
                stage: query.stage
            }
        }
        Component {
            id: columns

            QueryColumns {
                m: query.m
                stage: query.stage
            }
        }
        Component {
            id: lines

            QueryLines {
                m: query.m
                stage: query.stage
            }
        }
        Component {
            id: table

            QueryRows {
                m: query.m
                stage: query.stage
            }
        }
    }
    Row {
        height: query.m.px(64)
        spacing: query.m.px(14)
        x: query.m.margin
        y: query.footY

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: query.stage.queryLive ? Theme.ok : Theme.line3
            height: query.m.px(18)
            radius: width / 2
            width: height
        }
        Words {
            color: Theme.text2
            height: parent.height
            objectName: "queryTweets"
            px: query.m.least
            text: query.stage.queryLive ? qsTr("live, after %1 tweets").replace("%1", query.stage.queryTweets) : qsTr("after %1 tweets").replace("%1", query.stage.queryTweets)
            weight: Font.Medium
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: query.m.margin
        height: query.m.px(64)
        spacing: query.m.px(24)
        y: query.footY

        Words {
            color: Theme.text2
            height: parent.height
            px: query.m.least
            text: qsTr("votes lock in")
            visible: !query.m.narrow && query.stage.clock !== ""
            weight: Font.Medium
        }
        Words {
            font.family: Theme.display
            height: parent.height
            px: query.m.px(64)
            text: query.stage.clock
            weight: Font.Bold
        }
    }
}
