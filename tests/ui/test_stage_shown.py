"""Everything that the stage can show in place of the race: join, SQL, winner, black, logo, end."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from held_stage import rect
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from stage_evening import (
    BAND,
    QUERY,
    TOTALS,
    answered,
    at_beat,
    bars_query,
    shown,
    voting,
    with_band,
)
from stage_states import ADDRESS, one, served, tie, with_winner

from mwk_desktop.messages import verbatim
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import StageMoment, StageState
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.units import INSTRUMENTS
from tests.support import needed, wait_for

PARTS = {
    "votes": "voting",
    "join": "join",
    "sql": "query",
    "messages": "wall",
    "winner": "winner",
    "logo": "logo",
    "end": "theEnd",
}


def test_only_what_is_shown_is_loaded(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(31.0), (1280, 720))
    for moment in (*PARTS, "black", "votes"):
        snapshot = shown(moment, voting(31.0, workers=bars_query()))
        stage.show(with_winner(one()) if moment == "winner" else snapshot)
        there = {part for part in PARTS.values() if stage.has(part)}
        assert there == ({PARTS[moment]} if moment in PARTS else set()), moment
        assert stage.has("band") == (moment in ("votes", "join", "sql", "messages"))


# ---- join ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size", [(1920, 1080), pytest.param((1280, 800), marks=pytest.mark.soak), (1024, 768)]
)
def test_the_code_is_more_than_half_the_height_and_decodes_small(
    held_stage: Callable[..., Any], tmp_path: Path, size: tuple[int, int]
) -> None:
    stage = held_stage(shown("join"), size)
    stage.rest(shown("join"), 0.2)
    modules = stage.item("modules", stage.item("joinCode"))
    assert modules.height() >= 0.55 * size[1]
    count = stage.view.pageModules
    assert modules.height() % count == 0
    tile = rect(stage.item("joinCode"))
    assert modules.height() // count * 4 <= rect(modules).top() - tile.top() + 1
    needed("zbarimg", "zbar-tools")
    for level in (0.2, 0.9):  # the band plays beside it
        stage.show(with_band(shown("join"), BAND, level))
        picture = tmp_path / f"{level}.png"
        small = stage.window.grabWindow().scaledToHeight(
            240, Qt.TransformationMode.SmoothTransformation
        )
        assert small.save(str(picture))
        done = subprocess.run(
            ["zbarimg", "--quiet", "--raw", str(picture)],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.stdout.strip() == ADDRESS, (size, done.stderr)


def test_phones_are_lights_and_a_count(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(shown("join"))
    for phones, each in ((0, 1), (7, 1), (90, 1), (5_000, 64)):
        stage.show(_phones(31.0, phones))
        lights = len(stage.items("phoneLight"))
        assert lights <= 30 * 6
        assert lights == phones or (each > 1 and lights > 60)


def _phones(beats: float, phones: int, votes: str = "") -> Snapshot:
    page = replace(served().page, phones=phones, last_votes=votes)
    return shown("join", voting(beats, workers=replace(served(), page=page)))


def test_a_phone_s_light_has_the_colour_of_its_last_vote(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(_phones(20.0, 6, "0077"))
    colours = [light.property("color").name().upper() for light in stage.items("phoneLight")]
    drum, vocal, grey = "#E69F00", "#F2F2F2", "#6B7585"
    assert colours == [drum, drum, vocal, vocal, grey, grey]
    # Two more come: they are white and larger for a bar.
    stage.show(_phones(20.5, 8, "0047"))
    assert [light.width() for light in stage.items("phoneLight")] == [17] * 6 + [24] * 2
    stage.show(_phones(24.4, 8, "0047"))
    assert [light.width() for light in stage.items("phoneLight")][-2:] == [24, 24]
    stage.show(_phones(24.6, 8, "0047"))
    assert {light.width() for light in stage.items("phoneLight")} == {17}
    assert stage.items("phoneLight")[2].property("color").name().upper() == "#8C7BFF"
    # Some leave: the others' lights stay.
    stage.show(_phones(26.0, 3, "0047"))
    assert len(stage.items("phoneLight")) == 3


def test_the_number_of_phones_rolls(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(_phones(20.0, 100))
    seen = []
    for frame in range(240):
        stage.show(_phones(20.1 + frame / 30, 160))
        seen.append(int(stage.item("phones").property("text")))
    assert seen == sorted(seen)
    assert seen[-1] == 160
    assert len(set(seen)) > 12, "it can be seen to count"
    changes = [i for i, (a, b) in enumerate(pairwise(seen)) if a != b]
    assert min(b - a for a, b in pairwise(changes)) * 15.6 >= 60 - 16


def test_the_room_s_code_stands_where_people_look(held_stage: Callable[..., Any]) -> None:
    workers = served("http://10.0.0.5:8080")
    workers = replace(workers, page=replace(workers.page, room_code="B4KT"))
    stage = held_stage(voting(31.0, workers=workers))
    for name, text in (("hashtag", "#mwk B4KT"), ("pageAddress", "10.0.0.5:8080/B4KT")):
        words = stage.item(name)
        assert words.property("text") == text
        assert not words.property("truncated"), name
    long = replace(workers.page, address="http://192.168.178.111:8080")
    stage.show(voting(31.0, workers=replace(workers, page=long)))
    assert stage.item("pageAddress").property("text") == "192.168.178.111:8080"
    # Without a page the networks still need it.
    alone = replace(workers, page=replace(workers.page, address="", qr=()))
    stage.show(voting(31.0, workers=alone))
    assert stage.item("hashtag").property("text") == "#mwk B4KT"
    stage.show(shown("join", voting(31.0, workers=workers)))
    assert stage.item("joinAddress").property("text") == "10.0.0.5:8080/B4KT"
    assert stage.item("joinTag").property("text") == "#mwk B4KT"


def test_join_without_a_page_shows_hashtag_and_words(
    held_stage: Callable[..., Any],
) -> None:
    stage = held_stage(shown("join", voting(31.0, workers=WorkersState())))
    words = stage.words()
    assert {"#mwk", "Drum", "Vocal", "Post it with one of these words"} <= set(words)
    assert not stage.items("joinCode")


def test_the_key_shows_it_with_the_next_snapshot(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(voting(31.0), stage=True, stage_size=(1280, 720))
    ui.press(Qt.Key.Key_J)
    (sent,) = ui.sent()
    ui.show.change(stage=StageState(StageMoment(sent.moment)))
    ui.windows.pull()
    assert any(i.objectName() == "join" for i in ui.items(ui.stage.contentItem()))


# ---- the winner ------------------------------------------------------------------------------


def test_ring_and_towers_follow_the_strips_and_silent_ones_rest(
    held_stage: Callable[..., Any],
) -> None:
    def state(level: float) -> Any:
        return with_band(at_beat(with_winner(one()), 60.0), ("drum", "pad"), level)

    stage = held_stage(state(0.0))
    heights = {}
    for level in (0.0, 1.0):
        stage.rest(state(level), 1.5)
        heights[level] = (
            [item.height() for item in stage.items("petal")],
            [item.height() for item in stage.items("tower")],
        )
    for kind in (0, 1):
        quiet, loud = heights[0.0][kind], heights[1.0][kind]
        assert len(quiet) == 40
        for place, name in enumerate(INSTRUMENTS):
            pairs = list(zip(quiet, loud, strict=True))[5 * place : 5 * place + 5]
            grown = [b > a for a, b in pairs]
            assert all(grown) if name in ("drum", "pad") else not any(grown), (kind, name)


def test_a_tie_has_a_ring_for_both(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(at_beat(with_winner(tie(2)), 60.0))
    assert len(stage.items("petal")) == 80
    sizes = {item.property("font").pixelSize() for item in stage.items("winnerName")}
    assert len(sizes) == 1


# ---- black, logo, the end ----------------------------------------------------------------------


def test_black_is_black_and_draws_nothing(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(voting(31.0), stage=True, stage_size=(1280, 720), reduced_motion=False)
    ui.show.change(stage=StageState(StageMoment.BLACK))
    ui.settle()

    def is_still() -> bool:
        last = QSignalSpy(ui.stage.frameSwapped)
        QTest.qWait(300)
        return last.count() == 0

    wait_for(is_still)  # a slow machine draws its last frame of before late
    frames = QSignalSpy(ui.stage.frameSwapped)
    for step in range(20):
        ui.show.change(counts=replace(voting().counts, tweets=step))
        ui.windows.pull()
        QTest.qWait(20)
    assert frames.count() == 0


@pytest.mark.soak
def test_black_is_every_pixel_for_five_seconds(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(voting(31.0), stage=True, stage_size=(1920, 1080), reduced_motion=False)
    ui.show.change(stage=StageState(StageMoment.BLACK))
    ui.settle()
    QTest.qWait(300)
    frames = QSignalSpy(ui.stage.frameSwapped)
    for step in range(100):
        beats = 31.0 + step * 0.05 * 128 / 60
        ui.show.set(shown("black", with_band(voting(beats), BAND, 0.1 + step % 7 / 10)))
        ui.windows.pull()
        QTest.qWait(50)
    assert frames.count() == 0
    assert not _pixels(ui.stage).any()


def _pixels(window: Any) -> Any:
    image = window.grabWindow()
    raw = np.frombuffer(image.constBits(), np.uint8, image.sizeInBytes())
    # A copy: the picture's memory goes with it.
    return raw.reshape(image.height(), image.width(), 4)[:, :, :3].copy()


def test_black_is_black_at_once(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(voting(31.0), stage=True, stage_size=(1280, 720), reduced_motion=False)
    ui.show.change(stage=StageState(StageMoment.BLACK))
    ui.settle()
    assert not _pixels(ui.stage).any()


def test_the_logo_has_its_words(
    held_stage: Callable[..., Any],
) -> None:
    stage = held_stage(shown("logo"))
    assert {"Music with Kafka", "Be right back"} == set(stage.words())


def test_the_end_tells_the_night(held_stage: Callable[..., Any]) -> None:
    snapshot = shown("end", replace(voting(20.0), scene_totals=TOTALS), since_frame=-(10**8))
    stage = held_stage(snapshot)
    words = stage.words()
    assert {"Thank you", "1,203", "930", "421", "41", "Scenes played", "monty"} <= set(words)
    assert words.index("36") < words.index("31") < words.index("16")
    first = stage.grab()
    for step in range(10):
        stage.show(replace(snapshot, t_ms=snapshot.t_ms + step * 400), 0.4)
    assert np.array_equal(first, stage.grab())


def test_the_end_names_a_winner_with_a_long_name(held_stage: Callable[..., Any]) -> None:
    night = replace(voting(20.0), scene_totals=TOTALS)
    leaders = (replace(night.leaders[0], name="vincentmorneau1"), *night.leaders[1:])
    stage = held_stage(shown("end", replace(night, leaders=leaders), since_frame=-(10**8)))
    assert not stage.item("endWinner").property("truncated")


def test_the_columns_of_the_end_grow_in_four_beats(held_stage: Callable[..., Any]) -> None:
    since = at_beat(voting(), 19.9).transport.frame
    placed = replace(voting(20.0), scene_totals=TOTALS)
    blocks = []
    stage = held_stage(placed)
    for beats in (20.0, 21.0, 22.0, 24.0, 30.0):
        snapshot = at_beat(placed, beats)
        stage.show(shown("end", snapshot, since_frame=since))
        root = stage.item("theEnd")
        blocks.append(sum(1 for item in stage.items(root=root)
                          if abs(item.height() - 18) < 0.5))  # fmt: skip
    assert blocks[0] < blocks[1] < blocks[2] < blocks[3] == blocks[4]


# ---- SQL -------------------------------------------------------------------------------------


def test_the_query_and_its_bars_are_readable(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(shown("sql", voting(31.0, workers=bars_query())))
    key = stage.items("keyWord")
    assert "".join(w.property("text") for w in key if "SELECT" in w.property("text"))
    assert all(w.property("font").bold() for w in key)
    assert all(w.property("font").pixelSize() >= 44 for w in [*key, *stage.items("queryWord")])
    assert len(stage.items("queryBar")) == 8
    assert {"264", "drum", "live, after 1,577 tweets"} <= set(stage.words())
    said = "".join(w.property("text") for w in stage.items() if w.objectName() in
                   ("keyWord", "queryWord"))  # fmt: skip
    assert said.replace(" ", "") == QUERY.replace(" ", "")


def test_more_rows_than_fit_are_counted(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(shown("sql", voting(31.0, workers=bars_query(20))))
    assert len(stage.items("queryBar")) == 8
    assert "and 12 more" in stage.words()


def test_an_error_leaves_the_last_answer(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(shown("sql", voting(31.0, workers=bars_query())))
    before = stage.words()
    wrong = answered((), (), (), error=verbatim("no such column"))
    stage.show(shown("sql", voting(31.0, workers=wrong)))
    after = stage.words()
    assert [w for w in after if "tweets" not in w] == [w for w in before if "tweets" not in w]
    assert not any("column" in word for word in after)


@pytest.mark.parametrize(
    ("types", "rows", "item", "number"),
    [
        (("TIMESTAMP", "BIGINT"), [(f"2018-04-18 20:{i}", str(i)) for i in range(10, 50)],
         "queryColumn", 40),
        (("VARCHAR", "VARCHAR"), [("a", "b")] * 9, "queryCell", 12),
    ],
    ids=["columns", "table"],
)  # fmt: skip
def test_other_answers_have_other_shapes(
    held_stage: Callable[..., Any], types: Any, rows: Any, item: str, number: int
) -> None:
    workers = answered(("t", "n"), types, rows)
    stage = held_stage(shown("sql", voting(31.0, workers=workers)))
    assert len(stage.items(item)) == number


# ---- keys ------------------------------------------------------------------------------------


def test_each_key_asks_and_asks_back(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(voting(31.0), stage=True, stage_size=(1280, 720))
    for key, moment, back in (
        (Qt.Key.Key_J, "join", "votes"),
        (Qt.Key.Key_T, "messages", "votes"),
        (Qt.Key.Key_E, "end", "votes"),
        (Qt.Key.Key_B, "black", "logo"),
        (Qt.Key.Key_Period, "black", "votes"),
    ):
        ui.show.change(stage=StageState(StageMoment.VOTES))
        ui.settle()
        ui.press(key)
        assert [sent.moment for sent in ui.sent()] == [moment], key
        ui.show.change(stage=StageState(StageMoment(moment)))
        ui.settle()
        ui.press(key)
        assert [sent.moment for sent in ui.sent()] == [back], key
