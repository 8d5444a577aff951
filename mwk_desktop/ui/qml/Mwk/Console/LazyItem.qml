import QtQuick

// A part that is made when it is first shown and then stays, so that the start does not wait for it.
Loader {
    required property bool shown

    active: false
    visible: shown

    onShownChanged: {
        if (shown)
            active = true;
    }
}
