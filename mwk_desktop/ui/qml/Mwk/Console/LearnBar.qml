import QtQuick
import Mwk
import MwkViews

// The rail while a controller is taught: what waits for a control, and what was learnt last.
RailBar {
    id: bar

    required property ConsoleView view

    color: Theme.infoBg
    detail: view.learnDetail
    hue: Theme.info
    icon: "ui/midi"
    objectName: "learnBar"
    title: view.learnText
    titleName: "learnText"
    visible: title !== ""

    PlainButton {
        label: qsTr("Take back what was learnt last")
        locked: !bar.view.canUndoLearning
        objectName: "learnUndo"
        takesFocus: !Overlays.open
        text: qsTr("Undo")

        onPressed: bar.view.undoLearning()
    }
    PlainButton {
        key: qsTr("Esc")
        label: qsTr("End learn mode; what was learnt stays")
        objectName: "learnDone"
        solid: true
        takesFocus: !Overlays.open
        text: qsTr("Done") + "  \u00b7  " + key

        onPressed: bar.view.endLearning()
    }
}
