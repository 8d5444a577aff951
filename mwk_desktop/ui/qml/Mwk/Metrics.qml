pragma Singleton

import QtQuick

// The sizes that more than one part of the console shares, in pixels at scale 1. The console's
// window tells its size; from it follows what is shown how large, and what goes first on a small
// screen.
QtObject {
    id: metrics

    // Set by the console's window.
    property int windowWidth: 1280
    property int windowHeight: 800
    property int mixerHeight: 572

    // Few pixels across: the columns shrink; few in any direction: rows and bars do too.
    readonly property bool slim: windowWidth < 1240
    readonly property bool compact: slim || windowHeight < 700
    readonly property bool narrow: windowWidth < 1380
    // Room for all words of the header and of the strips.
    readonly property bool wordy: windowWidth >= 1440
    readonly property bool broad: windowWidth >= 1700
    readonly property bool tall: windowHeight >= 900
    readonly property bool boardShown: broad && windowHeight >= 1000

    // The bars above and below the mixer.
    readonly property int pad: slim ? 8 : narrow ? 12 : 16
    readonly property int mixerGap: compact ? 6 : narrow ? 10 : 12
    readonly property int headerHeight: compact ? 36 : 44
    readonly property int transportHeight: compact ? 70 : 92
    readonly property int railHeight: compact ? 34 : 40
    readonly property int railButtonHeight: compact ? 24 : 28
    readonly property int healthHeight: compact ? 24 : 32
    readonly property int timelineHeight: compact ? 44 : tall ? 104 : 68
    readonly property int positionWidth: slim ? 116 : 180
    readonly property int barButtonHeight: compact ? 52 : 60
    readonly property int barButtonWidth: slim ? 56 : wordy ? 76 : 70
    readonly property int barButtonGap: slim ? 4 : 6
    readonly property int nextNowWidth: slim ? 62 : barButtonWidth
    readonly property int goWidth: slim ? 76 : wordy ? 96 : 86
    readonly property int recordWidth: slim ? 54 : wordy ? 76 : 58

    // The rail at rest.
    readonly property int armWidth: slim ? 80 : 92
    readonly property int snapshotWidth: broad ? 121 : wordy ? 96 : slim ? 62 : 86
    readonly property int allAutoWidth: slim ? 96 : 110

    // The columns of the mixer.
    readonly property int gutterWidth: slim ? 32 : narrow ? 34 : 42
    readonly property int stripGap: slim ? 3 : 4
    // Beyond 1920 across the strips grow with the window: the side takes about a third.
    readonly property int stripMaximum: Math.max(144, Math.round(windowWidth * 0.075))
    readonly property int masterWidth: broad ? 168 : slim ? 104 : narrow ? 120 : 142
    readonly property int sideGap: slim ? 6 : narrow ? 8 : 12
    readonly property int sideWidth: broad ? 460 : slim ? 236 : narrow ? 316 : 376

    // The rows of a strip, which are the master's and the gutter's too.
    readonly property int minimumFader: smallRows ? 130 : 160
    readonly property bool oneLineHead: compact || mixerHeight < 262 + 160 + 57
    readonly property bool smallRows: compact || mixerHeight < 240 + 160 + 57
    readonly property int stripMargin: slim ? 4 : 6
    readonly property int masterMargin: slim ? 6 : 8
    readonly property int capHeight: 4
    readonly property int iconSize: 20
    readonly property int nameHeight: 16
    readonly property int stripTop: oneLineHead ? 8 : 12
    readonly property int headHeight: oneLineHead ? iconSize : iconSize + 4 + nameHeight
    readonly property int headGap: smallRows ? 4 : oneLineHead ? 8 : 6
    readonly property int nowTop: stripTop + headHeight + headGap
    readonly property int slotHeight: smallRows ? 36 : 46
    readonly property int slotGap: smallRows ? 3 : 4
    readonly property int nextTop: nowTop + slotHeight + slotGap
    readonly property int groupGap: smallRows ? 6 : 10
    readonly property int rowHeight: smallRows ? 24 : 26
    readonly property int rowGap: smallRows ? 4 : 6
    readonly property int modeTop: nextTop + slotHeight + groupGap
    readonly property int clipTop: modeTop + rowHeight + rowGap
    readonly property int filterTop: clipTop + rowHeight + rowGap
    readonly property int faderGap: smallRows ? 7 : 8
    readonly property int faderTop: filterTop + rowHeight + faderGap
    readonly property int readoutHeight: smallRows ? 20 : 22
    readonly property int buttonHeight: smallRows ? 24 : 28
    readonly property int footMargin: smallRows ? 4 : 7
    readonly property int footHeight: readoutHeight + buttonHeight + footMargin
    readonly property int levelGap: slim ? 6 : 12
    readonly property int gap: 4
    // Half of a fader's cap: a meter beside it begins and ends where the cap's middle does.
    readonly property int faderInset: 10

    // The side.
    readonly property int panelHead: compact ? 26 : 34
    readonly property int panelGap: compact ? 6 : 8
    readonly property int voteHeight: compact ? 21 : narrow ? 24 : 26
    readonly property int restHeight: compact ? 20 : 31
    readonly property int stageHeight: compact ? 94 : boardShown ? 178 : 130
    readonly property int thumbWidth: compact ? 0 : boardShown ? 224 : 120
}
