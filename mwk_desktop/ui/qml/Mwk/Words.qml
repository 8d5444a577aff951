import QtQuick

// Every text of both windows: plain (a tweet is never markup), one line, tabular digits.
Text {
    id: words

    property int weight: Font.Normal
    property int px: 12

    color: Theme.text1
    elide: Text.ElideRight
    font.family: Theme.family
    font.features: Theme.tabular
    font.letterSpacing: px <= 11 ? 0.2 : 0
    font.pixelSize: px
    font.weight: weight
    horizontalAlignment: Theme.start
    maximumLineCount: 1
    textFormat: Text.PlainText
    transform: Theme.turnedBack(words)
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.NoWrap
}
