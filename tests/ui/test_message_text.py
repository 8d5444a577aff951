"""What the show says reaches a window in its language, and fit for a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from mwk_desktop.messages import duration, message, plural_message, verbatim
from mwk_desktop.ui.language_switch import Translations
from mwk_desktop.ui.message_text import LONGEST, message_text


@pytest.fixture
def french(qapp: Any) -> Iterator[None]:
    translations = Translations()
    assert translations.use("fr")
    yield
    translations.leave()


def test_a_message_is_rendered_in_the_language_of_the_windows(french: None) -> None:
    assert message_text(duration(3_100)) == "3,1\u00a0s"
    assert message_text(plural_message("{count} day", "{count} days", 1_203)) == (
        "1\u202f203\u00a0jours"
    )


def test_what_strangers_wrote_is_cleaned_also_inside_a_message(qapp: Any) -> None:
    inner = verbatim("a\u202e\nb")
    assert message_text(message("{what}: {who}", what=inner, who="x\u2066\ty")) == "a b: x y"
    assert message_text("a\u202e\nb") == "a b"


def test_no_message_is_longer_than_its_place(qapp: Any) -> None:
    assert message_text(message("{text} and more", text="x" * 50), 20) == "x" * 19 + "…"
    assert len(message_text(message("{a}{a}", a="x" * 1000))) == LONGEST
