"""Sentences that the show and its workers say in English, in the language of the windows.

They come with names and figures in them, so they are known by pattern: ``%1`` stands for
whatever was said there. What is not known stays as it was said.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mwk_desktop.ui.interface_language import language, translate
from mwk_desktop.ui.local_numbers import decimal

PATTERNS: Final[Any] = (
    # Kafka's link
    QT_TRANSLATE_NOOP("Sentences", "Connecting to Kafka at %1."),
    QT_TRANSLATE_NOOP("Sentences", "Connected to Kafka at %1, topic %2. %3 brokers: %4"),
    QT_TRANSLATE_NOOP("Sentences", "Connected to Kafka at %1, topic %2. 1 broker: %3"),
    QT_TRANSLATE_NOOP("Sentences", "Connected to Kafka at %1, topic %2."),
    QT_TRANSLATE_NOOP("Sentences", "Connected to Kafka at %1."),
    QT_TRANSLATE_NOOP(
        "Sentences", "Kafka at %1 closes the connection: is security.protocol right?"
    ),
    QT_TRANSLATE_NOOP("Sentences", "Nothing listens at %1: connection refused."),
    QT_TRANSLATE_NOOP("Sentences", "Lost Kafka at %1: reconnecting since %2."),
    QT_TRANSLATE_NOOP("Sentences", "Unknown host %1: no address is known for this name."),
    QT_TRANSLATE_NOOP("Sentences", "Kafka at %1 refused the login: %2."),
    QT_TRANSLATE_NOOP("Sentences", "No secure connection to Kafka at %1: %2"),
    QT_TRANSLATE_NOOP("Sentences", "Kafka at %1 does not answer since %2."),
    QT_TRANSLATE_NOOP("Sentences", "Topic %1 does not exist yet at %2."),
    QT_TRANSLATE_NOOP("Sentences", "Kafka at %1 does not let this user use topic %2."),
    QT_TRANSLATE_NOOP("Sentences", "Topic %1 was created anew: the show had read another one."),
    QT_TRANSLATE_NOOP("Sentences", "Topic %1 no longer holds what comes next: %2."),
    QT_TRANSLATE_NOOP("Sentences", "Reading from Kafka at %1 failed: %2."),
    QT_TRANSLATE_NOOP("Sentences", "Disconnected from Kafka at %1."),
    # What a look at Kafka finds
    QT_TRANSLATE_NOOP("Sentences", "Kafka answers: 1 broker (%1)"),
    QT_TRANSLATE_NOOP("Sentences", "Kafka answers: %1 brokers (%2)"),
    QT_TRANSLATE_NOOP("Sentences", "1 partition, %1 records"),
    QT_TRANSLATE_NOOP("Sentences", "%1 partitions, %2 records"),
    QT_TRANSLATE_NOOP("Sentences", "1 partition, %1 records: nobody has written yet"),
    QT_TRANSLATE_NOOP("Sentences", "%1 partitions, %2 records: nobody has written yet"),
    QT_TRANSLATE_NOOP("Sentences", "the last one is no tweet: %1"),
    QT_TRANSLATE_NOOP("Sentences", "Is %1 the topic of the tweets?"),
    QT_TRANSLATE_NOOP("Sentences", "the last one has no usable time"),
    QT_TRANSLATE_NOOP("Sentences", "Windows will go by arrival."),
    QT_TRANSLATE_NOOP("Sentences", "the last one is %1 old: a quiet room"),
    QT_TRANSLATE_NOOP("Sentences", "the last one is %1 old"),
    QT_TRANSLATE_NOOP("Sentences", "no message came meanwhile, so clocks could not be compared"),
    QT_TRANSLATE_NOOP("Sentences", "producers and this computer agree within %1 ms"),
    QT_TRANSLATE_NOOP("Sentences", "producers are %1 ahead: their times will be taken as now"),
    QT_TRANSLATE_NOOP("Sentences", "messages come %1 after their time: votes will be late"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Synchronise the clocks (NTP) of this computer and of what writes the messages.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Start the broker, or correct the address."),
    QT_TRANSLATE_NOOP("Sentences", "Correct the name, or join the network that knows it."),
    QT_TRANSLATE_NOOP("Sentences", "Correct sasl.username and sasl.password under [kafka]."),
    QT_TRANSLATE_NOOP("Sentences", "Check security.protocol and ssl.ca.location under [kafka]."),
    QT_TRANSLATE_NOOP("Sentences", "The server hangs, or another program answers at this address."),
    QT_TRANSLATE_NOOP("Sentences", "Ask for the right to read this topic (an ACL)."),
    QT_TRANSLATE_NOOP(
        "Sentences", "The show would wait for it; `mwk crowd` and `mwk tweet` create it."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Correct [kafka] in mwk.toml."),
    QT_TRANSLATE_NOOP(
        "Sentences", "none is configured, and none answers at %1: the demo needs none"
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", 'Name it: --bootstrap-servers HOST:PORT, or "bootstrap.servers" under [kafka].'
    ),
    # What the pre-flight check finds
    QT_TRANSLATE_NOOP("Sentences", "no file yet, all defaults (%1)"),
    QT_TRANSLATE_NOOP("Sentences", "Correct the file; nothing was lost."),
    QT_TRANSLATE_NOOP("Sentences", "no windows were asked for (--headless)"),
    QT_TRANSLATE_NOOP(
        "Sentences", "Without a display the show runs headless: no console, no stage."
    ),
    QT_TRANSLATE_NOOP("Sentences", "no screen"),
    QT_TRANSLATE_NOOP("Sentences", "Plug the projector in, or correct stage_screen under [ui]."),
    QT_TRANSLATE_NOOP("Sentences", "the stage's screen %1 is not there: %2"),
    QT_TRANSLATE_NOOP(
        "Sentences", "Plug the projector in and let it extend the desktop, not mirror it."
    ),
    QT_TRANSLATE_NOOP("Sentences", "one screen only: %1"),
    QT_TRANSLATE_NOOP("Sentences", "%1 screens: %2"),
    QT_TRANSLATE_NOOP("Sentences", "silence was asked for (null)"),
    QT_TRANSLATE_NOOP("Sentences", "silence was asked for: nothing to hear"),
    QT_TRANSLATE_NOOP("Sentences", "Choose an output: --device NAME, or device under [audio]."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Plug in a sound card, or start the sound system; the music keeps time silently.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "no sound output"),
    QT_TRANSLATE_NOOP("Sentences", "%1: no such output; there are: %2"),
    QT_TRANSLATE_NOOP("Sentences", "Plug it in, or correct device under [audio]."),
    QT_TRANSLATE_NOOP("Sentences", "none is the default one; there are: %1"),
    QT_TRANSLATE_NOOP("Sentences", "Choose with --device NAME, or device under [audio]."),
    QT_TRANSLATE_NOOP("Sentences", "the show plays on %1"),
    QT_TRANSLATE_NOOP("Sentences", "no second sound beside the show: %1"),
    QT_TRANSLATE_NOOP("Sentences", "The music itself is the tone: listen."),
    QT_TRANSLATE_NOOP("Sentences", "End what else uses it, or choose another output."),
    QT_TRANSLATE_NOOP("Sentences", "%1 kHz, %2 frames a block, %3 ms"),
    QT_TRANSLATE_NOOP("Sentences", "%1, %2 kHz, %3 frames a block, %4 ms; %5 blocks too late"),
    QT_TRANSLATE_NOOP("Sentences", "%1, %2 kHz, %3 frames a block, %4 ms"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Use a larger block_size or latency_ms under [audio], or close other programs.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "%1 Hz for %2 s was played"),
    QT_TRANSLATE_NOOP("Sentences", "Nothing heard? Check volume, cable and mixing desk."),
    QT_TRANSLATE_NOOP("Sentences", "the engine's process did not come up"),
    QT_TRANSLATE_NOOP("Sentences", "See what mwk -v says."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the engine runs at normal priority: a busy computer may make the music stumble",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "Allow real-time priority (group audio, rtkit), or use a larger block_size."
    ),
    QT_TRANSLATE_NOOP("Sentences", "granted: %1"),
    QT_TRANSLATE_NOOP("Sentences", "%1: %2 clips, %3 BPM, %4 bars a loop, read in %5 s"),
    QT_TRANSLATE_NOOP(
        "Sentences", 'Correct the folder; `mwk sounds DIR` examines it. Without it: --sounds "".'
    ),
    QT_TRANSLATE_NOOP("Sentences", "`mwk sounds DIR` says more; the rest plays."),
    QT_TRANSLATE_NOOP("Sentences", "Choose another with --state-dir, or make this one writable."),
    QT_TRANSLATE_NOOP("Sentences", "%1 is no folder that can be written"),
    QT_TRANSLATE_NOOP("Sentences", "%1 GB free: %2 hours of recording"),
    QT_TRANSLATE_NOOP("Sentences", "Free some space, or choose another disk with --state-dir."),
    QT_TRANSLATE_NOOP("Sentences", "this check failed: %1"),
    QT_TRANSLATE_NOOP("Sentences", "Please report this, with `mwk -vv check`."),
    # Sound
    QT_TRANSLATE_NOOP("Sentences", "%1: keeping time silently, looking for it"),
    QT_TRANSLATE_NOOP("Sentences", "%1 is gone"),
    QT_TRANSLATE_NOOP("Sentences", "the engine did not come up"),
    # The presenter's desk
    QT_TRANSLATE_NOOP("Sentences", "Another show is being made ready: try again in a moment."),
    QT_TRANSLATE_NOOP("Sentences", "The master is not recorded. %1"),
    QT_TRANSLATE_NOOP("Sentences", "The recording of the master ended, the show goes on. %1"),
    QT_TRANSLATE_NOOP("Sentences", "Results do not go out. %1"),
    QT_TRANSLATE_NOOP("Sentences", "The page is not served: %1"),
    QT_TRANSLATE_NOOP("Sentences", "The page takes no votes: %1"),
    QT_TRANSLATE_NOOP(
        "Sentences", "A recording is playing: the page takes no votes until the next live show."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Asking X for posts with %1"),
    QT_TRANSLATE_NOOP("Sentences", "Listening for %1"),
    QT_TRANSLATE_NOOP("Sentences", "The stream is closed."),
    QT_TRANSLATE_NOOP("Sentences", "Connecting again in %1 s, at %2."),
    QT_TRANSLATE_NOOP("Sentences", "Connecting again."),
    # Settings that are tables of their own
    QT_TRANSLATE_NOOP("Sentences", "Where Kafka is: HOST:PORT, several with commas."),
    QT_TRANSLATE_NOOP("Sentences", "A property of librdkafka; change it in the file."),
    QT_TRANSLATE_NOOP("Sentences", "Must be %1, is %2"),
    QT_TRANSLATE_NOOP("Sentences", "Must be %1"),
    QT_TRANSLATE_NOOP("Sentences", "a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("Sentences", "a number from %1 to %2"),
    QT_TRANSLATE_NOOP("Sentences", "one of %1"),
    QT_TRANSLATE_NOOP("Sentences", "a list of instruments (%1), or none"),
    QT_TRANSLATE_NOOP("Sentences", "a list of screen names"),
    QT_TRANSLATE_NOOP("Sentences", "a hashtag: letters, digits and _"),
    QT_TRANSLATE_NOOP("Sentences", "true or false"),
    QT_TRANSLATE_NOOP("Sentences", "text in quotes"),
    QT_TRANSLATE_NOOP("Sentences", "a topic's name (letters, digits, . _ -)"),
    QT_TRANSLATE_NOOP("Sentences", "a language such as en or fr"),
    QT_TRANSLATE_NOOP("Sentences", "one line in the words of the API's rules"),
    QT_TRANSLATE_NOOP("Sentences", "an address such as https://vote.example.org"),
    # The talk's queries
    QT_TRANSLATE_NOOP("Sentences", "The raw stream"),
    QT_TRANSLATE_NOOP("Sentences", "Every message as it came, all its columns, the newest first."),
    QT_TRANSLATE_NOOP("Sentences", "The clean stream"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Only the messages that name an instrument, and only what a reader wants of them.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Tweets per user"),
    QT_TRANSLATE_NOOP(
        "Sentences", "Who wrote most: a count per user, as the leaderboard keeps it."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Tweets per instrument"),
    QT_TRANSLATE_NOOP("Sentences", "What the room wants to hear, over the whole show."),
    QT_TRANSLATE_NOOP("Sentences", "Melody lovers"),
    QT_TRANSLATE_NOOP(
        "Sentences", "Users with more than five melody tweets: a filter after the count (HAVING)."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Drum per window and user"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "A tumbling window: drum tweets of each user in every 30 seconds, the newest first.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The charts"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The top five of every window, as the show counted them: late votes are not in it.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The leaderboard"),
    QT_TRANSLATE_NOOP("Sentences", "The ten users who lead, in the order of the gift."),
    QT_TRANSLATE_NOOP("Sentences", "Tweets per ten seconds"),
    QT_TRANSLATE_NOOP("Sentences", "How the room's pace rises and falls."),
    QT_TRANSLATE_NOOP("Sentences", "Broad tastes"),
    QT_TRANSLATE_NOOP("Sentences", "Users who asked for the most different instruments."),
    QT_TRANSLATE_NOOP("Sentences", "A running total"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Each window's votes beside all votes so far: a window function over the charts.",
    ),
)

_PLACE: Final = re.compile(r"%(\d)")
_FIGURE: Final = re.compile(r"\d{1,3}(,\d{3})*(\.\d+)?( (s|ms|min|h|days))?|\d+(\.\d+)?")
_DEEPEST: Final = 3


def said(text: str) -> str:
    """A sentence of the show in the language of the windows.

    Settings' help texts are known too. Several sentences in a row are known one by one.
    """
    if not text or language() == "en":
        return text
    return _said(text, _DEEPEST)


def _said(text: str, depth: int) -> str:
    known = _known(text, depth)
    if known is not None:
        return known
    first, stop, rest = text.partition(". ")
    if not stop:
        return text
    parts = [part if (part := _known(first + ".", depth)) is not None else first + "."]
    return f"{parts[0]} {_said(rest, depth)}"


def _known(text: str, depth: int) -> str | None:
    help_text = QCoreApplication.translate("SettingsHelp", text)
    if help_text != text:
        return help_text
    for pattern, form in _forms():
        found = form.fullmatch(text)
        if found is None:
            continue
        here = QCoreApplication.translate("Sentences", pattern)
        whole = found.groupdict()
        # What was said in a sentence may be one that is known.
        inner = {key: _part(what, depth - 1) for key, what in whole.items()}
        return _filled(here, inner)
    return None


def _part(text: str, depth: int) -> str:
    if _FIGURE.fullmatch(text):
        narrow = decimal(text.replace(",", "\u202f"))
        return narrow.replace(" ", "\u00a0").replace("days", translate("Sentences", "days"))
    return _said(text, depth) if depth >= 0 else text


def _filled(pattern: str, inner: dict[str, str]) -> str:
    return _PLACE.sub(lambda place: inner[f"p{place.group(1)}"], pattern)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each pattern as an expression; the more it says itself, the earlier it is tried."""
    longest_first = sorted(PATTERNS, key=lambda pattern: -len(_PLACE.sub("", pattern)))
    return tuple(
        (pattern, re.compile(_PLACE.sub(_group, re.escape(pattern).replace(r"\%", "%"))))
        for pattern in longest_first
    )


def _group(place: re.Match[str]) -> str:
    return f"(?P<p{place.group(1)}>.+?)"
