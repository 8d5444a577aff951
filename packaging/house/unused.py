"""Finds unused code with vulture, except what is explained in ``unused.toml``.

Use in tests does not count: what only tests call is dead in production. Use in QML files counts.
Run by ``make check``.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from vulture import Vulture  # type: ignore[import-not-found]

ROOT = Path(__file__).parents[2]
EXPLAINED = Path(__file__).with_name("unused.toml")
"""Name = reason. An entry that hides nothing is also an error."""


def main() -> int:
    """Print what is unused; the exit code is not 0 if anything is."""
    explained: dict[str, str] = tomllib.loads(EXPLAINED.read_text("utf-8"))
    finder = Vulture(ignore_decorators=["@override"])
    finder.scavenge([str(ROOT / "mwk_desktop"), str(ROOT / "packaging")])
    for path in (ROOT / "mwk_desktop").rglob("*.qml"):
        finder.used_names.update(re.findall(r"[A-Za-z_]\w*", path.read_text("utf-8")))
    problems, hidden = [], set()
    for item in finder.get_unused_code():
        if item.name in explained:
            hidden.add(item.name)
            continue
        where = Path(item.filename).relative_to(ROOT)
        if where.parts[0] != "mwk_desktop":  # other code only counts as a user
            continue
        problems.append(f"{where}:{item.first_lineno}: {item.message}")
    problems += [
        f"packaging/house/unused.toml: {name} is used, or gone: take it out"
        for name in sorted(explained.keys() - hidden)
    ]
    print(*problems, sep="\n", end="\n" if problems else "")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
