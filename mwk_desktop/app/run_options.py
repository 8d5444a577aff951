"""A verb's options: the command line's, with the settings they were merged into."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mwk_desktop.app.line_printer import LinePrinter
from mwk_desktop.show.settings.load import Settings

if TYPE_CHECKING:  # else every verb would load what only a show with two consoles needs
    from mwk_desktop.show.spare.takeover_rule import Start


class BadInput(ValueError):  # noqa: N818  (the input is at fault, not we)
    """A request cannot be carried out; its text or Message says what would be right."""


@dataclass(frozen=True, slots=True)
class Options:
    """The command line's options, with the settings they were merged into."""

    settings: Settings
    json: bool
    headless: bool
    exit_after_s: float | None
    screenshot: Path | None
    state_dir: Path
    topic: str | None = None
    record_master: Path | None = None
    with_rules: Callable[[Mapping[str, object]], Settings] | None = None
    """Merges other settings (a recorded show's rules) beneath the same flags."""
    lines: LinePrinter = field(default_factory=LinePrinter)
    """Where lines on stdout go."""
    flags: Mapping[str, object] = field(default_factory=dict)
    """Settings that were given as options, by their dotted names."""
    config: Path | None = None
    """``--config``; None: not given."""
    page: bool = False
    """``--page``: serve the audience's page from the start."""
    yes: bool = False
    """``--yes``: do what otherwise needs confirming (play a recording of more than 12 h)."""
    publish: bool = False
    """``--publish``: write a live show's results to the result topics."""
    part: Start | None = None
    """How a live show's console begins among those of the show; None: it has no others."""
    progress: bool = False
    """``--progress``: how far long work is, as JSON Lines."""
    metrics: tuple[str, int] | None = None
    """``--metrics``: where Prometheus reads figures; None: nowhere."""


def with_settings(options: Options, changes: Mapping[str, Mapping[str, object]]) -> Options:
    """The same options with some settings changed for this run: section -> name -> value."""

    def changed(settings: Settings) -> Settings:
        sections: dict[str, Any] = {
            name: {**settings.kafka, **table}
            if name == "kafka"
            else replace(getattr(settings, name), **table)
            for name, table in changes.items()
        }
        return replace(settings, **sections)

    before = options.with_rules
    return replace(
        options,
        settings=changed(options.settings),
        with_rules=None if before is None else lambda rules: changed(before(rules)),
    )
