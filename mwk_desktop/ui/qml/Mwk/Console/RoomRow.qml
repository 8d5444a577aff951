import QtQuick

// The place of what the master does to the room only: dim and mono.
Item {
}
