"""The view-models' names in QML: module ``MwkViews``, all of them made by Python only."""

from __future__ import annotations

from functools import cache

from PySide6.QtQml import qmlRegisterUncreatableType

from mwk_desktop.ui.console.audience_view import AudienceView
from mwk_desktop.ui.console.ceiling_view import CeilingView
from mwk_desktop.ui.console.console_view import ConsoleView
from mwk_desktop.ui.console.crowd_view import CrowdView
from mwk_desktop.ui.console.cue_view import CueView
from mwk_desktop.ui.console.drop_view import DropView
from mwk_desktop.ui.console.feed_model import FeedModel
from mwk_desktop.ui.console.file_choice import FilesView
from mwk_desktop.ui.console.leave_view import LeaveView
from mwk_desktop.ui.console.outputs_view import OutputsView
from mwk_desktop.ui.console.queue_model import QueueModel
from mwk_desktop.ui.console.silence_view import SilenceView
from mwk_desktop.ui.console.strip_properties import StripView
from mwk_desktop.ui.console.talk_view import TalkView
from mwk_desktop.ui.console.tour_view import TourView
from mwk_desktop.ui.pages.checks_page import ChecksView
from mwk_desktop.ui.pages.clicker_page import ClickerView
from mwk_desktop.ui.pages.connect_page import ConnectView
from mwk_desktop.ui.pages.controllers_page import ControllersView
from mwk_desktop.ui.pages.networks_part import NetworksView
from mwk_desktop.ui.pages.pages_view import PagesView
from mwk_desktop.ui.pages.query_page import QueryView
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.pages.settings_page import SettingsView
from mwk_desktop.ui.ranking_rows import LeaderView, VoteView
from mwk_desktop.ui.stage.stage_view import StageView
from mwk_desktop.ui.window_placement import WindowsView

MODULE = "MwkViews"
VIEWS: dict[str, type] = {
    "AudienceView": AudienceView,
    "ChecksView": ChecksView,
    "ClickerView": ClickerView,
    "ConnectView": ConnectView,
    "ConsoleView": ConsoleView,
    "ControllersView": ControllersView,
    "CrowdView": CrowdView,
    "DropView": DropView,
    "CeilingView": CeilingView,
    "CueView": CueView,
    "FeedModel": FeedModel,
    "FilesView": FilesView,
    "LeaderView": LeaderView,
    "LeaveView": LeaveView,
    "NetworksView": NetworksView,
    "OutputsView": OutputsView,
    "PagesView": PagesView,
    "QueryView": QueryView,
    "QueueModel": QueueModel,
    "RowsModel": RowsModel,
    "SettingsView": SettingsView,
    "SilenceView": SilenceView,
    "StageView": StageView,
    "StripView": StripView,
    "TalkView": TalkView,
    "TourView": TourView,
    "VoteView": VoteView,
    "WindowsView": WindowsView,
}


@cache
def register_views() -> None:
    """Register the view-models' types with QML; repeated calls do nothing."""
    for name, view in VIEWS.items():
        qmlRegisterUncreatableType(view, MODULE, 1, 0, name, "made by the show")  # type: ignore[arg-type]
