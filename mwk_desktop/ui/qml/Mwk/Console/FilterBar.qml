import QtQuick

// The place of a strip's filter, between clip and fader.
Item {
}
