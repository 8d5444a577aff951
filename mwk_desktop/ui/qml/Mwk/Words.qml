import QtQuick

// Every text of both windows: plain (a tweet is never markup), one line, tabular digits.
Text {
    id: words

    property int weight: Font.Normal
    property int px: 12
    // Where room is short it is smaller, but never below the least size.
    property bool shrinks: false

    color: Theme.text1
    elide: Text.ElideRight
    font.family: Theme.family
    font.features: Theme.tabular
    font.letterSpacing: px <= 11 ? 0.2 : 0
    font.pixelSize: px
    font.weight: weight
    fontSizeMode: shrinks ? Text.HorizontalFit : Text.FixedSize
    horizontalAlignment: Theme.start
    maximumLineCount: 1
    minimumPixelSize: 11
    textFormat: Text.PlainText
    transform: Theme.turnedBack(words)
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.NoWrap
}
