import QtQuick

// A page or sheet that is made when it is first shown, so that the start does not wait for it.
Loader {
    readonly property Overlay overlay: item as Overlay
    readonly property bool open: overlay !== null && overlay.open

    function made(): Overlay {
        active = true;
        return overlay;
    }
    function close() {
        if (overlay !== null)
            overlay.close();
    }

    active: false
}
