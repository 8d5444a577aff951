pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The question before something that was dropped ends a show. Enter and Esc go on with it.
Overlay {
    id: guard

    required property DropView drop

    objectName: "dropGuard"
    pageHeight: 248
    pageWidth: 560
    title: drop.kind === "sounds" ? qsTr("Begin again with these sounds?") : qsTr("Play this recording in place of the show?")

    function ask() {
        show();
        stay.forceActiveFocus(Qt.OtherFocusReason);
    }

    onClosed: drop.stay()
    onKeyPressed: key => {
        if (key === Qt.Key_Return || key === Qt.Key_Enter)
            guard.close();
    }

    Column {
        spacing: 4
        width: parent.width - 40
        x: 20
        y: 14

        Repeater {
            model: guard.drop.reasons

            Words {
                required property string modelData

                color: Theme.text2
                height: 20
                objectName: "dropReason"
                px: 13
                text: modelData
                width: parent.width
            }
        }
    }
    PlainButton {
        id: stay

        centered: true
        height: 48
        label: text
        objectName: "dropStay"
        solid: true
        text: qsTr("Go on with the show")
        width: parent.width - 40
        x: 20
        y: 86

        onPressed: guard.close()
    }
    PlainButton {
        centered: true
        height: 36
        label: text
        objectName: "dropUse"
        text: guard.drop.kind === "sounds" ? qsTr("End it and use the sounds") : qsTr("End it and play the recording")
        width: parent.width - 40
        x: 20
        y: 144

        onPressed: guard.drop.use()
    }
}
