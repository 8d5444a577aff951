"""`mwk report`: the page says what `replay --json` says, in one file that asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.cli.driving import AT_ONCE, ROOT, WINDOW_MS
from tests.support import T0_MS, envelope, status, votes, write_lines

DEMO = ROOT / "assets" / "recordings" / "demo.jsonl.zst"
SHORT = ("--window-ms", str(WINDOW_MS))


class Tables(HTMLParser):
    """The tables of a page by their captions: rows of texts, the head first."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, list[list[str]]] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._rows: list[list[str]] = []
        self._into: list[str] | None = None
        self._caption: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "table":
            self._rows = []
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("th", "td", "caption"):
            self._into = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td") and self._into is not None:
            self._rows[-1].append("".join(self._into))
        elif tag == "caption" and self._into is not None:
            self._caption = self._into
        elif tag == "table":
            self.found["".join(self._caption)] = self._rows
        if tag in ("th", "td", "caption"):
            self._into = None

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)


def number(text: str) -> int:
    return int(text.replace(",", ""))


@pytest.fixture
def report(mwk: Any, tmp_path: Path) -> Callable[..., str]:
    """Write a report of a recording and return the page."""

    def call(path: Path, *options: str) -> str:
        out = tmp_path / "report.html"
        result = mwk("report", path, "-o", out, *options)
        assert (result.code, result.err) == (0, "")
        assert {each.name for each in tmp_path.glob("*report*")} == {"report.html"}
        return out.read_text("utf-8")

    return call


@pytest.mark.parametrize("kind", ["demo", "small"])
def test_the_same_numbers_as_the_replay(
    mwk: Any, report: Callable[..., str], recording: Path, kind: str
) -> None:
    path, options = (DEMO, ()) if kind == "demo" else (recording, SHORT)
    replayed = mwk("replay", path, *AT_ONCE, *options)
    [summary] = replayed.of_type("summary")
    windows = replayed.of_type("window")
    tables = Tables(report(path, *options)).found

    head, *rows = tables["Votes per window and instrument"]
    names = [name.lower().replace(" ", "_") for name in head[1:9]]
    found = [
        {name: number(cell) for name, cell in zip(names, row[1:9], strict=True) if cell != "0"}
        for row in rows
    ]
    assert found == [window["votes"] for window in windows]
    assert [number(row[9]) for row in rows] == [sum(w["votes"].values()) for w in windows]
    assert [len(row[11].split(", ")) for row in rows] == [len(w["scene"]) for w in windows]
    assert sum(number(row[10]) for row in rows) == summary["late"]

    counted = {row[0]: number(row[1]) for row in tables["What was counted, and what was not"][1:]}
    assert counted == {
        "Records read": summary["records"],
        "Malformed": summary["malformed"],
        "Repeated": summary["duplicates"],
        "Late votes": summary["late"],
    }
    board = [(row[1], number(row[2])) for row in tables["The ten who wrote most"][1:]]
    assert board == [(each["name"], each["tweets"]) for each in summary["leaderboard"]]
    race = tables["Messages by the end of each window"]
    assert [
        (name, number(cell)) for name, cell in zip(race[0][1:], race[-1][1:], strict=True)
    ] == board
    per_instrument = sum(number(row[2]) for row in tables["Votes per instrument"][1:])
    per_source = sum(number(row[2]) for row in tables["Votes per source"][1:])
    assert per_instrument == per_source == summary["votes"]


def test_one_file_that_asks_for_nothing(report: Callable[..., str], recording: Path) -> None:
    page = report(recording, *SHORT)
    assert "default-src 'none'" in page
    for tag, attributes in Tables(page).tags:
        assert tag not in ("link", "img", "iframe", "script"), tag
        assert not {"src", "href", "srcset"} & attributes.keys(), (tag, attributes)
    assert not re.search(r"url\(|@import|https?://", page)


HOSTILE = (
    "</script><script>alert(1)</script>",
    "</title></style>-->",
    "\x1b[31mred\x1b]0;title\x07 \x9b2J",
    "\u202eevil\u2066\u2069\u202c",
    "'\"><svg onload=alert(1)>&lt;",
    "a\0b\nc",
)


def test_hostile_names_change_nothing_around_them(
    mwk: Any, report: Callable[..., str], tmp_path: Path
) -> None:
    lines = [
        envelope(status("drum #mwk", name, id_=n, Source=name), T0_MS + n, offset=n)
        for n, name in enumerate(HOSTILE, 1)
    ]
    path = write_lines(tmp_path / "hostile.jsonl", lines)
    page = report(path, *SHORT)
    tables = Tables(page)
    assert [tag for tag, _ in tables.tags].count("script") == 0
    assert not [name for _, given in tables.tags for name in given if name.startswith("on")]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    board = tables.found["The ten who wrote most"][1:]
    assert len(board) == len(HOSTILE)
    assert {row[1] for row in board} >= {HOSTILE[0], HOSTILE[1], HOSTILE[4]}


def test_names_and_sources_stay_text(report: Callable[..., str], tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>"
    lines = [
        envelope(
            status("drum #mwk", evil, id_=n, Source=f"<b>{evil}</b>&lt;i&gt;x"), T0_MS, offset=n
        )
        for n in range(3)
    ]
    page = report(write_lines(tmp_path / "evil.jsonl", lines), *SHORT)
    assert not {"img", "b"} & {tag for tag, _ in Tables(page).tags}
    assert "&lt;img src=x" in page


def test_without_names(report: Callable[..., str], recording: Path) -> None:
    page = report(recording, *SHORT, "--anonymous")
    assert not re.search("user[0-9]", page, re.IGNORECASE)
    assert "Guest 1" in page
    assert "Names are left out." in page


def test_no_name_in_titles_tables_or_descriptions(
    mwk: Any, report: Callable[..., str], tmp_path: Path
) -> None:
    """Names that are written nowhere else, also as users' full names and in what they wrote."""
    names = [f"quokka{n}" for n in range(12)]
    lines = [
        envelope(
            status(f"drum @{name} #mwk", name, id_=n * 20 + i, created_ms=T0_MS + n),
            T0_MS + n * 20 + i,
            offset=n * 20 + i,
        )
        for n, name in enumerate(names)
        for i in range(12 - n)
    ]
    page = report(write_lines(tmp_path / "zoo.jsonl", lines), *SHORT, "--anonymous")
    assert "quokka" not in page.lower()
    assert [row[1] for row in Tables(page).found["The ten who wrote most"][1:]] == [
        f"Guest {n}" for n in range(1, 11)
    ]


def test_no_vote_at_all(report: Callable[..., str], tmp_path: Path) -> None:
    lines = [envelope(status("hello", id_=n), T0_MS + n, offset=n) for n in range(3)]
    tables = Tables(report(write_lines(tmp_path / "mute.jsonl", lines), *SHORT)).found
    assert tables["Votes per window and instrument"][1:] == []
    assert [row[1:] for row in tables["The ten who wrote most"][1:]] == [["monty", "3"]]


def test_one_window(report: Callable[..., str], tmp_path: Path) -> None:
    path = write_lines(tmp_path / "one.jsonl", votes(["drum"]))
    tables = Tables(report(path, *SHORT)).found
    [row] = tables["Votes per window and instrument"][1:]
    assert sum(number(cell) for cell in row[1:9]) == 1


def test_a_torn_recording_is_told_as_far_as_it_goes(
    mwk: Any, tmp_path: Path, recording: Path
) -> None:
    torn = tmp_path / "torn.jsonl.zst"
    torn.write_bytes(DEMO.read_bytes()[: DEMO.stat().st_size // 2])
    out = tmp_path / "torn.html"
    result = mwk("report", torn, "-o", out)
    assert result.code == 0
    assert all("torn.jsonl.zst: the " in line for line in result.err.splitlines())
    assert "the last line is torn" in result.err
    [summary] = mwk("replay", torn, *AT_ONCE).of_type("summary")
    counted = Tables(out.read_text("utf-8")).found["What was counted, and what was not"][1:]
    assert number(counted[0][1]) == summary["records"]


def test_in_french(
    report: Callable[..., str], recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MWK_UI__LANGUAGE", "fr")
    page = report(recording, *SHORT)
    assert '<html lang="fr" dir="ltr">' in page
    for english in ("Leaderboard", "Votes per", "The winner", "window", "Sound set"):
        assert english not in page, english


def test_from_right_to_left(
    report: Callable[..., str], recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Figures and names inside an Arabic sentence are isolated (test_messages), also here."""
    monkeypatch.setenv("MWK_UI__LANGUAGE", "ar")
    page = report(recording, *SHORT)
    assert '<html lang="ar" dir="rtl">' in page
    assert page.count("\u2068") == page.count("\u2069") > 0
    shown = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    assert not re.search("Leaderboard|Votes per|The winner|Table:", shown)
    plots = re.findall(r"<div[^>]*><svg", shown)
    assert len(plots) >= 3
    assert all('dir="ltr"' in plot for plot in plots)  # they scroll from their beginning


def test_ties_share_the_win(report: Callable[..., str], recording: Path) -> None:
    page = report(recording, *SHORT)
    assert "The winners" in page
    assert [row[0] for row in Tables(page).found["The ten who wrote most"][1:3]] == ["1 =", "1 ="]


def test_with_its_sound(report: Callable[..., str], tmp_path: Path) -> None:
    path = write_lines(tmp_path / "show.jsonl", votes(["drum", "pad", "drum"]))
    page = report(path, *SHORT, "--audio")
    tags = Tables(page).tags
    [audio] = [attributes for tag, attributes in tags if tag == "audio"]
    assert (audio["src"] or "").startswith("data:audio/ogg;base64,T2dnU")  # "OggS"
    assert any("data-from" in attributes for tag, attributes in tags if tag == "svg")
    assert any("data-at" in attributes for tag, attributes in tags if tag == "button")


def test_refusals(mwk: Any, tmp_path: Path, recording: Path) -> None:
    empty = write_lines(tmp_path / "empty.jsonl", [envelope("no tweet", offset=1)])
    out = tmp_path / "r.html"
    mwk("report", empty, "-o", out).must_be_refused("empty.jsonl", "no tweet")
    mwk("report", recording, "-o", tmp_path / "r.pdf").must_be_refused("r.pdf", ".html")
    mwk("report", recording, "-o", tmp_path / "no" / "r.html").must_be_refused("does not exist")
    mwk("report", tmp_path / "gone.jsonl", "-o", out).must_be_refused("gone.jsonl")
    assert not out.exists()
    done = mwk("report", recording, "-o", out, *SHORT, "--json")
    assert done.lines == [{"type": "report", "file": str(out), "bytes": out.stat().st_size}]


def test_how_far_it_is(mwk: Any, tmp_path: Path, recording: Path) -> None:
    done = mwk("report", recording, "-o", tmp_path / "r.html", *SHORT, "--json", "--progress")
    steps = [(line["what"], line["percent"]) for line in done.of_type("progress")]
    assert {what for what, _ in steps} >= {"counting", "measuring"}
    for what in {what for what, _ in steps}:
        percents = [percent for name, percent in steps if name == what]
        assert percents == sorted(set(percents))
        assert percents[-1] == 100
