import QtQuick

// The place of the talk's clock in the header, left of the wall clock.
Item {
    visible: false
}
