"""The stage is read from the last row: sizes and contrasts of everything that is on it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_show import empty, evening, trouble
from PySide6.QtGui import QColor
from stage_states import one, served, tie, winner, with_winner

from mwk_desktop.ui.assets import QML_DIR

HERE = Path(__file__).parent
STATES: dict[str, Callable[[], Any]] = {
    "evening": evening,
    "page": lambda: evening(workers=served()),
    "closed": lambda: evening(workers=served(is_open=False)),
    "trouble": trouble,
    "empty": empty,
    "winner": lambda: with_winner(one()),
    "two": lambda: with_winner(tie(2)),
    "many": lambda: with_winner(tie(20)),
    "nobody": lambda: with_winner(winner()),
}
_MARKS = {"\u25b2", "\u25bc"}


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one_: QColor, other: QColor) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    a, b = sorted((luminance(one_), luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def _words(ui: Any) -> Iterator[Any]:
    for item in ui.items(ui.stage.contentItem()):
        if not item.isVisible() or not item.metaObject().className().startswith("Words"):
            continue
        above = item.parentItem()
        # Initials are pictures, and the arrow of an overtaking row is a mark.
        initial = above is not None and above.objectName() == "avatar"
        if item.property("text") and not initial and item.property("text") not in _MARKS:
            yield item


def _ground(item: Any) -> QColor:
    """The colour of the nearest filled rectangle behind a text."""
    above = item.parentItem()
    while above is not None:
        colour = above.property("color")
        if isinstance(colour, QColor) and colour.alpha() == 255:
            return colour
        above = above.parentItem()
    return QColor("#090B0E")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["720", "1080"])
def test_every_text_is_large_and_clear_enough(
    open_ui: Callable[..., Any], size: tuple[int, int]
) -> None:
    ui = open_ui(evening(), stage=True, stage_size=size)
    for name, state in STATES.items():
        ui.show.set(state())
        ui.settle()
        seen = 0
        for item in _words(ui):
            seen += 1
            text = item.property("text")
            px = item.property("font").pixelSize()
            # 4 % of the height, rounded as pixels are.
            assert px >= round(0.04 * size[1]), (name, text, px)
            ratio = contrast(item.property("color"), _ground(item))
            assert ratio >= 7.0, (name, text, ratio)
            assert item.opacity() == 1.0
        assert seen > (0 if name == "nobody" else 6), name


def test_the_palette_of_the_stage_keeps_its_contrast() -> None:
    theme = (QML_DIR / "Mwk" / "Theme.qml").read_text()
    tokens = dict(re.findall(r'color (\w+): "(#[0-9A-Fa-f]{6})"', theme))
    used = set()
    for path in (QML_DIR / "Mwk" / "Stage").glob("*.qml"):
        source = path.read_text()
        # No colour of its own, no text in an instrument's colour.
        assert not re.search(r'"#[0-9A-Fa-f]{6,8}"', source), path
        for block in re.findall(r"Words \{.*?\n {4,}\}", source, re.DOTALL):
            for line in re.findall(r"\n +color: (.*)", block):
                used |= set(re.findall(r"Theme\.(\w+)", line))
                assert "hue" not in line, (path, line)
    assert used <= {"text1", "text2", "warn", "info", "ink"}, used
    for text in ("text1", "text2", "warn", "info"):
        for ground in ("bg0", "bg1"):
            assert contrast(QColor(tokens[text]), QColor(tokens[ground])) >= 7.0


def test_the_stage_is_sharp_at_twice_the_size(tmp_path: Path) -> None:
    """At a scale of 2 everything stands where it stood, with twice the pixels."""
    code = (
        "import sys, json; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from fake_show import FakeShow, evening\n"
        "from stage_states import served, with_winner, one\n"
        "from mwk_desktop.ui.application import run_windows\n"
        "from mwk_desktop.ui.ui_options import UiOptions\n"
        "from mwk_desktop.ui.application import AppWindows\n"
        "said = []\n"
        "def look(self, save=AppWindows.save_and_quit):\n"
        "    self.pull(); w = self.stage_window\n"
        "    said.append((w.width(), w.height(), w.devicePixelRatio()))\n"
        "    save(self)\n"
        "AppWindows.save_and_quit = look\n"
        "options = UiOptions(scale=2.0, screenshot=Path(sys.argv[2]), exit_after_s=1.0,\n"
        "    console_size=(1280, 800), stage_size=(960, 540), reduced_motion=True)\n"
        "code = run_windows(FakeShow(evening(workers=served())), settings=options)\n"
        "print(json.dumps(said[0])); raise SystemExit(code)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    env.pop("QT_SCALE_FACTOR", None)
    picture = tmp_path / "two.png"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(HERE), str(picture)],
        env=env, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == [960, 540, 2.0]
    from PySide6.QtGui import QImage

    shot = QImage(str(tmp_path / "two-stage.png"))
    assert (shot.width(), shot.height()) == (1920, 1080)
