import QtQuick
import Mwk
import MwkViews

// What a strip plays now, or why it plays nothing.
Slot {
    id: now

    required property StripView facts
    required property color hue
    required property real phase

    readonly property string kind: facts.nowKind
    readonly property bool quiet: kind === "muted" || kind === "solo"

    Accessible.name: qsTr("Now: %1").arg([title, text].filter(word => word !== "").join(", "))
    Accessible.role: Accessible.StaticText
    edge: kind === "sounding" || quiet
    edgeHue: quiet ? Qt.darker(hue, 2.0) : hue
    filled: edge
    footHue: quiet ? Theme.line3 : hue
    hatched: kind === "off"
    loopPhase: edge ? phase : -1
    mark: facts.nowMark === "dash" ? "minus" : facts.nowMark
    markInk: quiet ? Theme.warn : kind === "silent" ? Theme.line3 : kind === "off" ? Theme.text2 : Theme.text1
    objectName: "now"
    text: facts.nowText
    textInk: quiet ? Theme.warn : kind === "off" ? Theme.text2 : Theme.text3
    title: facts.nowTitle
    titleInk: kind === "off" ? Theme.text2 : Theme.text1
}
