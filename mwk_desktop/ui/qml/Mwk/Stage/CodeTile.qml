import QtQuick
import Mwk
import MwkViews

// The page's QR code on a light tile. A module is a whole number of pixels, so that phones see
// sharp edges; what is left over widens the quiet zone of four modules.
Rectangle {
    id: tile

    required property StageView stage
    required property StageMetrics m

    readonly property int modules: Math.max(1, stage.pageModules)
    readonly property int module: Math.max(1, Math.floor(width / (modules + 8)))

    Accessible.name: stage.pageAddress
    Accessible.role: Accessible.Graphic
    color: Theme.text1
    height: width
    radius: m.px(14)

    Image {
        id: picture

        cache: false
        height: width
        objectName: "modules"
        smooth: false
        source: tile.stage.pageCode
        transform: Theme.turnedBack(picture)
        width: tile.module * tile.modules
        x: Math.round((tile.width - width) / 2)
        y: x
    }
}
