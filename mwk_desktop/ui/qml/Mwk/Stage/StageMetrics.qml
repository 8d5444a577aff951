import QtQuick

// The stage's measures. Everything scales with the height: 1 u is a pixel at 1080.
QtObject {
    id: metrics

    required property real height
    required property real width
    // A window that is almost square still shows its whole width.
    readonly property real u: Math.min(height / 1080, width / 1300)
    readonly property bool narrow: width < 1584 * u
    readonly property bool wide: width >= 1824 * u
    readonly property real margin: (narrow ? 48 : 64) * u
    readonly property real room: width - 2 * margin
    readonly property real sideWidth: (narrow ? 470 : wide ? 568 : 528) * u
    readonly property real sideX: width - margin - sideWidth
    readonly property real raceWidth: room - sideWidth - (narrow ? 36 : 56) * u
    readonly property real bandY: 26 * u
    readonly property real bandHeight: 252 * u
    readonly property real raceY: 348 * u
    readonly property int least: px(44)

    // Whole pixels: half ones cost more and are not sharp.
    function px(units: real): int {
        return Math.round(units * u);
    }
}
