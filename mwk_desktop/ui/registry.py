"""The view-models' names in QML: module ``MwkViews``, all of them made by Python only."""

from __future__ import annotations

from functools import cache

from PySide6.QtQml import qmlRegisterUncreatableType

from mwk_desktop.ui.console.audience import AudienceView
from mwk_desktop.ui.console.crowd import CrowdView
from mwk_desktop.ui.console.feed import FeedModel
from mwk_desktop.ui.console.files import FilesView
from mwk_desktop.ui.console.outputs import OutputsView
from mwk_desktop.ui.console.strip_facts import StripView
from mwk_desktop.ui.console.view import ConsoleView
from mwk_desktop.ui.pages.checks import ChecksView
from mwk_desktop.ui.pages.connect import ConnectView
from mwk_desktop.ui.pages.query import QueryView
from mwk_desktop.ui.pages.rows import RowsModel
from mwk_desktop.ui.pages.settings import SettingsView
from mwk_desktop.ui.pages.view import PagesView
from mwk_desktop.ui.people import LeaderView, VoteView
from mwk_desktop.ui.stage.messages import StageMessages
from mwk_desktop.ui.stage.view import StageView
from mwk_desktop.ui.windows import WindowsView

MODULE = "MwkViews"
VIEWS: dict[str, type] = {
    "AudienceView": AudienceView,
    "ChecksView": ChecksView,
    "ConnectView": ConnectView,
    "ConsoleView": ConsoleView,
    "CrowdView": CrowdView,
    "FeedModel": FeedModel,
    "FilesView": FilesView,
    "LeaderView": LeaderView,
    "OutputsView": OutputsView,
    "PagesView": PagesView,
    "QueryView": QueryView,
    "RowsModel": RowsModel,
    "SettingsView": SettingsView,
    "StageMessages": StageMessages,
    "StageView": StageView,
    "StripView": StripView,
    "VoteView": VoteView,
    "WindowsView": WindowsView,
}


@cache
def register_views() -> None:
    """Tell QML of the view-models' types; repeated calls do nothing."""
    for name, view in VIEWS.items():
        qmlRegisterUncreatableType(view, MODULE, 1, 0, name, "made by the show")  # type: ignore[call-overload]
