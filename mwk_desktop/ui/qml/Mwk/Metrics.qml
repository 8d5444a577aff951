pragma Singleton

import QtQuick

// The sizes that more than one part of a window shares, in pixels at scale 1.
QtObject {
    readonly property int stripMargin: 6
    readonly property int masterMargin: 8
    readonly property int capHeight: 4
    readonly property int iconSize: 20
    readonly property int nameHeight: 16
    readonly property int slotHeight: 46
    readonly property int rowHeight: 26
    readonly property int readoutHeight: 22
    readonly property int buttonHeight: 28
    readonly property int gap: 4
    readonly property int rowGap: 6
    readonly property int groupGap: 10
    // Half of a fader's cap: a meter beside it begins and ends where the cap's middle does.
    readonly property int faderInset: 10
    readonly property int footMargin: 7
}
