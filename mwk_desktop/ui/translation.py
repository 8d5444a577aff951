"""Keeps the windows' translations up to date: ``.ts`` files (for Qt Linguist) and ``.qm`` files.

``python -m mwk_desktop.ui.translation --update`` finds the strings in QML and Python, adds new ones
to ``i18n/mwk_LANGUAGE.ts`` and rewrites the ``.qm`` files that Qt loads. Translate with Qt Linguist
or an editor, then run it again. ``--check`` lists what is missing or stale, and exits with 1 if
anything is; ``--missing`` counts what a language leaves in English. What the audience reads on the
stage must be there in every language, the console's words only where a catalogue claims to be
complete (:mod:`mwk_desktop.catalogue`).
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mwk_desktop.messages import SOURCE_LANGUAGE, is_complete, languages

UI_DIR = Path(__file__).parent
I18N_DIR = UI_DIR / "i18n"
LANGUAGES = tuple(language for language in languages() if language != SOURCE_LANGUAGE)
"""Languages with translation files; English is in the sources."""

_PLACES = re.compile(r"%\d")
_CONTEXT = re.compile(r'\btranslate\(\s*"(\w+)"')


@dataclass(frozen=True, slots=True)
class TsMessage:
    """One string of a ``.ts`` file; ``finished``: it is translated."""

    context: str
    source: str
    translation: str
    finished: bool


def ts_file(language: str) -> Path:
    """The language's ``.ts`` file, for translators."""
    return I18N_DIR / f"mwk_{language}.ts"


def qm_file(language: str) -> Path:
    """The language's ``.qm`` file, for Qt."""
    return I18N_DIR / f"mwk_{language}.qm"


def messages(path: Path) -> Iterator[TsMessage]:
    """Every string of a ``.ts`` file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            assert told is not None
            yield TsMessage(
                context.findtext("name") or "",
                message.findtext("source") or "",
                told.text or "",
                told.get("type") is None,
            )


def find_strings(target: Path) -> None:
    """Update a ``.ts`` file from the sources; new strings are unfinished."""
    sources = [*sorted(UI_DIR.glob("qml/Mwk/**/*.qml")), *sorted(UI_DIR.rglob("*.py"))]
    language = target.stem.rpartition("_")[2]
    options = ["-locations", "none", "-no-obsolete", "-silent"]
    options += ["-source-language", SOURCE_LANGUAGE, "-target-language", language]
    options += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
    _run("pyside6-lupdate", *options, *map(str, sources), "-ts", str(target))


def release(source: Path, target: Path) -> None:
    """Compile a ``.ts`` file to a ``.qm`` file."""
    _run("pyside6-lrelease", "-silent", str(source), "-qm", str(target))


def audience_contexts() -> set[str]:
    """The contexts of the strings that the audience reads."""
    found = {path.stem for path in UI_DIR.glob("qml/Mwk/Stage/*.qml")} | {"Language"}
    for path in UI_DIR.glob("stage/*.py"):
        found.update(_CONTEXT.findall(path.read_text("utf-8")))
    return found


def missing(language: str) -> list[TsMessage]:
    """The strings of a ``.ts`` file without a translation."""
    return [
        one
        for one in messages(ts_file(language))
        if not one.finished or not one.translation.strip()
    ]


def problems(language: str) -> list[str]:
    """What is missing or stale, a line each; empty: nothing."""
    kept, made = ts_file(language), qm_file(language)
    if not kept.exists() or not made.exists():
        return [f"{kept.name} or {made.name} is missing"]
    found = []
    complete = is_complete(language)
    needed = audience_contexts()
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / kept.name
        fresh.write_bytes(kept.read_bytes())
        find_strings(fresh)
        now, before = list(messages(fresh)), list(messages(kept))
        known = {(one.context, one.source) for one in before}
        wanted = {(one.context, one.source) for one in now}
        found += [
            f"not in {kept.name}: {c}: {s}"
            for c, s in sorted(wanted - known)
            if complete or c in needed
        ]
        found += [f"no longer in the sources: {c}: {s}" for c, s in sorted(known - wanted)]
        for one in before:
            if not one.finished or not one.translation.strip():
                if complete or one.context in needed:
                    found.append(f"not translated: {one.context}: {one.source}")
            elif set(_PLACES.findall(one.source)) != set(_PLACES.findall(one.translation)):
                found.append(f"other places than its source: {one.context}: {one.source}")
        fresh_qm = Path(folder) / made.name
        release(kept, fresh_qm)
        if fresh_qm.read_bytes() != made.read_bytes():
            found.append(f"{made.name} is older than {kept.name}")
    return found


def _run(*command: str) -> None:
    # From the interpreter's folder, whether its environment is active or not.
    program = Path(sys.executable).parent / command[0]
    done = subprocess.run([str(program), *command[1:]], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")


def main(arguments: list[str] | None = None) -> int:
    """Update the files, or report what is wrong with them."""
    parser = argparse.ArgumentParser(
        prog="python -m mwk_desktop.ui.translation", description=__doc__.split("\n")[0]
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--update", action="store_true", help="find strings, make .qm files")
    what.add_argument("--check", action="store_true", help="say what is missing or stale")
    what.add_argument("--missing", action="store_true", help="count what is said in English")
    asked = parser.parse_args(arguments)
    found = []
    for language in LANGUAGES:
        if asked.missing:
            lacking = [f"  {one.context}: {one.source}" for one in missing(language)]
            print(f"{language}: {len(lacking)} said in English", *lacking, sep="\n")
            continue
        if asked.update:
            find_strings(ts_file(language))
            release(ts_file(language), qm_file(language))
        found += problems(language)
    for line in found:
        print(line)
    return 1 if found and asked.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
