pragma ComponentBehavior: Bound

import QtQuick
import Mwk
import MwkViews

// Shows the open page over the console. A page is made when it opens, so that starting the program
// does not wait for it.
Item {
    id: host

    property PagesView pages: null
    readonly property string page: pages === null ? "" : pages.page
    readonly property bool open: page !== ""

    objectName: "pageHost"

    Binding {
        property: "reducedMotion"
        target: Theme
        value: host.pages !== null && host.pages.reducedMotion
        when: host.pages !== null
    }
    Repeater {
        model: host.page === "connect" ? 1 : 0

        ConnectPage {
            anchors.fill: parent
            networks: host.pages.networks as NetworksView
            view: host.pages.connect_ as ConnectView

            onCloseAsked: host.pages.close()
        }
    }
    Repeater {
        model: host.page === "settings" ? 1 : 0

        SettingsPage {
            anchors.fill: parent
            rows: host.pages.settingRows as RowsModel
            view: host.pages.settings as SettingsView

            onCloseAsked: host.pages.close()
        }
    }
    Repeater {
        model: host.page === "checks" ? 1 : 0

        ChecksPage {
            anchors.fill: parent
            view: host.pages.checks as ChecksView

            onCloseAsked: host.pages.close()
        }
    }
    Repeater {
        model: host.page === "controllers" ? 1 : 0

        ControllersPage {
            anchors.fill: parent
            clicker: host.pages.clicker as ClickerView
            drawn: host.pages.drawnRows as RowsModel
            keys: host.pages.clickerRows as RowsModel
            rows: host.pages.learnRows as RowsModel
            settings: host.pages.settings as SettingsView
            view: host.pages.controllers as ControllersView

            onCloseAsked: host.pages.close()
            onSettingsAsked: search => host.pages.openSettings(search)
        }
    }
    Repeater {
        model: host.page === "query" ? 1 : 0

        QueryPage {
            anchors.fill: parent
            rows: host.pages.queryRows as RowsModel
            view: host.pages.query as QueryView

            onCloseAsked: host.pages.close()
        }
    }
}
