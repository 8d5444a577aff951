pragma Singleton

import QtQuick

// The way from a page, which covers the transport, to panic.
QtObject {
    signal panicAsked
}
