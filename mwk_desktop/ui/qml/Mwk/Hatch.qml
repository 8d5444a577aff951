import QtQuick

// Diagonal lines: switched off, held, or not there.
Image {
    fillMode: Image.Tile
    horizontalAlignment: Image.AlignLeft
    source: Qt.resolvedUrl("../../icons/ui/hatch.svg")
    verticalAlignment: Image.AlignTop
}
