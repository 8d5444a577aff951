import QtQuick

// Every text of both windows: plain (a tweet is never markup), one line, tabular digits.
Text {
    property int weight: Font.Normal
    property int px: 12

    color: Theme.text1
    elide: Text.ElideRight
    font.family: Theme.family
    font.features: Theme.tabular
    font.letterSpacing: px <= 11 ? 0.2 : 0
    font.pixelSize: px
    font.weight: weight
    horizontalAlignment: Text.AlignLeft
    maximumLineCount: 1
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.NoWrap
}
