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

    Binding {
        property: "on"
        target: Learning
        value: bar.view.learning && !bar.view.locked
    }
    Binding {
        property: "action"
        target: Learning
        value: bar.view.learnAction
    }
    Binding {
        property: "waits"
        target: Learning
        value: bar.view.learnWaits
    }
    Binding {
        property: "tags"
        target: Learning
        value: bar.view.learnTags
    }
    Connections {
        function onChosen(action: string) {
            bar.view.chooseToLearn(action);
        }

        target: Learning
    }
    PlainButton {
        label: qsTr("Forget this one: no control does it any more")
        locked: !bar.view.canForgetLearnt
        objectName: "learnForget"
        takesFocus: !Overlays.open
        text: qsTr("Forget this one")

        onPressed: bar.view.forgetLearnt()
    }
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
