"""Keeps the translation catalogues in step with the sources (a developer's tool).

``python -m mwk_desktop.catalogue --update`` collects what the program says (the literals
of ``message(...)`` and ``plural_message(...)``), puts new sentences into every
``catalogues/LANGUAGE.po`` and compiles the ``.mo`` files. Translate in the ``.po`` with an editor
or Poedit, then run it again. Sentences that left the sources stay behind ``#~``. ``--check`` lists
what is missing, stale or wrong, and exits with 1 if anything is. ``--missing`` lists what is still
said in English.

French has every sentence; ``# Complete.`` on a catalogue's first line demands it. The others must
have what the audience sees (:data:`AUDIENCE_SOURCES`); the rest falls back to English.

To add a language: copy ``de.po``, empty its translations, and correct its header
(``Plural-Forms``).
"""

from __future__ import annotations

import argparse
import ast
import copy
import io
import re
import string
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from mwk_desktop.messages import CATALOGUES_DIR, is_complete

PACKAGE_DIR: Final = Path(__file__).parent

KEYWORDS: Final = {
    "message": (1,),
    "plural_message": (1, 2),
    "pgettext": ((1, "c"), 2),
}
"""The functions that take keys, and which of their arguments are keys (Babel's notation)."""

AUDIENCE_SOURCES: Final = (
    "messages.py",
    "instrument_names.py",
    "sources/page/page_texts.py",
    "ui/stage/",
)
"""Where the texts are that the audience reads, on the stage and on its phones."""


def collect_keys(sources: Path = PACKAGE_DIR) -> Catalog:
    """Collect every key of the package into a catalogue without translations.

    An entry's locations are the files below ``sources``, with 0 for the line.
    """
    template = Catalog(fuzzy=False)
    found = extract_from_dir(str(sources), [("**.py", "python")], keywords=KEYWORDS)
    for file, _, key, _, context in found:
        if key:
            template.add(key, context=context, locations=[(file, 0)])
    return template


def missing(catalogue: Catalog, template: Catalog) -> Iterator[Entry]:
    """List the entries of the sources that a language's catalogue does not translate."""
    for entry in template:
        if entry.id:
            own = catalogue.get(entry.id, entry.context)
            if own is None or own.fuzzy or not all(_texts(own.string)):
                yield entry


def _is_for_audience(entry: Entry) -> bool:
    return any(file.startswith(AUDIENCE_SOURCES) for file, _ in entry.locations)


def keys_that_are_no_literals(sources: Path = PACKAGE_DIR) -> Iterator[str]:
    """List the calls whose key is built at run time, so it cannot be collected."""
    for path in sorted(sources.rglob("*.py")):
        if path.name == "messages.py" and path.parent == sources:
            continue  # it joins messages into rows; those are not keys
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            keys = {"message": node.args[:1], "plural_message": node.args[:2]}.get(node.func.id, [])
            if any(not isinstance(key, ast.Constant) for key in keys):
                yield f"{path.relative_to(sources)}:{node.lineno}"


def read_catalogue(path: Path) -> Catalog:
    """Read a ``.po`` file."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem)
    # Without dates, the same file always compiles to the same bytes.
    catalogue.creation_date = catalogue.revision_date = datetime(2018, 4, 18, tzinfo=UTC)
    return catalogue


def update_catalogue(path: Path, template: Catalog) -> None:
    """Bring a ``.po`` file up to date with the sources, and compile it."""
    head, _, _ = path.read_text(encoding="utf-8").partition("\n\n")
    catalogue = read_catalogue(path)
    for entry in [*catalogue.obsolete.values()]:
        # A sentence that left the sources may come back: reuse its old translation.
        catalogue[entry.id] = entry
    catalogue.obsolete.clear()
    _follow_renamed_places(catalogue, template)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    path.write_bytes(head.encode() + b"\n\n" + entries_as_po(catalogue).strip() + b"\n")
    path.with_suffix(".mo").write_bytes(_as_mo(catalogue))


def entries_as_po(catalogue: Catalog) -> bytes:
    """The entries of a catalogue as they are in a ``.po`` file.

    Raises
    ------
    TypeError
        An entry with a plural has one text instead of a tuple of forms: Babel would write each
        letter as a form.
    """
    for entry in catalogue:
        if entry.pluralizable and isinstance(entry.string, str):
            raise TypeError(f"{_key(entry)!r} has a plural: its translation must be a tuple")
    written = io.BytesIO()
    write_po(written, catalogue, width=100, no_location=True, omit_header=True, sort_output=True)
    return written.getvalue()


def _follow_renamed_places(catalogue: Catalog, template: Catalog) -> None:
    """Keep the translation of a key in which only placeholder names have changed."""
    known = {_shape(entry): entry for entry in catalogue if entry.id}
    for new in template:
        old = known.get(_shape(new)) if new.id else None
        if old is None or old.string is None or catalogue.get(new.id, new.context) is not None:
            continue
        before, now = (_places(" ".join(_texts(entry.id))) for entry in (old, new))
        names = dict(zip(before, now, strict=False))
        renamed = [
            re.sub(r"\{(\w+)", lambda place: "{" + names.get(place[1], place[1]), text)  # noqa: B023
            for text in _texts(old.string)
        ]
        # By the key: Japanese has plurals of a single form.
        catalogue.add(
            new.id, tuple(renamed) if new.pluralizable else renamed[0], context=new.context
        )


def _shape(entry: Entry) -> tuple[str, ...]:
    return tuple(re.sub(r"\{\w+", "{", text) for text in _texts(entry.id))


def find_problems(path: Path, template: Catalog) -> Iterator[str]:
    """List what is missing, stale or wrong in a ``.po`` file and its ``.mo``, one line each."""
    catalogue = read_catalogue(path)
    complete = is_complete(path.stem, path.parent)
    for entry in missing(catalogue, template):
        if complete or _is_for_audience(entry):
            is_there = catalogue.get(entry.id, entry.context) is not None
            yield f"not {'translated ' * is_there}in {path.name}: {_key(entry)}"
    for entry in catalogue:
        if not entry.id:
            continue
        if template.get(entry.id, entry.context) is None:
            yield f"no longer in the sources: {_key(entry)}"
        elif not any(_texts(entry.string)):
            continue
        elif not all(_texts(entry.string)) or (
            entry.pluralizable and len(_texts(entry.string)) != catalogue.num_plurals
        ):
            yield f"not {catalogue.num_plurals} plural forms in {path.name}: {_key(entry)}"
        elif not _same_places(entry):
            yield f"other places than its source in {path.name}: {_key(entry)}"
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != _as_mo(catalogue):
        yield f"{compiled.name} is older than {path.name}"


def _as_mo(catalogue: Catalog) -> bytes:
    """The compiled catalogue. What is not translated stays out: English has its own plurals."""
    catalogue = copy.deepcopy(catalogue)
    for entry in [*catalogue]:
        if entry.id and not all(_texts(entry.string)):
            catalogue.delete(entry.id, entry.context)
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _key(entry: Entry) -> str:
    return _texts(entry.id)[0]


def _texts(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _places(text: str) -> dict[str, None]:
    """The names of a text's placeholders, each once, in order."""
    return dict.fromkeys(_place_names(text))


def _place_names(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]


def _same_places(entry: Entry) -> bool:
    """Whether each translation fills the places that its source fills (a singular may hide one).

    No place more often than there: a text that stands in its translation twice shows itself so.
    """
    try:
        wanted = Counter(_place_names(" ".join(_texts(entry.id))))
        given = [Counter(_place_names(text)) for text in _texts(entry.string)]
    except ValueError:
        return False
    optional = {"count"} if entry.pluralizable else set()
    return all(set(wanted) - optional <= set(places) and places <= wanted for places in given)


def main(arguments: list[str] | None = None, catalogues: Path = CATALOGUES_DIR) -> int:
    """Update the catalogues, or report what is wrong with them."""
    parser = argparse.ArgumentParser(
        prog="python -m mwk_desktop.catalogue", description=(__doc__ or "").partition("\n")[0]
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--update", action="store_true", help="collect keys, compile .mo files")
    what.add_argument("--check", action="store_true", help="say what is missing or stale")
    what.add_argument("--missing", action="store_true", help="list what is said in English")
    asked = parser.parse_args(arguments)
    template = collect_keys()
    problems = [f"its key is no literal: {place}" for place in keys_that_are_no_literals()]
    for path in sorted(catalogues.glob("*.po")):
        if asked.missing:
            lacking = [_key(entry) for entry in missing(read_catalogue(path), template)]
            print(f"{path.stem}: {len(lacking)} of {len(template)} said in English")
            print(*(f"  {key!r}" for key in lacking), sep="\n")
            continue
        if asked.update:
            update_catalogue(path, template)
        problems += find_problems(path, template)
    for line in problems:
        print(line)
    return 1 if problems and asked.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
