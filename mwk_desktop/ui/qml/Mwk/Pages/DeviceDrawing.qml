pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// A device's controls with what each of them does by its map: the strips side by side, the rest in
// a column before them. One that is heard is lit for a moment.
Rectangle {
    id: drawing

    required property RowsModel drawn
    required property var names
    property string legend: ""
    // What all controls need; where there is less room, it scrolls.
    property int leastHeight: 0
    readonly property int othersWidth: Math.min(176, Math.round(width * 0.26))
    readonly property real pitch: (width - othersWidth - 20) / 8
    readonly property int firstY: 34
    // Where one name is too long for its strip, each shows its mark instead.
    readonly property bool named: {
        for (let n = 0; n < heads.count; n += 1) {
            const one = heads.itemAt(n) as DeviceStripName;
            if (one !== null && one.isTooLong)
                return false;
        }
        return true;
    }
    // Room between the names and the legend.
    readonly property int room: sheet.height - firstY - 34
    readonly property var hues: ["drum", "heavy_bass", "lead_bass", "line_bass", "melody", "pad", "synth", "vocal"]

    Accessible.name: qsTr("What the controls do")
    Accessible.role: Accessible.Grouping
    border.color: Theme.line1
    border.width: 1
    clip: true
    color: Theme.bg1
    objectName: "deviceDrawing"
    radius: Theme.controlRadius

    PageBody {
        anchors.fill: parent
        anchors.margins: 1
        leastHeight: drawing.leastHeight

        Item {
            id: sheet

            anchors.fill: parent
            objectName: "deviceSheet"

            Repeater {
                id: heads

                model: drawing.names

                DeviceStripName {
                    named: drawing.named
                    strip: drawing.hues[index]
                    width: drawing.pitch - 4
                    x: drawing.othersWidth + 10 + index * drawing.pitch
                    y: 8
                }
            }
            Repeater {
                model: drawing.drawn

                DeviceControl {
                    required property var row

                    facts: row
                    height: row.form === "fader" ? drawing.room - 32 : row.form === "other" ? 22 : 20
                    width: row.form === "other" ? drawing.othersWidth - 12 : row.form === "fader" ? 20 : row.form === "button" ? Math.min(30, drawing.pitch / 2) : 24
                    x: {
                        if (row.form === "other")
                            return 10;
                        const left = drawing.othersWidth + 10 + row.strip * drawing.pitch;
                        if (row.form === "fader")
                            return left + Math.round(drawing.pitch * 0.72) - 10;
                        return left + (row.form === "button" ? 3 : Math.round(drawing.pitch / 2) - 14);
                    }
                    y: {
                        if (row.form === "other")
                            return 10 + row.line * 24;
                        if (row.form === "knob")
                            return drawing.firstY + row.line * 28;
                        return drawing.firstY + (row.form === "button" ? 32 + row.line * 24 : 32);
                    }
                }
            }
            Words {
                color: Theme.text2
                height: 20
                horizontalAlignment: Text.AlignHCenter
                objectName: "legend"
                px: 11
                text: drawing.legend
                width: parent.width - 20
                x: 10
                y: parent.height - 26
            }
        }
    }
}
