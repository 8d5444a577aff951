import QtQuick
import Mwk
import MwkViews

// What lands next on a strip, and a button to cancel it.
Slot {
    id: next

    required property StripView facts
    required property color hue
    property bool locked: false

    readonly property string kind: facts.nextKind

    signal cancelled

    Accessible.name: qsTr("Next: %1").arg([title, text].filter(word => word !== "").join(", "))
    Accessible.role: Accessible.StaticText
    dashed: kind === "change" || kind === "stop" || kind === "hand" || kind === "armed" || kind === "missing"
    dashInk: kind === "armed" ? Theme.ok : kind === "hand" ? Theme.text1 : Theme.line3
    edge: kind === "change" || kind === "missing"
    edgeHue: hue
    filled: dashed
    hatched: kind === "off"
    mark: facts.nextMark
    markInk: kind === "armed" ? Theme.ok : kind === "missing" ? Theme.warn : kind === "change" || kind === "hand" ? Theme.text1 : Theme.text2
    objectName: "next"
    strong: kind === "hand" || kind === "armed"
    text: facts.nextText
    textInk: kind === "armed" ? Theme.ok : kind === "off" ? Theme.text2 : kind === "hand" ? Theme.text2 : Theme.text3
    title: facts.nextTitle
    titleInk: kind === "armed" || kind === "change" || kind === "hand" || kind === "missing" ? Theme.text1 : Theme.text2
    titleRight: facts.canCancel ? cancel.width - 2 : 2

    Pressable {
        id: cancel

        anchors.margins: 2
        anchors.right: parent.right
        anchors.top: parent.top
        height: 24
        key: qsTr("C on the strip")
        label: qsTr("Cancel the change of %1").arg(next.facts.name)
        locked: next.locked
        objectName: "cancel"
        visible: next.facts.canCancel
        width: 24

        onPressed: next.cancelled()

        Rectangle {
            anchors.fill: parent
            anchors.margins: 3
            color: next.locked ? Theme.none : parent.hovered || parent.down ? Theme.line2 : Theme.bg4
            radius: Theme.keyRadius
        }
        Icon {
            anchors.centerIn: parent
            color: next.locked ? Theme.text3 : Theme.text1
            icon: "heavy/x"
            size: 12
        }
    }
}
