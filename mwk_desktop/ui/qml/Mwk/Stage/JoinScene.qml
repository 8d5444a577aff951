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
        id: phoneWords

        font.family: Theme.family
        font.features: Theme.tabular
        font.pixelSize: join.m.least
        font.weight: Font.Medium
    }
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
    Item {
        id: served

        // The word stands beside the hashtag where both fit.
        readonly property bool beside: !join.m.narrow && tag.implicitWidth + join.m.px(24) + word.implicitWidth <= width

        visible: join.coded
        width: join.textWidth
        x: join.textX

        Words {
            color: Theme.text2
            height: join.m.px(70)
            px: join.m.px(48)
            text: qsTr("Scan, or open")
            weight: Font.Medium
            width: parent.width
            y: join.m.px(217)
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
            y: join.m.px(join.m.narrow ? 263 : 291)
        }
        Words {
            color: Theme.text2
            height: join.m.px(70)
            px: join.m.px(48)
            text: qsTr("or post")
            weight: Font.Medium
            y: join.m.px(join.m.narrow ? 394 : 452)
        }
        Words {
            id: tag

            font.family: Theme.display
            font.letterSpacing: -2 * join.m.u
            height: join.m.px(130)
            objectName: "joinTag"
            px: join.fitting(join.stage.hashtag, 118)
            text: join.stage.hashtag
            weight: Font.Bold
            width: Math.min(implicitWidth, parent.width)
            y: join.m.px(join.m.narrow ? 455 : 510)
        }
        Words {
            id: word

            color: Theme.text2
            height: join.m.px(64)
            px: join.m.px(52)
            text: qsTr("+ a word")
            weight: Font.Medium
            x: served.beside ? tag.width + join.m.px(24) : 0
            y: join.m.px(served.beside ? 553 : join.m.narrow ? 574 : 612)
        }
    }
    Loader {
        active: join.coded
        height: join.m.px(30 * (join.m.narrow ? 4 : 7))
        width: join.textWidth
        x: join.textX
        y: join.m.px(join.m.narrow ? 656 : 677)

        sourceComponent: PhoneLights {
            m: join.m
            stage: join.stage
        }
    }
    Row {
        height: join.m.px(130)
        spacing: join.m.px(24)
        // Nobody is there yet: nothing to count.
        visible: join.coded && join.stage.phoneCount > 0
        x: join.textX
        y: join.m.px(join.m.narrow ? 790 : 906)

        Words {
            font.family: Theme.display
            height: parent.height
            objectName: "phones"
            px: join.m.px(join.m.narrow ? 84 : 108)
            text: join.stage.phones
            weight: Font.Bold
        }
        Words {
            readonly property string inTheBand: qsTr("phones in the band")
            readonly property real room: join.textWidth - x - clock.implicitWidth - join.m.px(24)

            color: Theme.text2
            height: parent.height
            px: join.m.least
            text: join.m.wide && room >= phoneWords.advanceWidth(inTheBand) ? inTheBand : qsTr("phones")
            weight: Font.Medium
        }
    }
    Words {
        color: Theme.text2
        height: join.m.px(70)
        px: join.m.least
        text: qsTr("votes lock in")
        visible: join.m.narrow && join.coded && implicitWidth + clock.implicitWidth + join.m.px(16) <= join.textWidth
        weight: Font.Medium
        x: join.textX
        y: join.m.px(941)
    }
    Words {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: join.m.margin
        font.family: Theme.display
        height: join.m.px(130)
        px: join.m.px(84)
        text: join.stage.clock
        weight: Font.Bold
        y: join.m.px(join.m.narrow ? 908 : 906)
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
