"""French: all strings, the live switch, numbers, and room for longer words in both windows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pages_shots
import pages_state as known
import pytest
from fake_show import NOON_MS, evening, served, trouble
from french_checks import check_words, texts_of
from layout_checks import STATES, check_whole_console
from PySide6.QtCore import Qt
from stage_states import one, tie, with_winner
from stage_states import served as page_served

from mwk_desktop.messages import CATALOGUES_DIR, Message, duration, language_of, message
from mwk_desktop.show.commands import ChangeSetting
from mwk_desktop.show.settings.load import describe
from mwk_desktop.show.settings.value_kinds import must_be, whole
from mwk_desktop.show.workers_state import CheckFinding, Checks
from mwk_desktop.sounds.sound_set import open_sound_set
from mwk_desktop.topology.matching import Matcher
from mwk_desktop.ui import local_numbers
from mwk_desktop.ui.assets import QML_DIR
from mwk_desktop.ui.interface_language import language, vote_word
from mwk_desktop.ui.language_switch import Translations
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.translation import main, messages, problems, ts_file
from mwk_desktop.units import INSTRUMENTS

ALIASES = (
    ("batterie",),
    ("basse lourde",),
    ("basse lead",),
    ("ligne de basse",),
    ("mélodie",),
    ("nappe",),
    ("synthé",),
    ("voix",),
)


@pytest.fixture
def french(qapp: Any) -> Iterator[Translations]:
    """Everything is said in French."""
    translations = Translations()
    assert translations.use("fr")
    yield translations
    translations.leave()


# ---- the files -------------------------------------------------------------------------------


def test_every_string_has_a_french_text_and_the_compiled_file_is_fresh() -> None:
    assert problems("fr") == []


def test_the_check_says_what_is_missing(
    tmp_path: Any, monkeypatch: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    from mwk_desktop.ui import translation

    text = ts_file("fr").read_text("utf-8")
    found = text.replace("<source>Undo</source>", "<source>Undone</source>", 1)
    found = found.replace("<translation>à %1, rien de neuf", "<translation>rien de neuf")
    (tmp_path / "mwk_fr.ts").write_text(found, "utf-8")
    (tmp_path / "mwk_fr.qm").write_bytes(b"old")
    monkeypatch.setattr(translation, "I18N_DIR", tmp_path)
    monkeypatch.setattr(translation, "LANGUAGES", ("fr",))
    assert main(["--check"]) == 1
    said_ = capsys.readouterr().out
    assert re.search(r"not in mwk_fr.ts: \w+: Undo\n", said_)
    assert re.search(r"no longer in the sources: \w+: Undone\n", said_)
    assert "other places than its source: Votes: as of %1, no news since" in said_
    assert "mwk_fr.qm is older than mwk_fr.ts" in said_


def test_the_french_is_set_as_french_is() -> None:
    for entry in messages(ts_file("fr")):
        text = entry.translation
        assert not re.search(r"[ \u00a0][;!?]", text), text
        assert not re.search(r"[ \u202f]:|\w:(?=\s|$)", text), text
        assert not re.search(r"« | »|'|\.\.\.", text), text
        assert text == text.strip(), text


# ---- which language --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "environ", "spoken"),
    [
        ("fr", {}, "fr"),
        ("fr_CH", {}, "fr"),
        ("FR-ca", {}, "fr"),
        ("tlh", {"LANG": "fr_FR.UTF-8"}, "en"),
        ("de-AT", {"LANG": "fr_FR.UTF-8"}, "de"),
        ("en", {"LANG": "fr_FR.UTF-8"}, "en"),
        ("", {"LANG": "fr_FR.UTF-8"}, "fr"),
        ("", {"LANG": "en_GB.UTF-8", "LC_ALL": "fr_BE"}, "fr"),
        ("", {"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ("", {"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:de"}, "fr"),
        ("", {}, "en"),
    ],
)
def test_the_language_that_is_meant(wanted: str, environ: dict[str, str], spoken: str) -> None:
    assert language_of(wanted, environ) == spoken


def test_numbers_and_plurals_are_french(french: Translations) -> None:
    assert language() == "fr"
    assert local_numbers.count(1_203) == "1\u202f203"
    assert local_numbers.count(1_234_567) == "1,2 M"
    assert local_numbers.rate(0.5) == "0,5"
    assert local_numbers.signed_db(0.5) == "\u22126,0"
    french.leave()
    assert local_numbers.count(1_203) == "1,203"
    assert local_numbers.signed_db(0.5) == "\u22126.0"


@pytest.mark.parametrize(
    ("said", "english", "french_text"),
    [
        (
            message("Lost Kafka at {servers}: reconnecting since {since}.",
                    servers="broker:9092", since="20:31"),
            "Lost Kafka at broker:9092: reconnecting since 20:31.",
            "Kafka sur broker:9092 perdu\u00a0: reconnexion en cours depuis 20:31.",
        ),
        (
            known.GOOD[0].found,
            f"Connected to Kafka at {known.SERVERS}, topic {known.TOPIC}. 3 brokers: "
            "kafka1.example.org:9092, kafka2.example.org:9092, kafka3.example.org:9092",
            f"Connecté à Kafka sur {known.SERVERS}, topic {known.TOPIC}. 3 brokers\u00a0: "
            "kafka1.example.org:9092, kafka2.example.org:9092, kafka3.example.org:9092",
        ),
        (known.GOOD[1].found, "4 partitions, 1,203 records", "4 partitions, 1\u202f203 messages"),
        (known.GOOD[2].found, "the last one is 3.1 s old", "le dernier date de 3,1\u00a0s"),
        (
            message("the last one is {age} old: a quiet room", age=duration(3 * 86_400_000)),
            "the last one is 3 days old: a quiet room",
            "le dernier date de 3\u00a0jours\u00a0: la salle est calme",
        ),
        (
            must_be(whole(100, 86_400_000).right, 3),
            "must be a whole number from 100 to 86400000, is 3",
            "attendu\u00a0: un nombre entier de 100 à 86400000\u202f; reçu\u00a0: 3",
        ),
        (
            next(one.help for one in describe() if one.key == "max_votes_per_user"),
            "Votes that count per user and window; 0 for no limit.",
            "Votes comptés par personne et par fenêtre\u202f; 0\u00a0: sans limite.",
        ),
        ("Something nobody translates.",) * 3,
        ("", "", ""),
    ],
)  # fmt: skip
def test_what_the_show_says_is_said_in_french(
    french: Translations, said: Message | str, english: str, french_text: str
) -> None:
    assert message_text(said) == french_text
    french.leave()
    assert message_text(said) == english


# ---- what the audience writes ----------------------------------------------------------------


def test_every_word_that_the_stage_asks_for_is_a_vote(french: Translations) -> None:
    aliases = open_sound_set(QML_DIR.parents[2] / "assets" / "sounds").aliases
    matcher = Matcher(aliases, "mwk", False, True)
    for name in INSTRUMENTS:
        word = vote_word(name, tuple(aliases[name]))
        assert word != name.replace("_", " "), word
        assert matcher.instrument(f"{word} #mwk") == name
        # A sound set that does not know the French word: the contract's own.
        assert vote_word(name, ("zither",)) == name.replace("_", " ")


# ---- the windows -----------------------------------------------------------------------------


# A setting's values, and what stands in a recording.


def test_both_windows_have_room_for_french(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(), language="fr", stage=True, stage_size=(1280, 720))
    states: dict[str, Callable[[], Any]] = {
        **STATES,
        "panic": lambda: evening(panic="fading"),
        "faded": lambda: evening(fade="silent", panic="silent"),
        "page": lambda: evening(workers=page_served()),
        "closed": lambda: evening(workers=page_served(is_open=False)),
        "one": lambda: with_winner(one()),
        "tie": lambda: with_winner(tie(2)),
    }
    for name, state in states.items():
        ui.show.set(replace(state(), aliases=ALIASES))
        ui.settle()
        check_whole_console(ui)
        check_words(ui, ui.console.contentItem(), name)
        check_words(ui, ui.stage.contentItem(), f"stage {name}")


def test_pages_and_menus_have_room_for_french(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(served(), language="fr")
    for name, (page, facts) in pages_shots.STATES.items():
        if name in ("connect-refused", "query-error", "query-raw", "query"):
            continue  # what others say in English
        ui.windows.pages.open(page)
        ui.show.change(workers=known.workers_state(**facts))
        ui.settle()
        check_words(ui, ui.find("page"), name)
        ui.windows.pages.close()
    ui.show.set(served())
    ui.settle()
    ctrl = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_F10, Qt.Key.Key_G, Qt.Key.Key_Question):
        ui.press(key, ctrl if key == Qt.Key.Key_G else None)
        check_words(ui, ui.console.contentItem(), str(key))
        ui.press(Qt.Key.Key_Escape)


def test_the_language_changes_while_everything_is_open(open_ui: Callable[..., Any]) -> None:
    old = message("the last one is {age} old", age=duration(3_100))
    newest = CheckFinding("kafka", "ok", message("Newest message"), old)
    checks = Checks(False, "ok", NOON_MS, (newest,))
    state = known.workers_state(checks=checks)
    ui = open_ui(evening(workers=state, aliases=ALIASES), stage=True)
    ui.show.set(trouble(workers=state, aliases=ALIASES))
    ui.settle()

    def shown() -> set[str]:
        roots = (ui.console.contentItem(), ui.stage.contentItem())
        return {item.property("text") for root in roots for item in texts_of(ui, root)}

    def choose(choice: str) -> None:
        ui.windows.pages.settings.change("ui.language", choice)
        assert ui.sent()[-1] == ChangeSetting("ui.language", choice)
        row = known.row("ui.language", choice, "choice", choices=("", "en", "fr"))
        kept = known.settings(**{"language": row})
        ui.show.change(workers=replace(state, settings=kept))
        ui.settle()

    before = shown()
    assert {"Votes", "BROKER LOST", "Drum", "silent clock", "HELD", "nobody is blocked"} & before
    ui.windows.pages.open("checks")
    ui.settle()
    assert "Newest message" in shown()
    choose("fr")
    now = shown()
    assert {"Dernier message", "le dernier date de 3,1\u00a0s", "Vérification avant concert"} <= now
    ui.windows.pages.close()
    ui.settle()
    now = shown()
    french = {"BROKER PERDU", "Batterie", "FIGÉE", "Figé", "horloge muette"}
    assert french <= now, french - now
    assert "1\u202f203 tweets, 0/s" in now
    on_stage = {item.property("text") for item in texts_of(ui, ui.stage.contentItem())}
    assert {"Cette scène reste", "Batterie", "Basse lourde"} <= on_stage
    choose("en")
    assert shown() == before


def test_one_french_word_for_one_thing() -> None:
    """The music has scenes; what the room looks at is its screen."""
    catalogue = (CATALOGUES_DIR / "fr.po").read_text("utf-8")
    pairs = re.findall(r'msgid "(.*)"\nmsgstr "(.*)"', catalogue)
    texts = ElementTree.parse(ts_file("fr")).iter("message")
    pairs += [(m.findtext("source") or "", m.findtext("translation") or "") for m in texts]
    for english, french in pairs:
        if "stage" in english.lower() and "scene" not in english.lower():
            assert "scène" not in french.lower(), (english, french)
