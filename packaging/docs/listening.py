"""Make the sounds of the documentation page `docs/listening.md`: Opus, from the program's bounces.

python packaging/docs/listening.py            # into build/docs/listening
python packaging/docs/listening.py --only ab  # one of: demo, instruments, ab
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import soundfile
from tqdm import tqdm

from mwk_desktop.units import INSTRUMENTS

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "assets" / "recordings" / "demo.jsonl.zst"
OUTPUT = ROOT / "build" / "docs" / "listening"
START_MS, WINDOW_MS = 1_700_000_010_000, 30_000
# Without a drum, so that the floor is heard; then two landings of different size.
SCENES = (
    ("heavy_bass", "pad", "synth", "melody", "vocal"),
    ("drum", "line_bass", "pad", "melody", "vocal"),
    ("heavy_bass", "lead_bass", "pad", "synth", "vocal"),
)
PLAIN = "[music]\ntransitions = false\nfloor = false\n"
# libsndfile's encoder crashes on long stereo sounds that are written at once.
_CHUNK_FRAMES = 48_000


def recording(path: Path, windows: Iterable[Sequence[str]]) -> Path:
    """Write a show in which each window's votes name these instruments."""
    lines = []
    for window, names in enumerate(windows):
        for number, name in enumerate(names):
            at_ms = START_MS + window * WINDOW_MS + 100 * number
            tweet = {
                "Id": len(lines) + 1,
                "Text": f"{name} #mwk",
                "CreatedAt": at_ms,
                "User": {"ScreenName": f"listener{number}", "Name": f"Listener {number}"},
            }
            line = {"topic": "twitter_json", "partition": 0, "offset": len(lines), "ts": at_ms}
            lines.append(json.dumps({**line, "key": None, "payload": json.dumps(tweet)}))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def bounced(folder: Path, show: Path, settings: str = "") -> Path:
    """Bounce a show with the program; the settings are the text of a `mwk.toml`."""
    (folder / "mwk.toml").write_text(settings, "utf-8")
    path = folder / "show.wav"
    command = [sys.executable, "-m", "mwk_desktop", "bounce", str(show), "-o", str(path)]
    options = ["--config", str(folder / "mwk.toml"), "--state-dir", str(folder / "state")]
    subprocess.run([*command, *options, "--seed", "7"], check=True, cwd=ROOT)
    return path


def write_opus(source: Path, target: Path, first_s: float = 0.0) -> None:
    """Encode a WAV file from a second on."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with soundfile.SoundFile(source) as sound:
        sound.seek(min(round(first_s * sound.samplerate), sound.frames))
        with soundfile.SoundFile(
            target, "w", sound.samplerate, sound.channels, format="OGG", subtype="OPUS"
        ) as encoded:
            for block in sound.blocks(_CHUNK_FRAMES, dtype="float32"):
                encoded.write(block)


def main(argv: Sequence[str] | None = None) -> int:
    """Render what is asked for; 0 is success."""
    parser = argparse.ArgumentParser(description="Make the sounds of docs/listening.md.")
    parser.add_argument("--output", type=Path, default=OUTPUT, metavar="DIR")
    parser.add_argument("--only", choices=("demo", "instruments", "ab"))
    options = parser.parse_args(argv)
    # The first scene lands one window after the first vote.
    jobs: list[tuple[str, str, Path | None, tuple[tuple[str, ...], ...], str, float]] = [
        ("demo", "demo", DEMO, (), "", 0.0),
        ("ab", "arranged", None, SCENES, "", 28.0),
        ("ab", "plain", None, SCENES, PLAIN, 28.0),
    ]
    jobs += [("instruments", name, None, ((name,),) * 2, "", 30.0) for name in INSTRUMENTS]
    chosen = [job for job in jobs if options.only in (None, job[0])]
    for _, name, show, windows, settings, first_s in tqdm(chosen, unit="sound"):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            source = show or recording(folder / "show.jsonl", windows)
            path = bounced(folder, source, settings)
            write_opus(path, options.output / f"{name}.opus", first_s)
    return 0


if __name__ == "__main__":
    sys.exit(main())
