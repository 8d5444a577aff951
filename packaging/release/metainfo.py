"""Write the AppStream metadata that software centres show, with the changelog's releases.

    python packaging/release/metainfo.py FILE

Format: https://www.freedesktop.org/software/appstream/docs/. Its id ends in ``.invalid`` as long as
the program has no domain of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

from changelog import releases

TEMPLATE = Path(__file__).with_name("metainfo.xml")


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: metainfo.py FILE", file=sys.stderr)
        return 2
    elements = [
        f'    <release version="{escape(each.version)}" date="{each.date}"/>' for each in releases()
    ]
    text = TEMPLATE.read_text("utf-8").replace("@RELEASES@", "\n".join(elements))
    Path(sys.argv[1]).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
