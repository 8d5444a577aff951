"""Which workers stand beside a running show: one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mwk_desktop.app.attendants import Attendant
from mwk_desktop.app.checking import CheckDesk
from mwk_desktop.app.common import Options
from mwk_desktop.app.connecting import Connecting
from mwk_desktop.app.journal import Journal
from mwk_desktop.app.last_show import Remembering
from mwk_desktop.app.page_host import PageHost
from mwk_desktop.app.publishing import publishing_of
from mwk_desktop.app.querying import querying_of
from mwk_desktop.app.settings_desk import SettingsDesk
from mwk_desktop.app.twitter_desk import TwitterDesk

if TYPE_CHECKING:
    from mwk_desktop.app.programme import Programme


def attendants_of(options: Options, programme: Programme) -> list[Attendant]:
    """The workers of a console, or of a headless show, made but not started."""
    return [
        Connecting(options, programme),
        CheckDesk(options),
        SettingsDesk(options),
        PageHost(options),
        TwitterDesk(options),
        *querying_of(options, programme.tap),
        *publishing_of(options, programme.publish),
        Remembering(options),
        Journal(),
    ]
