"""The rules of the settings, and the sound set whose words and clips they need.

Apart from :mod:`~mwk_desktop.app.sound_setup`, because the service in the cluster decodes no sound
and has no show: it starts in two thirds of the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mwk_desktop.messages import message, message_of
from mwk_desktop.show.settings.load import Settings, SettingsError
from mwk_desktop.sounds.sound_set import SoundSet, default_sound_set_dir, open_sound_set
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.word_list import WordList, WordListError, read_word_list


def open_sounds(settings: Settings) -> SoundSet:
    """Open the sound set of the settings, else the program's own."""
    return open_sound_set(settings.sounds.dir or default_sound_set_dir())


def rules_with(settings: Settings, aliases: Mapping[str, Sequence[str]]) -> CountingRules:
    """The settings' rules, with a sound set's words to vote with."""
    show = settings.show
    return CountingRules(
        window_ms=show.window_ms,
        top=show.top,
        hashtag=show.hashtag,
        require_hashtag=show.require_hashtag,
        count_retweets=show.count_retweets,
        max_votes_per_user=show.max_votes_per_user,
        blocked=frozenset(show.blocked),
        approve=show.moderation == "approve",
        words=show_word_list(settings),
        approvals_to_pass=show.approvals_to_pass,
        aliases=aliases,
    )


def show_word_list(settings: Settings) -> WordList:
    """The words that keep a message off the stage: those of ``[show]``, else of ``[page]``.

    Raises
    ------
    SettingsError
        The list cannot be read; the message names the file.
    """
    for what, path in (
        ("show.word_list", settings.show.word_list),
        ("page.word_list", settings.page.word_list),
    ):
        if path:
            return settings_word_list(what, path)
    return WordList()


def settings_word_list(what: str, path: str) -> WordList:
    """The list of words in a file that a setting names."""
    try:
        return read_word_list(Path(path))
    except WordListError as error:
        text = message("{what}: {problem}", what=what, problem=message_of(error))
        raise SettingsError(text) from None
