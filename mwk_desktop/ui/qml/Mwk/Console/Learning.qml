pragma Singleton

import QtQuick

// What a controller is taught at the moment: set by the console's window, read by each LearnRing.
QtObject {
    // Whether a click chooses what a control will do.
    property bool on: false
    // The action that was chosen; it waits until a control is moved.
    property string action: ""
    property bool waits: false
    // Action -> its control in few signs: CC 5, N 41.
    property var tags: ({})

    signal chosen(string action)
}
