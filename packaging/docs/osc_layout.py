"""Write the layout for Open Stage Control to `assets/osc` from the actions.

python packaging/docs/osc_layout.py            # writes it
python packaging/docs/osc_layout.py --check    # exit 1 if it is out of date
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from mwk_desktop.controls.osc.open_stage_control import layout

FILE = Path(__file__).resolve().parents[2] / "assets" / "osc" / "open-stage-control.json"


def main() -> int:
    text = json.dumps(layout(), indent=1) + "\n"
    if "--check" in sys.argv[1:]:
        if FILE.exists() and FILE.read_text("utf-8") == text:
            return 0
        print(f"{FILE.name} is not what the actions say: run packaging/docs/osc_layout.py")
        return 1
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
