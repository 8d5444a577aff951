import Mwk

// A button of a page: a little larger than one in a bar.
PlainButton {
    ground: Theme.bg3
    implicitHeight: 30
    inset: 14
}
