"""What is asked wrongly: exit code 2 and one line that names it and what would be right."""

from __future__ import annotations

import gzip
import random
import resource
from pathlib import Path
from typing import Any

import pytest
import zstandard

from tests.cli.driving import AT_ONCE, process
from tests.support import only_linux

NOISE = random.Random(7).randbytes(3000)
DEMO = ("--headless", "--exit-after", "1")


# -- recordings that are none ---------------------------------------------------------------


def _broken_gzip(good: bytes) -> bytes:
    return gzip.compress(good, mtime=0)[:12] + NOISE


def _broken_zstd(good: bytes) -> bytes:
    return zstandard.compress(good)[:6] + NOISE


NO_RECORDINGS: dict[str, tuple[bytes, str]] = {
    "noise.jsonl": (NOISE, "holds no record"),
    "noise.gz": (NOISE, "no gzip data"),
    "noise.zst": (NOISE, "no zstandard data"),
    "broken.jsonl.gz": (_broken_gzip(b"{}" * 400), "gzip data is broken"),
    "broken.jsonl.zst": (_broken_zstd(b"{}" * 400), "zstandard data"),
    "torn.jsonl.gz": (gzip.compress(b"{}" * 400)[:18], "ends early"),
    "empty.jsonl": (b"", "is empty"),
    "blank.jsonl": (b"\n\r\n   \n\t\n\n", "holds no record"),
    "nuls.jsonl": (b"\0" * 4096, "holds no record"),
    "utf16.jsonl": ('{"topic":"twitter_json","payload":null}\n'.encode("utf-16"), "UTF-16"),
    "array.json": (b'[{"topic":"twitter_json"}]', "holds no record"),
    "page.html": (b"<html>\n<body>404</body>\n</html>\n", "holds no record"),
    "misnamed.jsonl": (gzip.compress(b"{}"), "rename it to misnamed.jsonl.gz"),
}


@pytest.mark.parametrize("name", NO_RECORDINGS)
@pytest.mark.parametrize("verb", ["replay", "bounce"])
def test_no_recording(mwk: Any, tmp_path: Path, name: str, verb: str) -> None:
    content, word = NO_RECORDINGS[name]
    path = tmp_path / name
    path.write_bytes(content)
    options = AT_ONCE if verb == "replay" else ("-o", tmp_path / "out.wav")
    mwk(verb, path, *options).must_be_refused(str(path), word)
    assert not (tmp_path / "out.wav").exists()


def test_no_file_at_all(mwk: Any, tmp_path: Path) -> None:
    mwk("replay", tmp_path / "none.jsonl", *AT_ONCE).must_be_refused("none.jsonl: no such file")
    mwk("replay", tmp_path, *AT_ONCE).must_be_refused(str(tmp_path), "is a folder")
    mwk("replay", "/dev/null", *AT_ONCE).must_be_refused("/dev/null", "not a regular file")
    mwk("replay", "", *AT_ONCE).must_be_refused("FILE", "empty")
    mwk("replay", tmp_path / ("x" * 300), *AT_ONCE).must_be_refused("xxx", "too long")
    mwk("replay").must_be_refused("FILE")
    mwk("replay", tmp_path / "two\nlines\x1b", *AT_ONCE).must_be_refused(r"two\nlines\x1b")
    mwk("replay", tmp_path / "a", "two\nlines").must_be_refused(r"two\nlines")


def test_a_file_that_may_not_be_read_to_its_end(mwk: Any, tmp_path: Path) -> None:
    """A loop of links: the only unreadable file that root cannot read."""
    link = tmp_path / "loop.jsonl"
    link.symlink_to(link)
    mwk("replay", link, *AT_ONCE).must_be_refused("loop.jsonl")


def test_no_tweet_is_nothing_to_hear(mwk: Any, tmp_path: Path) -> None:
    path = tmp_path / "words.jsonl"
    path.write_text('{"topic":"twitter_json","partition":0,"offset":0,"ts":1,"payload":"x"}\n')
    mwk("bounce", path, "-o", tmp_path / "a.wav").must_be_refused("words.jsonl", "no tweet")
    mwk("replay", path, "--headless").must_be_refused("words.jsonl", "no tweet")
    assert mwk("replay", path, *AT_ONCE).lines[-1]["malformed"] == 1


# -- options --------------------------------------------------------------------------------

BAD_REPLAY_OPTIONS = [
    (("--speed", "nan"), ("--speed", "nan")),
    (("--speed", "-1"), ("--speed", "0.25 to 8, or max")),
    (("--speed=-inf",), ("--speed",)),
    (("--speed", "0"), ("--speed", "0.25 to 8, or max")),
    (("--speed", "inf"), ("--speed", "0.25 to 8")),
    (("--speed", "9"), ("--speed", "0.25 to 8")),
    (("--speed", "fast"), ("--speed", "fast")),
    (("--speed", ""), ("--speed",)),
    (("--speed", "max", "--loop"), ("--loop", "--speed max")),
    (("--block-size", "0"), ("--block-size", "16 to 8192")),
    (("--block-size", "-256"), ("--block-size", "16 to 8192")),
    (("--block-size", "1e3"), ("--block-size",)),
    (("--seed", "x"), ("--seed",)),
    (("--seed", "1" * 30), ("--seed", "whole number from")),
    (("--window-ms", "0"), ("--window-ms", "100 to 86400000")),
    (("--window-ms", "nan"), ("--window-ms",)),
    (("--quantize", "tick"), ("--quantize", "beat")),
    (("--exit-after", "0"), ("--exit-after", "above 0")),
    (("--exit-after", "-3"), ("--exit-after", "above 0")),
    (("--exit-after", "nan"), ("--exit-after",)),
    (("--exit-after", "inf"), ("--exit-after",)),
    (("--screenshot", "x.png"), ("--screenshot", "--exit-after")),
    (("--screenshot", "x.png", "--exit-after", "1"), ("--screenshot", "--headless")),
    (("--state-dir", ""), ("--state-dir", "empty")),
    (("--config", ""), ("--config", "empty")),
    (("--sounds", ""), ("--sounds", "empty")),
    (("--topic", "a b"), ("--topic", "a b")),
    (("--topic", "nosuch"), ("nosuch", "it has twitter_json")),
    (("--headles",), ("--headles",)),
    (("another.jsonl",), ("another.jsonl",)),
]


@pytest.mark.parametrize(("options", "words"), BAD_REPLAY_OPTIONS)
def test_bad_options(
    mwk: Any, recording: Path, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    at_once = () if "--speed" in str(options) else ("--speed", "max")
    mwk("replay", recording, "--headless", *at_once, *options).must_be_refused(*words)


BAD_DEMO_OPTIONS = [
    (("--device", "nosuch"), ("--device nosuch", "no such output")),
    (("--rate", "0"), ("--rate", "above 0")),
    (("--rate", "nan"), ("--rate",)),
    (("--rate", "-4"), ("--rate", "above 0")),
    (("--rate", "1e99"), ("--rate",)),
    (("--users", "0"), ("--users",)),
    (("--users", "1.5"), ("--users",)),
    (("--profile", "wild"), ("--profile", "calm")),
    (("--block-size", "0"), ("--block-size", "16 to 8192")),
    (("--sounds", "/no/such/folder"), ("/no/such/folder", "no such folder")),
    (("bogus",), ("bogus", "replay")),
]


@pytest.mark.parametrize(("options", "words"), BAD_DEMO_OPTIONS)
def test_bad_options_of_the_demo(
    mwk: Any, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    mwk(*DEMO, *options).must_be_refused(*words)


def test_screenshots_that_cannot_be(mwk: Any) -> None:
    """Without --headless: a machine without a display must hear of them, too."""
    options = ("--exit-after", "1", "--screenshot")
    mwk(*options, "a.jpg").must_be_refused("a.jpg", ".png")
    mwk(*options, "/no/such/a.png").must_be_refused("/no/such/a.png", "folder does not exist")


# -- settings -------------------------------------------------------------------------------

BAD_SETTINGS = [
    ("[show]\nwindow = 3\n", ("[show] window", "did you mean window_ms?")),
    ('[show]\nwindow_ms = "x"\n', ("[show] window_ms", "whole number")),
    ("[show]\nwindow_ms = true\n", ("[show] window_ms", "whole number")),
    ("[show]\nwindow_ms = nan\n", ("[show] window_ms", "whole number")),
    ("[shw]\ntop = 5\n", ("[shw]", "did you mean show?")),
    ("top = 5\n", ("must stand under [show]",)),
    ("show = 5\n", ("show", "must be a table")),
    ("[show\n", ("is not TOML", "line 1")),
    ("[show]\ntop = 9\n", ("[show] top", "1 to 8")),
    ('[show]\nopening = ["banjo"]\n', ("[show] opening", "drum")),
    ('[audio]\nlatency_ms = "soon"\n', ("[audio] latency_ms", "whole number")),
    ('[sounds]\ndir = "nowhere"\n', ("nowhere", "no such folder")),
    ('[sounds]\ndir = "a\\u0000b"\n', ("dir",)),
]


@pytest.mark.parametrize(("text", "words"), BAD_SETTINGS)
def test_bad_settings(
    mwk: Any, recording: Path, tmp_path: Path, text: str, words: tuple[str, ...]
) -> None:
    config = tmp_path / "mine.toml"
    config.write_text(text)
    mwk("replay", recording, *AT_ONCE, "--config", config).must_be_refused(*words)


def test_settings_that_are_no_file(mwk: Any, recording: Path, tmp_path: Path) -> None:
    def refused(*words: str) -> None:
        config = tmp_path / "mine.toml"
        mwk("replay", recording, *AT_ONCE, "--config", config).must_be_refused(str(config), *words)

    refused("no such file")
    (tmp_path / "mine.toml").mkdir()
    refused("is a folder")
    (tmp_path / "mine.toml").rmdir()
    (tmp_path / "mine.toml").write_bytes(NOISE)
    refused()


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("MWK_SHOW__WINDOW", "3", "window_ms"),
        ("MWK_SHOW__WINDOW_MS", "soon", "whole number"),
        ("MWK_SHOW__TOP", "0", "1 to 8"),
        ("MWK_SHW__TOP", "5", "show"),
        ("MWK_WINDOW_MS", "5", "MWK_<SECTION>__<KEY>"),
        ("MWK_CONFIG", "/no/such.toml", "no such file"),
        ("MWK_STATEDIR", "/tmp", "MWK_STATE_DIR"),
    ],
)
def test_bad_variables(
    mwk: Any,
    recording: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    word: str,
) -> None:
    monkeypatch.setenv(name, value)
    named = value if name == "MWK_CONFIG" else name
    mwk("replay", recording, *AT_ONCE).must_be_refused(named, word)


# -- sound sets -----------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["demo", "replay", "bounce", "sounds"])
def test_sound_sets_that_cannot_play(mwk: Any, recording: Path, tmp_path: Path, verb: str) -> None:
    def refused(folder: Path, *words: str) -> None:
        commands: dict[str, tuple[object, ...]] = {
            "demo": (*DEMO, "--sounds", folder),
            "replay": ("replay", recording, *AT_ONCE, "--sounds", folder),
            "bounce": ("bounce", recording, "-o", tmp_path / "a.wav", "--sounds", folder),
            "sounds": ("sounds", folder),
        }
        mwk(*commands[verb]).must_be_refused(str(folder), *words)

    empty = tmp_path / "empty"
    empty.mkdir()
    refused(empty, "no clip in it")
    broken = tmp_path / "broken"
    (broken / "drum").mkdir(parents=True)
    (broken / "drum" / "one.wav").write_bytes(NOISE)
    (broken / "drum" / "two.flac").write_bytes(b"")
    refused(broken, "none of its clips")
    (broken / "set.toml").write_text("bpm = [")
    refused(broken, "set.toml")
    refused(recording)
    assert not (tmp_path / "a.wav").exists()


# -- outputs --------------------------------------------------------------------------------


def test_outputs_that_cannot_be(mwk: Any, recording: Path, tmp_path: Path) -> None:
    def refused(output: object, *words: str, options: tuple[object, ...] = ()) -> None:
        mwk("bounce", recording, "-o", output, *options).must_be_refused(*words)

    refused("/dev/full", "/dev/full", ".wav or .flac")
    refused(tmp_path / "a.mp3", "a.mp3", ".wav or .flac")
    refused(tmp_path / "a", ".wav or .flac")
    refused("", "--output", "empty")
    refused(tmp_path / "none" / "a.wav", "none", "does not exist")
    refused(recording / "a.wav", str(recording), "is a file")
    refused("/proc/a.wav", "/proc/a.wav", "cannot be written")
    refused("/dev/full/a.wav", "/dev/full", "is a file")
    refused(tmp_path / ("x" * 260 + ".wav"), "too long")
    (tmp_path / "folder.wav").mkdir()
    refused(tmp_path / "folder.wav", "folder.wav", "is a folder")
    refused(tmp_path / "a.flac", "a.flac", "--format", options=("--format", "float"))
    refused(tmp_path / "a.wav", "--format", "pcm24", options=("--format", "mp3"))
    refused(tmp_path / "a.wav", "--stems", "is a file", options=("--stems", recording))
    refused(tmp_path / "a.wav", "--stems", "/proc/stems", options=("--stems", "/proc/stems"))
    mwk("bounce", recording).must_be_refused("--output")
    left = {path.name for path in tmp_path.iterdir()} - {"config", "folder.wav"}
    assert left == {recording.name}


@pytest.mark.parametrize("name", ["a.wav", "a.flac"])
def test_a_full_disk_leaves_no_half_file(recording: Path, tmp_path: Path, name: str) -> None:
    """The limit of a file's size stands for the disk's."""
    folder = tmp_path / "out"
    folder.mkdir()
    result = process(
        *("bounce", recording, "-o", folder / name),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )
    result.must_be_refused(str(folder / name), "cannot be written")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("options", [("--json",), ()])
def test_a_full_disk_behind_stdout(recording: Path, options: tuple[str, ...]) -> None:
    only_linux("/dev/full")
    with Path("/dev/full").open("wb") as full:
        args = ("replay", recording, "--headless", "--speed", "max", *options)
        result = process(*args, stdout=full)
    assert result.code == 2
    assert result.err == "mwk: stdout: cannot be written: No space left on device\n"
