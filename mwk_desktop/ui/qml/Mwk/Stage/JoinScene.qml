pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// How to join, as large as it gets: the code is more than half the height, nothing near it moves.
Item {
    id: join

    required property StageView stage
    required property StageMetrics m

    readonly property bool coded: stage.pageCode !== ""
    // Whole pixels a module, and with the quiet zone of four modules as high as there is room.
    readonly property int modules: Math.max(1, stage.pageModules) + 8
    readonly property int side: Math.max(1, Math.floor(836 * m.u / modules)) * modules
    readonly property real textX: m.margin + (coded ? side + m.px(m.narrow ? 40 : 72) : 0)
    readonly property real textWidth: width - m.margin - textX

    // A size at which a text fits the room, not below the least one.
    function fitting(text: string, largest: int): int {
        if (text === "")
            return m.px(largest);
        metrics.font.pixelSize = 100;
        const wide = metrics.advanceWidth(text) / 100;
        return Math.max(m.least, Math.min(m.px(largest), Math.floor(textWidth / Math.max(0.01, wide) * 0.98)));
    }

    objectName: "join"

    FontMetrics {
        id: metrics

        font.family: Theme.display
        font.pixelSize: 100
        font.weight: Font.Bold
    }
    CodeTile {
        m: join.m
        objectName: "joinCode"
        stage: join.stage
        visible: join.coded
        width: join.side
        x: join.m.margin
        y: join.m.px(214)
    }
    Column {
        id: served

        visible: join.coded
        width: join.textWidth
        x: join.textX
        y: join.m.px(228)

        Words {
            color: Theme.text2
            height: join.m.px(70)
            px: join.m.px(48)
            text: qsTr("Scan, or open")
            weight: Font.Medium
            width: parent.width
        }
        Words {
            font.family: Theme.display
            font.letterSpacing: -2 * join.m.u
            height: join.m.px(130)
            objectName: "joinAddress"
            px: join.fitting(join.stage.pageAddress, join.m.narrow ? 96 : 118)
            text: join.stage.pageAddress
            weight: Font.Bold
            width: parent.width
        }
        Words {
            color: Theme.text2
            height: join.m.px(70)
            px: join.m.px(48)
            text: qsTr("or post")
            weight: Font.Medium
        }
        Words {
            font.family: Theme.display
            font.letterSpacing: -2 * join.m.u
            height: join.m.px(130)
            objectName: "joinTag"
            px: join.fitting(join.stage.hashtag, 118)
            text: join.stage.hashtag
            weight: Font.Bold
            width: parent.width
        }
        Words {
            color: Theme.text2
            height: join.m.px(64)
            px: join.m.px(52)
            text: qsTr("+ a word")
            weight: Font.Medium
        }
    }
    Loader {
        active: join.coded
        height: join.m.px(30 * (join.m.narrow ? 4 : 6))
        width: join.textWidth
        x: join.textX
        y: join.m.px(704)

        sourceComponent: PhoneLights {
            m: join.m
            stage: join.stage
        }
    }
    Row {
        height: join.m.px(130)
        spacing: join.m.px(24)
        visible: join.coded
        x: join.textX
        y: join.m.px(join.m.narrow ? 832 : 892)

        Words {
            font.family: Theme.display
            height: parent.height
            objectName: "phones"
            px: join.m.px(join.m.narrow ? 84 : 108)
            text: join.stage.phones
            weight: Font.Bold
        }
        Words {
            color: Theme.text2
            height: parent.height
            px: join.m.least
            text: join.m.wide ? qsTr("phones in the band") : qsTr("phones")
            weight: Font.Medium
        }
    }
    Words {
        anchors.right: parent.right
        anchors.rightMargin: join.m.margin
        font.family: Theme.display
        height: join.m.px(join.m.narrow ? 90 : 130)
        px: join.m.px(84)
        text: join.stage.clock
        weight: Font.Bold
        y: join.m.px(join.m.narrow ? 940 : 892)
    }
    // Nothing is served: the hashtag as large as it goes, and the words.
    Words {
        font.family: Theme.display
        font.letterSpacing: -5 * join.m.u
        height: join.m.px(250)
        px: join.fitting(join.stage.hashtag, 200)
        text: join.stage.hashtag
        visible: !join.coded
        weight: Font.Bold
        width: join.textWidth
        x: join.textX
        y: join.m.px(250)
    }
    Words {
        color: Theme.text2
        height: join.m.px(70)
        px: join.m.px(52)
        text: qsTr("Post it with one of these words")
        visible: !join.coded
        weight: Font.Medium
        width: join.textWidth
        x: join.textX
        y: join.m.px(510)
    }
    EightWords {
        m: join.m
        stage: join.stage
        visible: !join.coded
        width: join.textWidth
        x: join.textX
        y: join.m.px(620)
    }
}
