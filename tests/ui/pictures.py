"""`make pictures`: the real program in its states, as the documentation's pictures.

``python tests/ui/pictures.py [--out FOLDER] [--only demo|controllers|... ...]`` starts
a display, a JACK server and a Kafka of its own, plays shows and takes every picture; five minutes.
Nothing is drawn for the picture: what is seen was played, pressed, unplugged or killed.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pictures_shows import SERVERS_VARIABLE, run

REPO = Path(__file__).resolve().parents[2]
JACK = "mwk-pictures"
PORT = 19_292
PRIORITY = 70
EVENING_MS = 1_524_070_800_000
RUNS = ("demo", "controllers", "spare", "live", "replay", "tie")  # live kills its broker at the end
REPORT = "report"


def evening(path: Path) -> None:
    """A recording of 42 minutes."""
    from mwk_desktop.records.recording_writer import RecordingWriter
    from mwk_desktop.sources.crowd_source import Crowd

    crowd = Crowd("swing", 6.0, 420, 7, start_ms=EVENING_MS)
    with RecordingWriter(path) as writer:
        for record in crowd.tweets_until(EVENING_MS + 42 * 60_000):
            writer.write(record)


def draw(path: Path) -> None:
    """A recording in which two people write as often as each other."""
    from mwk_desktop.records.record_types import Record
    from mwk_desktop.records.recording_writer import RecordingWriter

    people = ["monty", "venus_dev"] * 12 + ["ana_ruiz", "zoe_t"] * 8 + ["pierrot", "otto"] * 5
    people += ["lisbeth", "kwame"] * 4 + ["mei_lin", "jorge"] * 2
    words = ("drum", "pad", "heavy bass", "vocal", "synth", "melody")
    with RecordingWriter(path) as writer:
        for number in range(len(people) + 30):
            # All of them at once in the beginning; then silence until the end.
            name = people[number] if number < len(people) else "otto"
            at_ms = EVENING_MS + (number * 150 if number < len(people) else 3_600_000)
            user = {"Id": number % 16, "Name": name, "ScreenName": name, "ProfileImageURL": ""}
            text = f"{words[number % len(words)]} #mwk"
            value = {"CreatedAt": at_ms, "Id": number + 1, "Text": text, "User": user}
            raw = json.dumps(value).encode()
            writer.write(Record("twitter_json", 0, number, at_ms, None, raw, (), at_ms))


@contextlib.contextmanager
def display() -> Iterator[None]:
    """An X server with nothing else on it."""
    from tests.x_server import x_server

    with x_server(3840, 2160) as name:
        os.environ.update(DISPLAY=name, QT_QUICK_BACKEND="software", LANG="C.UTF-8")
        yield


@contextlib.contextmanager
def sound_card() -> Iterator[None]:
    """JACK's dummy driver: a sound card that keeps time and can be pulled out."""
    from mwk_desktop.engine.output_devices import find_output
    from tests.support import wait_for

    os.environ.update(
        JACK_DEFAULT_SERVER=JACK,
        JACK_NO_AUDIO_RESERVATION="1",
        JACK_NO_START_SERVER="1",
        MWK_MIDI__SYSTEM="jack",
    )
    # Not synchronous (-S): it would stand still for seconds when a client ends, as the pre-flight
    # check's does, and the show would lose its sound. With real-time priority where it is granted,
    # as on a stage: no block comes late beside the windows.
    granted = os.geteuid() == 0 or resource.getrlimit(resource.RLIMIT_RTPRIO)[0] >= PRIORITY
    realtime = ["-R", "-P", str(PRIORITY)] if granted else ["-r"]
    command = ["jackd", *realtime, "-n", JACK, "-d", "dummy", "-r", "48000", "-p", "1024"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*command, "-C", "2", "-P", "2"], stdout=quiet, stderr=quiet) as server:
        os.environ["PICTURES_JACK"] = str(server.pid)
        try:
            wait_for(lambda: bool(find_output("JACK").devices))
            yield
        finally:
            server.terminate()


def broker(folder: Path) -> Any:
    """A real Kafka on loopback."""
    sys.path.insert(0, str(REPO / "packaging" / "kafka"))
    import broker as kafka

    made = kafka.Broker(folder, PORT, heap_mb=384, nice=5)
    made.start()
    os.environ[SERVERS_VARIABLE] = made.bootstrap_servers
    os.environ["PICTURES_BROKER"] = str(folder)
    return made


@contextlib.contextmanager
def other_laptop(folder: Path, run: str) -> Iterator[None]:
    """The main console that a follower needs, without windows, and a crowd; for other runs none."""
    if run != "spare":
        yield
        return
    servers = ["--bootstrap-servers", os.environ[SERVERS_VARIABLE]]
    config = ["--state-dir", str(folder / "main"), "--config", str(folder / "mwk.toml")]
    base = [sys.executable, "-m", "mwk_desktop"]
    main = [*base, "live", "--main", "--headless", "--device", "null", *servers, *config]
    crowd = [*base, "crowd", *servers, "--rate", "12", "--users", "421", "--seed", "5"]
    quiet = subprocess.DEVNULL
    with (
        subprocess.Popen(main, stdout=quiet, stderr=quiet) as console,
        subprocess.Popen(crowd, stdout=quiet, stderr=quiet) as people,
    ):
        try:
            yield
        finally:
            console.terminate()
            people.terminate()


def mwk(*arguments: str) -> None:
    """Another verb of the program."""
    subprocess.run([sys.executable, "-m", "mwk_desktop", *arguments], check=True)


def report(recording: Path, out: Path) -> None:
    """The report of an evening, as Chromium shows it: its first screen, and its scenes by night."""
    from playwright.sync_api import sync_playwright
    from PySide6.QtGui import QImage

    from tests.ui import pictures_png

    page_file = recording.with_suffix(".html")
    config = recording.with_name("mwk.toml")
    config.touch()
    mwk("report", str(recording), "-o", str(page_file), "--config", str(config))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        size = {"width": 1280, "height": 800}
        for scheme, part in (("light", ""), ("dark", "#scenes")):
            page = browser.new_page(viewport=size, color_scheme=scheme)
            page.goto(page_file.as_uri())
            if part:
                top = "each => window.scrollTo(0, each.getBoundingClientRect().top - 48)"
                page.locator(part).evaluate(top)
            name = f"report{part.replace('#', '-')}-{size['width']}x{size['height']}.png"
            pictures_png.save(QImage.fromData(page.screenshot()), out / name)
            print(f"{name}: {(out / name).stat().st_size // 1000} kB", flush=True)
        browser.close()


def take(wanted: list[str], out: Path) -> int:
    """All runs, one after the other."""
    if REPORT in wanted:
        with tempfile.TemporaryDirectory() as name:
            recording = Path(name) / "evening-2018-04-18.jsonl"
            evening(recording)
            report(recording, out)
    wanted = [one for one in wanted if one != REPORT]
    return take_windows(wanted, out) if wanted else 0


def take_windows(wanted: list[str], out: Path) -> int:
    """The runs with windows, one after the other."""
    for program in ("Xvfb", "jackd"):
        if shutil.which(program) is None:
            print(f"pictures need {program}", file=sys.stderr)
            return 2
    failed = 0
    # Its name is in some of the pictures.
    folder = Path(tempfile.gettempdir()) / "mwk-pictures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with display():
        kafka = broker(folder / "kafka") if {"demo", "live", "spare"} & set(wanted) else None
        config = folder / "mwk.toml"
        servers = os.environ.get(SERVERS_VARIABLE, "localhost:9092")
        lines = ["[page]", 'address = "http://vote.example.org"', "[kafka]"]
        lines += [f'"bootstrap.servers" = "{servers}"', ""]
        config.write_text("\n".join(lines), encoding="utf-8")
        recordings = {"replay": folder / "evening-2018-04-18.jsonl.zst", "tie": folder / "t.jsonl"}
        if "replay" in wanted:
            evening(recordings["replay"])
        if "tie" in wanted:
            draw(recordings["tie"])
        if kafka is not None:
            mwk("tweet", "hello from the first row #mwk", "--bootstrap-servers",
                os.environ[SERVERS_VARIABLE])  # fmt: skip
        for one in wanted:
            state = ["--state-dir", str(folder / one), "--config", str(config)]
            arguments = {
                "demo": ["--rate", "12", "--users", "421", "--page", "127.0.0.1:0"],
                "controllers": ["--rate", "12", "--users", "421"],
                "live": ["live", "--bootstrap-servers", os.environ.get(SERVERS_VARIABLE, "")],
                "spare": [
                    "live",
                    "--follow",
                    "--bootstrap-servers",
                    os.environ.get(SERVERS_VARIABLE, ""),
                ],
                "replay": ["replay", str(recordings["replay"])],
                "tie": ["replay", str(recordings["tie"])],
            }[one]
            if one == "demo":
                arguments = arguments[:4]
            with sound_card(), other_laptop(folder, one):
                command = [sys.executable, __file__, "--run", one, "--out", str(out), "--"]
                command += [*arguments, "--seed", "3", "--device", "system", *state]
                failed += subprocess.run(command, check=False).returncode != 0
        if kafka is not None:
            kafka.stop()
    shutil.rmtree(folder, ignore_errors=True)
    return failed


def main() -> int:
    """Take the pictures, or (inside) be one of the shows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=REPO / "docs" / "images")
    every = (*RUNS, REPORT)
    parser.add_argument("--only", nargs="+", choices=every, default=list(every))
    parser.add_argument("--run", choices=RUNS, help=argparse.SUPPRESS)
    parser.add_argument("arguments", nargs="*", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    sys.path.insert(0, str(REPO))
    if asked.run:
        return run(asked.run, asked.out, asked.arguments)
    return take(asked.only, asked.out)


if __name__ == "__main__":
    raise SystemExit(main())
