"""What the audience meets: messages that rise and fade, the page's code, a calm still, the beat."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_show import NOON_MS, empty, evening, replayed, trouble
from PySide6.QtTest import QTest
from stage_states import ADDRESS, served

from mwk_desktop.messages import verbatim
from mwk_desktop.show.snapshot import ChartRow, Problem, ProblemKind, SourceState
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.ui.stage.stage_messages import FADE_MS, StageMessages
from mwk_desktop.ui.stage.stage_view import StageView
from mwk_desktop.ui.visual_beat import visual_beat
from tests.support import needed


def _item(serial: int, who: str = "ana") -> FeedItem:
    return FeedItem(serial, who, who, "", f"message {serial}", "pad", NOON_MS)


def _feed(*serials: int) -> tuple[FeedItem, ...]:
    return tuple(_item(serial) for serial in serials)


class Wall:
    """The stage's messages with a clock that is held."""

    def __init__(self) -> None:
        self.model = StageMessages(4)

    def roles(self, name: str) -> list[Any]:
        roles = {bytes(word.data()).decode(): role for role, word in self.model.roleNames().items()}
        rows = range(self.model.rowCount())
        return [self.model.data(self.model.index(row, 0), roles[name]) for row in rows]

    @property
    def serials(self) -> list[int]:
        return self.roles("serial")


# ---- messages -------------------------------------------------------------------------------


def test_the_oldest_fades_before_a_new_message_rises() -> None:
    wall = Wall()
    wall.model.show_messages(_feed(1, 2, 3, 4, 5), 0)
    assert wall.serials == [2, 3, 4, 5]
    wall.model.show_messages(_feed(2, 3, 4, 5, 6), 1_000)
    assert (wall.serials, wall.roles("leaving")) == ([2, 3, 4, 5], [True, False, False, False])
    wall.model.show_messages(_feed(3, 4, 5, 6, 7), 1_000 + FADE_MS - 1)
    assert wall.serials == [2, 3, 4, 5]
    wall.model.show_messages(_feed(3, 4, 5, 6, 7), 1_000 + FADE_MS)
    assert wall.serials == [3, 4, 5, 7]
    assert wall.roles("leaving") == [False] * 4


def test_messages_go_on_fading_when_nothing_comes() -> None:
    wall = Wall()
    wall.model.show_messages(_feed(1, 2), 0)
    seen = []
    for t_ms in range(100, 50_000, 100):
        wall.model.show_messages(_feed(1, 2), t_ms)
        seen.append(len(wall.serials))
    assert seen[0] == 2
    assert seen[-1] == 0


def test_the_stage_fades_messages_also_without_a_new_snapshot() -> None:
    now = [100.0]
    stage = StageView(clock=lambda: now[0])
    stage.show_snapshot(evening())
    assert stage.messages.rowCount() == 4
    for _ in range(400):
        now[0] += 0.2
        stage.show_snapshot(evening())
    assert stage.messages.rowCount() == 0


@pytest.mark.parametrize("hidden", [2, 3, 4, 5])
def test_a_hidden_message_leaves_at_once(hidden: int) -> None:
    """Also the newest and the oldest of the feed, and one that is fading."""
    wall = Wall()
    wall.model.show_messages(_feed(2, 3, 4, 5), 0)
    wall.model.show_messages(_feed(*(n for n in (2, 3, 4, 5) if n != hidden)), 10)
    assert wall.serials == [n for n in (2, 3, 4, 5) if n != hidden]
    # It does not come back, and the next one comes.
    wall.model.show_messages(_feed(*(n for n in (2, 3, 4, 5, 6) if n != hidden)), 2_000)
    assert wall.serials == [n for n in (2, 3, 4, 5, 6) if n != hidden]


def test_a_message_that_is_only_old_stays() -> None:
    wall = Wall()
    wall.model.show_messages(_feed(1, 2, 3), 0)
    wall.model.show_messages(_feed(50, 51, 52), 10)
    assert wall.serials == [1, 2, 3]


def test_a_blocked_sender_leaves_at_once_however_old() -> None:
    wall = Wall()
    wall.model.show_messages((_item(1, "troll"), _item(2, "ana")), 0)
    wall.model.show_messages(_feed(80, 81), 10)
    wall.model.show_messages(_feed(80, 81), 20, ("troll",))
    assert wall.serials == [2]


def test_another_show_begins_with_its_own_messages() -> None:
    wall = Wall()
    wall.model.show_messages(_feed(900, 901), 0)
    wall.model.show_messages(_feed(1, 2), 10)
    assert wall.serials == [1, 2]


def test_a_leaving_message_fades_on_the_wall(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(), stage=True, stage_size=(1280, 720), reduced_motion=False)
    newer = replace(evening().feed[0], serial=999, text="here I am #mwk")
    QTest.qWait(1_000)
    ui.show.change(feed=(newer, *evening().feed))
    root = ui.find("stageMessages", ui.stage.contentItem())

    def rows() -> list[Any]:
        return [i for i in ui.items(root) if i.objectName() == "stageMessage" and i.isVisible()]

    seen: list[float] = []
    for _ in range(500):
        QTest.qWait(20)
        seen += [row.opacity() for row in rows() if row.opacity() < 1]
        if any(_text(ui, row) == "here I am #mwk" for row in rows()):
            break
    assert any(_text(ui, row) == "here I am #mwk" for row in rows())
    assert any(0 < each < 1 for each in seen)  # it faded, not in one step


def _text(ui: Any, row: Any) -> str:
    text = next(i for i in ui.items(row) if i.objectName() == "stageText").property("text")
    return str(text).strip("\u2068\u2069")


# ---- the page -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "address"),
    [((1280, 720), ADDRESS), ((1920, 1080), "http://192.168.100.200:8080/?room=amphi")],
)
def test_the_code_on_the_stage_decodes_to_the_address(
    open_ui: Callable[..., Any], tmp_path: Path, size: tuple[int, int], address: str
) -> None:
    ui = open_ui(evening(workers=served(address)), stage=True, stage_size=size)
    ui.settle()
    root = ui.stage.contentItem()
    shown = ui.find("pageAddress", root)
    assert shown.property("text") == address.removeprefix("http://").rstrip("/")
    tile = ui.find("pageCode", root)
    assert tile.isVisible()
    assert tile.width() == pytest.approx(168 * size[1] / 1080, abs=1)
    # Four modules of quiet zone at least, and whole pixels for each module.
    modules = tile.property("modules")
    assert tile.width() >= tile.property("module") * (modules + 8)
    grabbed = ui.stage.grabWindow()
    picture = tmp_path / "stage.png"
    assert grabbed.save(str(picture))
    needed("zbarimg", "zbar-tools")
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", str(picture)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == address, done.stderr


def test_closed_votes_and_no_page_are_said_calmly(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(workers=served(is_open=False)), stage=True, stage_size=(1280, 720))
    ui.settle()
    root = ui.stage.contentItem()
    assert ui.find("pageAddress", root).property("text") == "page votes are closed"
    assert not ui.find("pageCode", root).isVisible()
    assert ui.find("hashtag", root).property("text") == "#mwk"
    ui.show.set(evening(workers=served()))
    ui.settle()
    assert ui.find("pageCode", root).isVisible()
    ui.show.set(evening())
    ui.settle()
    assert not ui.find("pageAddress", root).isVisible()
    assert not ui.find("pageCode", root).isVisible()


def test_another_address_brings_another_code(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(workers=served()), stage=True, stage_size=(1280, 720))
    ui.settle()
    first = ui.windows.stage.pageCode
    picture = ui.stage.grabWindow()
    ui.show.set(evening(workers=served("http://10.0.0.1:8080/")))
    ui.settle()
    assert ui.windows.stage.pageCode != first
    assert ui.stage.grabWindow() != picture


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_all_eight_words_can_be_read_beside_any_address(
    open_ui: Callable[..., Any], size: tuple[int, int]
) -> None:
    ui = open_ui(evening(), stage=True, stage_size=size)
    root = ui.find("howToVote", ui.stage.contentItem())
    for address in ("", ADDRESS, "http://192.168.100.200:8080/", "http://[2001:db8::1:2]:8080/"):
        ui.show.set(evening(workers=served(address)) if address else evening())
        ui.settle()
        words = [row["word"] for row in ui.windows.stage.words]
        shown = {
            item.property("text"): item
            for item in ui.items(root)
            if item.metaObject().className().startswith("Words") and item.isVisible()
        }
        assert set(words) <= set(shown)
        for word in words:
            assert not shown[word].property("truncated"), (address, word)


# ---- calm -----------------------------------------------------------------------------------

LOST = SourceState("live", "twitter_json@localhost:9092", "reconnecting", NOON_MS)
ENDED = SourceState("replay", "evening.jsonl", "ended", NOON_MS)


@pytest.mark.parametrize("source", [LOST, ENDED], ids=["lost", "ended"])
def test_when_data_stops_the_stage_rests(source: SourceState) -> None:
    stage = StageView()
    stage.show_snapshot(evening())
    before = [(row.votes, row.share) for row in stage.votes]
    none = tuple(ChartRow(row.instrument, 0) for row in evening().chart)
    transport = evening().transport
    for serial in range(2, 40):
        stage.show_snapshot(
            evening(
                serial=serial,
                t_ms=NOON_MS + serial * 1_000,
                source=source,
                chart=none,
                transport=replace(transport, beat=serial % 4 + 1),
                problems=(Problem(ProblemKind.BROKER, verbatim("Broker lost.")),),
            )
        )
        # The bars rest, the beat goes on.
        assert [(row.votes, row.share) for row in stage.votes] == before
        assert {row.moved for row in stage.votes} == {0}
        assert stage.beat == serial % 4 + 1
    assert stage.resting
    assert (stage.lockText, stage.lockTitle, stage.windowShare) == ("", "", 0.0)
    assert (stage.topTitle, stage.comingText) == ("Top 5", "this scene stays")
    # And it goes on where the show is when news comes again.
    stage.show_snapshot(evening(serial=99, t_ms=NOON_MS + 99_000, chart=none))
    assert not stage.resting
    assert {row.votes for row in stage.votes} == {0}


def test_no_error_is_ever_on_the_wall(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(stage=True, stage_size=(1280, 720))
    for state in (trouble(), replayed(), empty(), evening(source=ENDED)):
        ui.show.set(state)
        ui.settle()
        _check_calm(ui)


def _check_calm(ui: Any) -> None:
    bad = ("lost", "error", "fail", "reconnect", "missing", "broker", "refused", "silent")
    seen = 0
    for item in ui.items(ui.stage.contentItem()):
        if item.metaObject().className().startswith("Words") and item.isVisible():
            text = str(item.property("text")).lower()
            seen += 1
            assert not any(word in text for word in bad), text
    assert seen > 20


# ---- the beat -------------------------------------------------------------------------------


@pytest.mark.parametrize("bpm", [60.0, 128.0, 171.0, 200.0, 341.0, 400.0])
def test_nothing_on_the_beat_passes_three_a_second(bpm: float) -> None:
    stage = StageView()
    changes: list[float] = []
    pulses: list[float] = []
    beat = pulse = None
    for step in range(500):
        t_s = step / 50
        beats = t_s * bpm / 60
        transport = replace(
            evening().transport,
            bpm=bpm,
            bar=int(beats // 4) + 1,
            beat=int(beats % 4) + 1,
            beat_phase=beats % 1,
        )
        stage.show_snapshot(evening(serial=step + 1, t_ms=NOON_MS + step * 20, transport=transport))
        if stage.beat != beat:
            beat = stage.beat
            changes.append(t_s)
        if stage.pulse != pulse:
            pulse = stage.pulse
            pulses.append(t_s)
    assert len(pulses) > 9
    # So fast that a bar is one flash: the cells stand still.
    assert len(changes) > 9 or bpm > 340
    for times in (changes, pulses):
        for second in range(9):
            assert sum(second <= t < second + 1 for t in times) <= 3
    assert stage.beatMs >= 333


def test_the_shown_beat_is_the_beat_at_a_usual_tempo() -> None:
    transport = evening().transport
    for beat in (1, 2, 3, 4):
        assert visual_beat(replace(transport, beat=beat), 0).shown_beat == beat
    fast = replace(transport, bpm=200.0)
    shown = [visual_beat(replace(fast, beat=beat), 0).shown_beat for beat in (1, 2, 3, 4)]
    assert shown == [1, 1, 3, 3]
