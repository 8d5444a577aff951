import QtQuick

// How loud one player is, each 0 to 1: fast moves the figure, slow hangs behind, hit is a stroke.
QtObject {
    property real fast: 0
    property real slow: 0
    property real hit: 0
}
