"""What the windows' models make of snapshots: rows, order, and the pace at which they change."""

from __future__ import annotations

from dataclasses import replace

from fake_show import OUTPUTS, FakeShow, demo, empty, evening, trouble

from mwk_desktop.show.snapshot import ChartRow, OutputList
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.ui.console.banners import Banners
from mwk_desktop.ui.console.console_properties import console_properties
from mwk_desktop.ui.console.console_view import ConsoleView
from mwk_desktop.ui.console.feed_model import FeedModel
from mwk_desktop.ui.console.outputs_view import chosen_row, output_rows
from mwk_desktop.ui.console.strip_properties import short_stem, strip_properties
from mwk_desktop.ui.ranking_rows import LeaderRows, VoteRows
from mwk_desktop.ui.redraw_pace import RedrawPace
from mwk_desktop.ui.stage.stage_view import StageView
from mwk_desktop.units import INSTRUMENTS


def test_strip_facts_of_the_evening() -> None:
    facts = [strip_properties(evening(), place) for place in range(8)]
    by_name = {fact["instrument"]: fact for fact in facts}
    assert by_name["drum"]["nowKind"] == "sounding"
    assert (by_name["drum"]["nextMark"], by_name["drum"]["nextText"]) == ("swap", "drum1")
    assert by_name["heavy_bass"]["nextMark"] == "plus"
    assert by_name["lead_bass"]["badge"] == "solid"
    assert by_name["lead_bass"]["nextKind"] == "stay"
    assert by_name["line_bass"]["nowKind"] == "off"
    assert by_name["melody"]["nowKind"] == "muted"
    assert (by_name["melody"]["nextKind"], by_name["melody"]["nextText"]) == ("stop", "bar 19")
    assert by_name["vocal"]["badge"] == "dashed"
    assert (by_name["vocal"]["nextKind"], by_name["vocal"]["nextText"]) == ("hand", "bar 18")
    assert by_name["vocal"]["clipText"] == "v4"
    solo = replace(evening().strips[5], solo=True)
    strips = list(evening().strips)
    strips[5] = solo
    strips[6] = replace(strips[6], silenced_by_solo=True, audible=False)
    assert strip_properties(evening(strips=tuple(strips)), 6)["nowText"] == "solo: pad"


def test_long_file_names_are_short_in_a_slot() -> None:
    clip = evening().strips[1].next
    assert clip is not None
    assert short_stem(replace(clip, name="heavy_bass/heavy_bass5.flac")) == "heavy5"
    assert short_stem(replace(clip, name="heavy_bass/rumble.wav")) == "rumble"


def test_top_facts_of_states() -> None:
    live = console_properties(evening(), 0, "en")
    assert (live["pill"], live["lagText"], live["sourceName"]) == ("live", "0", "twitter_json")
    assert (live["lockBarText"], live["landingText"]) == ("18.4", "bar 19")
    assert console_properties(demo(), 0, "en")["brokerMark"] == "off"
    lost = console_properties(trouble(), 0, "en")
    assert (lost["pill"], lost["brokerMark"], lost["soundMark"]) == ("lost", "bad", "bad")
    assert (lost["comingKind"], lost["nextText"]) == ("held", "held")
    silent = replace(evening().engine, state="silent")
    assert console_properties(evening(engine=silent), 0, "en")["soundMark"] == "off"
    assert not console_properties(evening(engine=silent), 0, "en")["outputBad"]
    lost_device = replace(silent, device_missing=True, detail="the device is gone")
    assert console_properties(evening(engine=lost_device), 0, "en")["outputBad"]
    assert console_properties(empty(), 0, "en")["comingKind"] == "none"
    recorded = console_properties(evening(master_recorded_ms=751_000), 0, "en")
    assert (recorded["recordText"], recorded["recordingText"]) == ("12:31", "recording 00:12:31")
    assert (live["recordText"], live["recordingText"]) == ("", "not recording")


def test_a_missing_device_is_told_even_while_the_broker_is_lost() -> None:
    banners = Banners()
    first, second, third = banners.of(trouble())
    assert first["head"].startswith("Broker lost")
    assert first["ask"] == "connect"
    assert second["head"].startswith("Sound device missing: no sound since ")
    assert second["ask"] == "outputs"
    assert "Scarlett 2i2 is gone" in second["rest"]
    assert third["head"].startswith("Late votes")
    assert banners.of(evening()) == []


def test_rows_of_the_outputs() -> None:
    rows = output_rows(evening(outputs=OUTPUTS))
    kinds = [row["kind"] for row in rows]
    assert kinds == ["output", "output", "output", "silence", "refresh"]
    assert rows[0]["name"] == "Focusrite Scarlett 2i2, ALSA"
    assert rows[0]["detail"] == "ALSA \u00b7 48 kHz"
    assert (
        rows[1]["detail"]
        == "ALSA \u00b7 default \u00b7 44.1 kHz \u00b7 the sounds are converted to it"
    )
    assert chosen_row(evening(outputs=OUTPUTS)) == 0
    engine = replace(evening().engine, state="silent", device="null")
    assert chosen_row(evening(outputs=OUTPUTS, engine=engine)) == 3
    engine = replace(engine, device_missing=True)
    assert chosen_row(evening(outputs=OUTPUTS, engine=engine)) == -1
    looking = OutputList(problem="no sound card", looking=True)
    silence, refresh = output_rows(evening(outputs=looking))
    assert silence["name"] == "null"
    assert (refresh["title"], refresh["detail"]) == ("Looking for outputs\u2026", "no sound card")


def test_votes_know_their_rank_and_who_overtook() -> None:
    votes = VoteRows(INSTRUMENTS)
    votes.show_snapshot(evening())
    by_name = {row.instrument: row for row in votes.rows}
    assert [by_name[n].rank for n in ("drum", "pad", "vocal")] == [0, 1, 2]
    assert all(row.moved == 0 for row in votes.rows)
    chart = list(evening().chart)
    chart[0], chart[1] = ChartRow("pad", 40), ChartRow("drum", 34)
    later = evening(chart=tuple(chart), t_ms=evening().t_ms + 100)
    votes.show_snapshot(later)
    assert (by_name["pad"].rank, by_name["pad"].moved) == (0, 1)
    assert (by_name["drum"].rank, by_name["drum"].moved) == (1, -1)
    votes.show_snapshot(replace(later, t_ms=later.t_ms + 6_000))
    assert by_name["pad"].moved == 0


def test_leaders_beyond_the_end_are_absent() -> None:
    leaders = LeaderRows(10)
    leaders.show_snapshot(evening(leaders=evening().leaders[:3]))
    assert [row.present for row in leaders.rows] == [True] * 3 + [False] * 7
    assert leaders.rows[0].name == "\u2068monty\u2069"


def _item(serial: int, t_ms: int = 0, text: str = "drum") -> FeedItem:
    return FeedItem(serial, f"user{serial}", "", "", text, "drum", t_ms)


def test_the_feed_inserts_only_what_is_new() -> None:
    model = FeedModel()
    inserted: list[tuple[int, int]] = []
    resets: list[int] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: resets.append(1))
    model.show_messages(tuple(_item(n) for n in (1, 2, 3)), 1_000)
    assert len(inserted) == 3
    model.show_messages(tuple(_item(n) for n in (2, 3, 4)), 2_000)
    assert len(inserted) == 4
    assert inserted[-1] == (0, 0)
    assert model.rowCount() == 3
    assert not resets
    names = [model.data(model.index(row, 0), 257) for row in range(3)]
    assert names == [f"\u2068@user{n}\u2069" for n in (4, 3, 2)]


def test_a_flood_changes_the_feed_at_the_pace_of_eyes_and_creates_no_row_again() -> None:
    model = FeedModel()
    inserted: list[int] = []
    changes: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda *_: inserted.append(1))
    model.dataChanged.connect(lambda a, b, roles: changes.append((a.row(), b.row())))
    for tick in range(60):
        model.show_messages(tuple(_item(tick * 1000 + n) for n in range(50)), 10_000 + tick * 16)
    assert len(inserted) == model.rowCount() == 16
    assert 3 <= changes.count((0, 15)) <= 4 + 1  # the ages, once a second
    # The flood ends: what came last stands there, and single messages come one by one again.
    model.show_messages(tuple(_item(59_000 + n) for n in range(50)), 12_000)
    assert [model.serialAt(row) for row in range(16)] == list(range(59_049, 59_033, -1))
    model.show_messages(tuple(_item(59_001 + n) for n in range(50)), 12_400)
    assert len(inserted) == 17
    assert model.serialAt(0) == 59_050


class _Known:
    """Pictures that are there or not, and what was asked for."""

    def __init__(self) -> None:
        self.serial = 0
        self.there: set[str] = set()
        self.asked: list[str] = []

    def known(self, url: str) -> str:
        return f"image://people/{url}" if url in self.there else ""

    def source(self, url: str) -> str:
        self.asked.append(url)
        return self.known(url)


def _pictured(serial: int) -> FeedItem:
    return replace(_item(serial), image_url=f"u{serial}")


def test_the_feed_shows_pictures_when_they_are_there_and_asks_for_none_in_a_flood() -> None:
    model, pictures = FeedModel(), _Known()
    role = next(r for r, name in model.roleNames().items() if bytes(name.data()) == b"picture")
    model.show_messages(tuple(_pictured(n) for n in range(16)), 1_000)
    assert model.data(model.index(0, 0), role) == ""
    model.pictures = pictures  # type: ignore[assignment]
    # Only who is laid out is asked for.
    model.show_messages(tuple(_pictured(n) for n in range(1, 17)), 2_000)
    assert pictures.asked == []
    assert model.data(model.index(0, 0), role) == ""
    assert pictures.asked == ["u16"]
    changes: list[list[int]] = []
    model.dataChanged.connect(lambda a, b, roles: changes.append(roles))
    pictures.there, pictures.serial = {"u16", "u1005"}, 1
    model.refresh_pictures()
    model.refresh_pictures()
    assert changes == [[role]]
    assert model.data(model.index(0, 0), role) == "image://people/u16"
    pictures.asked.clear()
    model.show_messages(tuple(_pictured(n) for n in range(1_000, 1_016)), 3_000)
    shown = [model.data(model.index(row, 0), role) for row in range(16)]
    assert shown.count("image://people/u1005") == 1
    assert shown.count("") == 15
    assert pictures.asked == []


def test_counts_are_drawn_at_once_and_calmly_in_a_flood() -> None:
    pace = RedrawPace()
    calm = evening()
    flood = replace(calm, counts=replace(calm.counts, tweets_per_s=50_000.0))
    assert all(pace.due(replace(calm, t_ms=5_000 + n * 16)) for n in range(20))
    drawn = [n for n in range(100) if pace.due(replace(flood, t_ms=6_000 + n * 16))]
    assert 15 <= len(drawn) <= 16
    assert pace.due(replace(flood, t_ms=100))  # a clock that was set back
    view = ConsoleView(show := FakeShow(flood))
    rows = flood.chart
    more = tuple(replace(row, votes=row.votes + 7) for row in rows)
    before = [row.votes for row in view.votes]
    show.change(chart=more, t_ms=flood.t_ms + 16)
    view.pull()
    assert [row.votes for row in view.votes] == before
    show.change(t_ms=flood.t_ms + 120)
    view.pull()
    assert [row.votes for row in view.votes] != before


def test_a_stage_that_opens_late_has_the_places_of_one_that_was_there() -> None:
    """Else the players would change places when a second laptop takes over."""
    band = ("lead_bass", "vocal", "drum", "synth", "pad")
    stage = StageView()
    stage.show_snapshot(replace(evening(), band=band))
    assert stage.places == ["lead_bass", "melody", "drum", "synth", "pad"]


def test_stage_view_of_states() -> None:
    stage = StageView()
    stage.show_snapshot(evening())
    assert stage.places == ["drum", "pad", "synth", "melody", "lead_bass"]
    assert (stage.clock, stage.tense, stage.held) == ("0:03", True, False)
    stage.show_snapshot(trouble(serial=2))
    assert stage.held
    assert (stage.clock, stage.resting) == ("", True)
