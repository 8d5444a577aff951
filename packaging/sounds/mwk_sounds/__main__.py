"""Render the sound set: ``python -m mwk_sounds --output assets/sounds``.

Clips are rendered in worker processes, one clip a task; the parent only writes the description
and counts.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

# One thread a worker: the parallelism is the clips.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tqdm import tqdm

from mwk_sounds import render
from mwk_sounds.contact_sheet import write_contact_sheet
from mwk_sounds.description import set_description

_Result = TypeVar("_Result")


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mwk_sounds", description="Render the default sound set.")
    parser.add_argument("--output", type=Path, default=Path("assets/sounds"), metavar="DIR")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="CLIP",
        help="one clip (drum/drum1) or instrument",
    )
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), metavar="N")
    parser.add_argument(
        "--check", action="store_true", help="render and compare with the files, write nothing"
    )
    parser.add_argument(
        "--contact-sheet",
        type=Path,
        metavar="FILE",
        help="draw the clips in the output folder as a PNG; renders only if some are missing",
    )
    return parser.parse_args(argv)


def _chosen(only: Sequence[str]) -> list[str]:
    names = render.work_names()
    unknown = [word for word in only if not any(word in (n, n.split("/")[0]) for n in names)]
    if unknown:
        raise SystemExit(f"mwk_sounds: no such clip or instrument: {', '.join(unknown)}")
    return [n for n in names if not only or n in only or n.split("/")[0] in only]


def _mapped(
    work: Callable[[str], _Result], names: Sequence[str], jobs: int, label: str
) -> Iterator[tuple[str, _Result]]:
    """Run `work` over the clips, in order, with a progress bar."""
    if jobs <= 1:
        for name in tqdm(names, desc=label, unit="clip"):
            yield name, work(name)
        return
    with ProcessPoolExecutor(jobs) as pool:
        results = zip(names, pool.map(work, names), strict=True)
        yield from tqdm(results, total=len(names), desc=label, unit="clip")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 is success, 1 a clip that differs under ``--check``."""
    options = _arguments(argv)
    names = _chosen(options.only)
    folder: Path = options.output
    if options.check:
        compare = partial(render.difference_lsb, folder=folder)
        found = _mapped(compare, names, options.jobs, "checking")
        different = {name: steps for name, steps in found if steps > 1}
        for name, steps in different.items():
            print(f"{name}: differs by up to {steps} LSB", file=sys.stderr)
        return 1 if different else 0
    if not (options.contact_sheet and not options.only and _complete(folder)):
        list(_mapped(partial(render.write_clip, folder=folder), names, options.jobs, "rendering"))
        (folder / "set.toml").write_text(set_description(), encoding="utf-8")
    if options.contact_sheet:
        drawn = [name for name in render.clip_names() if _path(folder, name).exists()]
        write_contact_sheet(folder, drawn, render.titles(), options.contact_sheet)
    return 0


def _complete(folder: Path) -> bool:
    return all(
        _path(folder, name).exists()
        for work in render.work_names()
        for name in render.parts_of(work)
    )


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.flac"


if __name__ == "__main__":
    sys.exit(main())
