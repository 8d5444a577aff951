import QtQuick
import Mwk
import MwkViews

// How to take part, always in one place: the hashtag, the page if it is served, its code.
Item {
    id: foot

    required property StageView stage
    required property StageMetrics m

    readonly property bool served: stage.pageServed
    readonly property bool coded: stage.pageCode !== ""
    readonly property int usual: m.px(m.narrow ? 150 : m.wide ? 176 : 160)
    // A long address stands below the code, which then leaves room for it.
    readonly property bool below: coded && !m.narrow && address.implicitWidth > width - usual - m.px(16)
    readonly property int side: below ? m.px(132) : usual

    objectName: "howToVote"

    Words {
        font.family: Theme.display
        font.letterSpacing: -1 * foot.m.u
        fontSizeMode: Text.HorizontalFit
        height: foot.m.px(84)
        minimumPixelSize: foot.m.least
        objectName: "hashtag"
        px: foot.m.px(76)
        text: foot.stage.hashtag
        weight: Font.Bold
        width: Math.min(implicitWidth, foot.width - (foot.coded ? foot.side + foot.m.px(16) : 0))
    }
    Words {
        id: word

        color: Theme.text2
        height: foot.m.px(54)
        px: foot.m.least
        text: foot.served && foot.stage.pageOpen ? qsTr("+ a word, or") : qsTr("+ a word")
        weight: Font.Medium
        width: Math.min(implicitWidth, foot.width - (foot.coded ? foot.side + foot.m.px(16) : 0))
        y: foot.m.px(80)
    }
    Words {
        id: address

        color: foot.stage.pageOpen ? Theme.text1 : Theme.text2
        height: foot.m.px(54)
        objectName: "pageAddress"
        px: foot.m.least
        text: foot.stage.pageAddress
        visible: foot.served
        weight: foot.stage.pageOpen ? Font.DemiBold : Font.Medium
        width: Math.min(implicitWidth, foot.width - (foot.coded && !foot.m.narrow && !foot.below ? foot.side + foot.m.px(16) : 0))
        y: foot.m.px(foot.m.narrow ? 158 : 134)
    }
    CodeTile {
        m: foot.m
        objectName: "pageCode"
        stage: foot.stage
        visible: foot.coded
        width: foot.side
        x: foot.width - width
        y: foot.m.px(foot.m.narrow || foot.below ? 0 : 8)
    }
}
