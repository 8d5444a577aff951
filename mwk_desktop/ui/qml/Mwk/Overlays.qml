pragma Singleton

import QtQuick

// Whether a page or a menu is open over the console. What stays clickable then (header, transport,
// rail) leaves the keyboard where it is.
QtObject {
    property bool open: false
}
