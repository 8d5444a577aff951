import QtQuick
import Mwk
import MwkViews

// A step of the demo's own words: a ring around what it is about, and a card beside it. It takes
// neither the keyboard nor any click but its own.
Item {
    id: card

    required property TourView tour
    // Where cards may stand: between rail and health line.
    required property int upper
    required property int lower
    // A page or a menu is open, a control is taught, or nothing is heard: the card waits, and takes no
    // click.
    property bool covered: false

    property Item target: null
    property rect spot

    function find(item: Item, name: string): Item {
        for (const child of item.children) {
            if (!child.visible)
                continue;
            if (child.objectName === name)
                return child;
            const below = find(child, name);
            if (below !== null)
                return below;
        }
        return null;
    }
    function aim() {
        target = tour.target === "" ? null : find(parent, tour.target);
        if (target !== null)
            spot = target.mapToItem(card, 0, 0, target.width, target.height);
    }

    objectName: "tour"
    visible: tour.step > 0 && target !== null && !covered

    Component.onCompleted: Qt.callLater(card.aim)
    onHeightChanged: Qt.callLater(card.aim)
    onUpperChanged: Qt.callLater(card.aim)
    onWidthChanged: Qt.callLater(card.aim)

    Connections {
        function onTargetChanged() {
            Qt.callLater(card.aim);
        }

        target: card.tour
    }
    Rectangle {
        border.color: Theme.info
        border.width: 2
        color: Theme.none
        height: card.spot.height + 8
        objectName: "tourRing"
        radius: Theme.panelRadius
        width: card.spot.width + 8
        x: card.spot.x - 4
        y: card.spot.y - 4
    }
    Rectangle {
        id: box

        readonly property bool beside: card.spot.x > card.width * 0.6
        readonly property real below: card.spot.y + card.spot.height + 14
        readonly property bool fits: below + height <= card.lower - 8

        Accessible.description: card.tour.text
        Accessible.name: card.tour.title
        Accessible.role: Accessible.Note
        border.color: Theme.line2
        border.width: 1
        color: Theme.bg4
        height: column.height + 28
        objectName: "tourBox"
        radius: 8
        width: 320
        x: Math.round(Math.max(8, Math.min(card.width - width - 8, beside ? card.spot.x - width - 16 : card.spot.x + card.spot.width / 2 - width / 2)))
        y: Math.round(Math.max(card.upper + 8, Math.min(card.lower - height - 8, beside ? card.spot.y : fits ? below : card.spot.y - height - 14)))

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
        }
        Column {
            id: column

            spacing: 8
            width: parent.width - 32
            x: 16
            y: 14

            Words {
                height: 20
                objectName: "tourTitle"
                px: 15
                text: card.tour.title
                weight: Font.DemiBold
                width: parent.width - 26
            }
            Words {
                color: Theme.text2
                elide: Text.ElideNone
                lineHeight: 1.2
                maximumLineCount: 5
                objectName: "tourText"
                px: 13
                text: card.tour.text
                width: parent.width
                wrapMode: Text.Wrap
            }
            Item {
                height: 32
                width: parent.width

                Words {
                    color: Theme.text3
                    height: parent.height
                    px: 11
                    text: qsTr("%1 of %2").arg(card.tour.step).arg(card.tour.steps)
                }
                PlainButton {
                    objectName: "tourBack"
                    text: qsTr("Back")
                    visible: card.tour.step > 1
                    x: next.x - width - 8
                    y: 2

                    onPressed: card.tour.goBack()
                }
                PlainButton {
                    id: next

                    objectName: "tourNext"
                    solid: true
                    text: card.tour.step === card.tour.steps ? qsTr("Done") : qsTr("Next")
                    x: parent.width - width
                    y: 2

                    onPressed: card.tour.goOn()
                }
            }
        }
        CloseButton {
            label: qsTr("Close: it does not come again")
            objectName: "tourClose"
            x: parent.width - 36
            y: 8

            onPressed: card.tour.close()
        }
    }
}
