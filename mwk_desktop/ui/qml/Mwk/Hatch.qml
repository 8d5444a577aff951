import QtQuick

// Diagonal lines, for what is switched off, held or missing.
Image {
    fillMode: Image.Tile
    horizontalAlignment: Image.AlignLeft
    source: Qt.resolvedUrl("../../icons/ui/hatch.svg")
    verticalAlignment: Image.AlignTop
}
