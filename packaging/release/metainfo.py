"""Write the AppStream metadata that software centres show, with the changelog's releases.

    python packaging/release/metainfo.py FILE

Format: https://www.freedesktop.org/software/appstream/docs/. Its id ends in ``.invalid`` as long as
the program has no domain of its own.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = Path(__file__).with_name("metainfo.xml")


def releases(changelog: str) -> str:
    """The dated sections of a changelog, as AppStream's elements."""
    found = re.findall(r"^## \[(\d[^]]*)\] - (\d{4}-\d{2}-\d{2})$", changelog, re.MULTILINE)
    return "\n".join(
        f'    <release version="{escape(version)}" date="{date}"/>' for version, date in found
    )


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: metainfo.py FILE", file=sys.stderr)
        return 2
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    text = TEMPLATE.read_text("utf-8").replace("@RELEASES@", releases(changelog))
    Path(sys.argv[1]).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
