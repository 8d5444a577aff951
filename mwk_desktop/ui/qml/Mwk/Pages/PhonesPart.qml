pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Mwk
import MwkViews

// The presenter's phones: who is paired, and a code for one more.
ColumnLayout {
    id: phones

    required property ControllersView view

    spacing: 8

    Words {
        px: 13
        text: qsTr("Presenter's phones")
        weight: Font.DemiBold
    }
    Words {
        Accessible.role: Accessible.StaticText
        Layout.fillWidth: true
        color: Theme.text2
        elide: Text.ElideNone
        maximumLineCount: 3
        objectName: "phoneText"
        text: phones.view.phoneText
        visible: text !== ""
        wrapMode: Text.Wrap
    }
    Repeater {
        model: phones.view.phones

        RowLayout {
            id: phone

            required property var modelData

            Layout.fillWidth: true
            spacing: 8

            StateMark {
                kind: phone.modelData.level
            }
            Words {
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                text: phone.modelData.name + " \u2013 " + phone.modelData.text
            }
            PageButton {
                label: qsTr("Send %1 away").arg(phone.modelData.name)
                objectName: "revoke_" + phone.modelData.id
                text: qsTr("Send away")

                onPressed: phones.view.revoke(phone.modelData.id)
            }
        }
    }
    RowLayout {
        spacing: 8

        Repeater {
            model: [["mix", qsTr("Mix"), phones.view.mix], ["moderate", qsTr("Moderate"), phones.view.moderate]]

            PageButton {
                required property var modelData

                Accessible.checkable: true
                Accessible.checked: modelData[2]
                locked: phones.view.pairing
                objectName: "role_" + modelData[0]
                solid: modelData[2]
                text: modelData[1]

                onPressed: phones.view.toggleRole(modelData[0])
            }
        }
        PageButton {
            objectName: "pair"
            text: phones.view.pairing ? qsTr("Withdraw the code") : qsTr("Pair a phone")

            onPressed: phones.view.pair()
        }
    }
    QrCode {
        Layout.preferredHeight: 212
        Layout.preferredWidth: 212
        label: qsTr("Code that pairs a phone")
        objectName: "pairingCode"
        picture: phones.view.pairingQr
        visible: phones.view.pairing
    }
    Words {
        Accessible.role: Accessible.StaticText
        Layout.fillWidth: true
        elide: Text.ElideNone
        maximumLineCount: 2
        objectName: "pairingText"
        text: phones.view.pairingText
        visible: text !== ""
        wrapMode: Text.Wrap
    }
    Item {
        Layout.fillHeight: true
    }
}
