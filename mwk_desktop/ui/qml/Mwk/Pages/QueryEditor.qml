pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Where a query is written: fixed width, completion below the cursor, the place of an error marked.
Item {
    id: editor

    required property QueryView view
    property alias input: area
    readonly property bool offering: view.offered.length > 0 && area.activeFocus

    function accept(place: int) {
        const word = view.complete(place);
        if (word.length !== 2)
            return;
        area.remove(word[0], area.cursorPosition);
        area.insert(area.cursorPosition, word[1]);
        view.offerNothing();
        area.forceActiveFocus();
    }
    function put(text: string) {
        area.text = text;
        area.cursorPosition = text.length;
        view.offerNothing();
    }

    Rectangle {
        anchors.fill: parent
        border.color: area.activeFocus ? Theme.info : editor.view.error !== "" ? Theme.bad : Theme.line2
        border.width: area.activeFocus ? 2 : 1
        color: Theme.bg0
        radius: Theme.controlRadius
    }
    Flickable {
        id: flick

        function follow(r: rect) {
            if (contentY > r.y)
                contentY = r.y;
            else if (contentY + height < r.y + r.height)
                contentY = r.y + r.height - height;
        }

        anchors.fill: parent
        anchors.margins: 10
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: area.height

        Rectangle {
            readonly property rect at: editor.view.errorAt >= 0 && editor.view.errorAt <= area.length ? area.positionToRectangle(editor.view.errorAt) : Qt.rect(0, 0, 0, 0)

            color: Theme.bad
            height: 3
            objectName: "queryErrorMark"
            visible: editor.view.errorAt >= 0 && editor.view.errorAt <= area.length
            width: 9
            // The query itself is written from left to right in every language.
            x: Theme.mirrored ? area.width - at.x - width : at.x
            y: at.y + at.height - 2
            z: 2
        }
        TextEdit {
            id: area

            property int picked: 0

            Accessible.multiLine: true
            Accessible.name: qsTr("Query")
            Accessible.role: Accessible.EditableText
            activeFocusOnTab: true
            color: Theme.text1
            font.family: editor.view.mono
            font.pixelSize: 14
            height: Math.max(flick.height, contentHeight)
            objectName: "queryText"
            selectByMouse: true
            selectedTextColor: Theme.text1
            selectionColor: Theme.line3
            text: ""
            textFormat: TextEdit.PlainText
            transform: Theme.turnedBack(area)
            width: flick.width
            wrapMode: TextEdit.Wrap

            Component.onCompleted: {
                text = editor.view.text;
                cursorPosition = length;
            }
            Keys.onPressed: event => {
                const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
                if (enter && (event.modifiers & Qt.ControlModifier)) {
                    editor.view.run();
                    event.accepted = true;
                } else if (editor.offering && event.key === Qt.Key_Escape) {
                    editor.view.offerNothing();
                    event.accepted = true;
                } else if (editor.offering && (enter || event.key === Qt.Key_Tab)) {
                    editor.accept(picked);
                    event.accepted = true;
                } else if (editor.offering && (event.key === Qt.Key_Down || event.key === Qt.Key_Up)) {
                    const count = editor.view.offered.length;
                    picked = (picked + (event.key === Qt.Key_Down ? 1 : count - 1)) % count;
                    event.accepted = true;
                } else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
                    // Tab does not belong to the query: it moves to the next control, as everywhere.
                    nextItemInFocusChain(event.key === Qt.Key_Tab).forceActiveFocus(Qt.TabFocusReason);
                    event.accepted = true;
                }
            }
            onCursorRectangleChanged: flick.follow(cursorRectangle)
            onTextChanged: {
                picked = 0;
                editor.view.edit(text, cursorPosition);
            }
        }
    }
    Words {
        color: Theme.text3
        font.family: editor.view.mono
        px: 14
        text: "SELECT screen_name, text FROM tweets"
        visible: area.length === 0 && !area.activeFocus
        x: 10
        y: 10
    }
    Rectangle {
        readonly property rect at: area.cursorRectangle

        border.color: Theme.line2
        border.width: 1
        color: Theme.bg4
        height: offers.height + 8
        objectName: "queryOffers"
        radius: Theme.controlRadius
        visible: editor.offering
        width: 190
        x: Math.min(10 + (Theme.mirrored ? area.width - at.x - width : at.x), editor.width - width - 6)
        y: 14 + at.y - flick.contentY + at.height
        z: 5

        Column {
            id: offers

            x: 4
            y: 4

            Repeater {
                model: editor.offering ? editor.view.offered : []

                Rectangle {
                    id: offer

                    required property int index
                    required property string modelData

                    Accessible.name: modelData
                    Accessible.role: Accessible.ListItem
                    color: index === area.picked ? Theme.text1 : Theme.none
                    height: 24
                    objectName: "offer_" + index
                    radius: Theme.keyRadius
                    width: 182

                    Words {
                        color: offer.index === area.picked ? Theme.ink : Theme.text1
                        font.family: editor.view.mono
                        height: parent.height
                        px: 13
                        text: offer.modelData
                        width: parent.width - 12
                        x: 6
                    }
                    MouseArea {
                        anchors.fill: parent

                        onClicked: editor.accept(offer.index)
                    }
                }
            }
        }
    }
}
