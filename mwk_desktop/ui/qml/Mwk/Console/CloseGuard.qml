pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// The question before the program ends while a show would suffer. Enter and Esc go on with it.
Overlay {
    id: guard

    required property LeaveView leave

    objectName: "closeGuard"
    pageHeight: 308
    pageWidth: 560
    title: qsTr("Quit while the show goes on?")

    function ask() {
        show();
        stay.forceActiveFocus(Qt.OtherFocusReason);
    }

    onClosed: leave.stay()
    onKeyPressed: key => {
        if (key === Qt.Key_Q)
            leave.beginHold();
        else if (key === Qt.Key_Return || key === Qt.Key_Enter)
            guard.close();
    }
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Q && !event.isAutoRepeat)
            leave.endHold();
    }

    Column {
        spacing: 6
        width: parent.width - 40
        x: 20
        y: 14

        Repeater {
            model: guard.leave.reasons

            Words {
                required property string modelData

                color: Theme.text2
                height: 20
                objectName: "leaveReason"
                px: 13
                text: modelData
                width: parent.width
            }
        }
    }
    Words {
        color: Theme.warn
        height: 20
        objectName: "leaveFade"
        px: 13
        text: guard.leave.fadeText
        width: parent.width - 40
        x: 20
        y: 120
    }
    PlainButton {
        id: stay

        centered: true
        height: 68
        key: qsTr("Esc")
        label: text
        objectName: "goOn"
        px: 14
        solid: true
        text: qsTr("Go on with the show")
        width: 300
        x: 20
        y: 144

        onPressed: guard.close()
    }
    PlainButton {
        centered: true
        height: 32
        label: text
        locked: guard.leave.fadeText !== ""
        objectName: "fadeThenQuit"
        text: qsTr("Fade out, then quit")
        width: parent.width - x - 20
        x: 334
        y: 144

        onPressed: guard.leave.fadeThenQuit()
    }
    Words {
        color: Theme.text3
        height: 20
        objectName: "leaveFoot"
        px: 11
        text: qsTr("Panic and all else above stay within reach.")
        width: parent.width - 40
        x: 20
        y: 222
    }
    HoldButton {
        danger: true
        height: 32
        held: guard.leave.held
        holdMs: guard.leave.holdMs
        label: qsTr("Quit now: hold")
        objectName: "quitNow"
        text: qsTr("Quit now: hold Q")
        width: parent.width - x - 20
        x: 334
        y: 180

        onHoldBegan: guard.leave.beginHold()
        onHoldEnded: guard.leave.endHold()
        onPressedAtOnce: guard.leave.quitNow()
    }
}
