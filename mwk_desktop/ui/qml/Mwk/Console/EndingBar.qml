import QtQuick
import Mwk
import MwkViews

// The rail's last minute before the talk ends by itself: what will happen, and two ways out.
RailBar {
    id: bar

    required property TalkView talk

    color: Theme.warnBg
    detail: talk.endsDetail
    icon: "ui/warn"
    objectName: "endingBar"
    title: talk.endsText
    titleName: "endsText"
    visible: talk.endsSoon

    PlainButton {
        objectName: "endNot"
        takesFocus: !Overlays.open
        text: qsTr("Do not end")

        onPressed: bar.talk.end("none")
    }
    PlainButton {
        key: qsTr("Ctrl") + " " + qsTr("Shift") + " T"
        objectName: "postpone"
        solid: true
        takesFocus: !Overlays.open
        text: qsTr("2 minutes more") + (Metrics.slim ? "" : "  \u00b7  " + key)

        onPressed: bar.talk.postpone()
    }
}
