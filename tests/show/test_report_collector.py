"""What the report of a recorded show says of hands, silences, mutes and the race."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mwk_desktop.messages import render
from mwk_desktop.show.commands import (
    BlockUser,
    Mode,
    Panic,
    Resume,
    SetGain,
    SetHold,
    SetMode,
    SetMute,
)
from mwk_desktop.show.drivers.offline import OfflineShow
from mwk_desktop.show.drivers.prepared_recording import prepare
from mwk_desktop.show.drivers.report_collector import ONE_MOVE_MS, ReportCollector
from mwk_desktop.show.json_lines import summary_line
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import CountingRules
from tests.show.shows import COMMON, MUSIC, WINDOW_MS, Live, batch_of
from tests.support import T0_MS

LENGTH_MS = 30_000
CROWD = [
    (t_ms, batch_of(T0_MS + t_ms, ("ana", "drum"), ("bert", "pad"), ("ana", "synth"), first=t_ms))
    for t_ms in range(500, LENGTH_MS - 1_000, 1_000)
]
HANDS = [
    (4_000, SetMode("drum", Mode.ON)),
    (9_000, SetMute("drum", True)),
    (12_000, SetHold(True)),
    *((15_000 + i, SetGain("pad", 0.5 + i / 1000)) for i in range(0, 500, 100)),
    (15_000 + 2 * ONE_MOVE_MS, SetGain("pad", 1.0)),
    (20_000, Panic()),
    (24_000, Resume()),
    (26_000, BlockUser("bert")),
]


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("show") / "show.jsonl"
    Live(path).run(LENGTH_MS, [*CROWD, *HANDS])
    return path


def run(path: Path, collector: ReportCollector) -> tuple[OfflineShow, object]:
    recorded = prepare(RecordingSource(path), MUSIC, WINDOW_MS, 250, None)
    counting = recorded.counting(CountingRules(window_ms=WINDOW_MS))
    show = OfflineShow(
        recorded, counting, on_window=collector.on_window, listener=collector, **COMMON
    )
    collector.begin(show)
    bounced = show.run()
    assert bounced is not None
    return show, collector.facts(path.name, bounced)


def test_hands_in_words_and_a_move_of_a_fader_once(recording: Path) -> None:
    _, facts = run(recording, ReportCollector())
    said = [str(hand.what) for hand in facts.overrides]
    assert said == [
        "Drum: ON",
        "Drum: muted",
        "Scene held",
        "Pad: fader at -0.9 dB",
        "Pad: fader at +0.0 dB",
        "Panic",
        "Music back",
        "bert blocked",
    ]
    assert facts.overrides[0].at_ms == pytest.approx(4_000, abs=60)
    assert facts.overrides[0].values == {"instrument": "drum", "mode": "on"}
    assert render(facts.overrides[2].what, "fr") == "Scène tenue"


def test_the_presenters_silence_and_mutes(recording: Path) -> None:
    _, facts = run(recording, ReportCollector())
    [(begin_ms, end_ms)] = facts.silences
    assert begin_ms == pytest.approx(20_000, abs=60)
    assert 24_000 <= end_ms <= 26_000
    drums = [clip for clip in facts.played if clip.instrument == "drum"]
    muted = [clip for clip in drums if not clip.heard]
    assert muted[0].begin_ms == pytest.approx(9_000, abs=60)
    assert muted[-1].end_ms == facts.length_ms
    assert all(clip.heard for clip in drums if clip.end_ms <= 9_000)


def test_the_race_ends_with_the_leaderboard(recording: Path) -> None:
    show, facts = run(recording, ReportCollector())
    assert [(line.name, line.tweets[-1]) for line in facts.race] == [("ana", 58)]
    assert facts.leaders[0].name == "ana"
    assert all(len(line.tweets) == len(facts.windows) + 1 for line in facts.race)
    assert list(facts.race[0].tweets) == sorted(facts.race[0].tweets)
    assert facts.summary == summary_line(show.counting)
    assert sum(window.late for window in facts.windows) == facts.summary["late"]


def test_lag_and_xruns_where_they_were_recorded(recording: Path, tmp_path: Path) -> None:
    _, facts = run(recording, ReportCollector())
    times_ms = [0, 10_000, 20_000, 30_000]
    assert [point.at_ms for point in facts.health] == pytest.approx(times_ms, abs=120)
    assert {(point.lag, point.xruns) for point in facts.health} == {(None, 0)}
    without = tmp_path / "without.jsonl"
    lines = recording.read_text("utf-8").splitlines(keepends=True)
    without.write_text("".join(x for x in lines if "health" not in x), "utf-8")
    assert run(without, ReportCollector())[1].health == ()
    odd = tmp_path / "odd.jsonl"
    changes = {'lag\\":null': 'lag\\":-7', 'xruns\\":0': 'xruns\\":\\"many\\"'}
    text = "".join(lines)
    for old, new in changes.items():
        assert old in text, text[-900:]
        text = text.replace(old, new)
    odd.write_text(text, "utf-8")
    assert {(p.lag, p.xruns) for p in run(odd, ReportCollector())[1].health} == {(None, 0)}


def test_no_name_of_anybody(recording: Path) -> None:
    _, facts = run(recording, ReportCollector(anonymous=True, language="fr"))
    text = repr(facts)
    assert "ana" not in text.replace("anonymous", "")
    assert "bert" not in text
    assert facts.leaders[0].name == facts.race[0].name == "Invité 1"
    assert [str(hand.what) for hand in facts.overrides][-1] == "A user blocked"


def test_a_recording_of_another_version(recording: Path, tmp_path: Path) -> None:
    """What a later version added is passed by; what an earlier one did not write is not missed."""
    _, before = run(recording, ReportCollector())
    text = recording.read_text("utf-8")
    later = tmp_path / "later.jsonl"
    changed = re.sub(r'\\"version\\":\d+', r'\\"version\\":99,\\"moons\\":[1,{}]', text)
    changed = changed.replace(r"\"command\":\"SetMute\"", r"\"command\":\"SetMoon\"")
    assert changed.count("SetMoon") == 1
    assert changed.count("moons") == 1
    later.write_text(changed.replace(r"{\"type\":\"health\"", r"{\"type\":\"moon\""), "utf-8")
    _, facts = run(later, ReportCollector())
    assert facts.summary == before.summary
    assert facts.health == ()
    assert [str(h.what) for h in facts.overrides] == [
        str(h.what) for h in before.overrides if str(h.what) != "Drum: muted"
    ]
    earlier = tmp_path / "earlier.jsonl"
    earlier.write_text(re.sub(r'\\"version\\":\d+', r'\\"version\\":1', text), "utf-8")
    assert run(earlier, ReportCollector())[1].summary == before.summary
