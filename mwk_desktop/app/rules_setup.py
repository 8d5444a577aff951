"""The rules of the settings, and the sound set whose words and clips they need.

Apart from :mod:`~mwk_desktop.app.sound_setup`, because the service in the cluster decodes no sound
and has no show: it starts in two thirds of the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from mwk_desktop.messages import message, message_of
from mwk_desktop.show.settings.load import Settings, SettingsError, default_config_path
from mwk_desktop.sounds.sound_set import SoundSet, default_sound_set_dir, open_sound_set
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.word_list import WordList, WordListError, read_word_list

WORDS_FILE: Final = "words.txt"


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


def word_list_path(settings: Settings) -> Path:
    """The file of the words that keep a message off the stage: that of ``[show]``, else of
    ``[page]``, else :data:`WORDS_FILE` beside the settings, which need not be there."""
    beside = settings.config_path or default_config_path()
    named = settings.show.word_list or settings.page.word_list
    return Path(named) if named else beside.parent / WORDS_FILE


def show_word_list(settings: Settings) -> WordList:
    """The words that keep a message off the stage.

    Raises
    ------
    SettingsError
        The list cannot be read; the message names the file.
    """
    path = word_list_path(settings)
    if not (settings.show.word_list or settings.page.word_list or path.exists()):
        return WordList()
    is_pages = settings.page.word_list and not settings.show.word_list
    return settings_word_list("page.word_list" if is_pages else "show.word_list", str(path))


def settings_word_list(what: str, path: str) -> WordList:
    """The list of words in a file that a setting names."""
    try:
        return read_word_list(Path(path))
    except WordListError as error:
        text = message("{what}: {problem}", what=what, problem=message_of(error))
        raise SettingsError(text) from None
