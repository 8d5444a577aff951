"""Options shared by every verb, or by every verb that plays; turns them into settings."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mwk_desktop.cli.option_types import (
    a_path,
    listen_at,
    metrics_address,
    positive_count,
    positive_seconds,
    servers,
    whole_number,
)
from mwk_desktop.cli.usage_problem import UsageProblem
from mwk_desktop.messages import message
from mwk_desktop.topics import DEFAULT_SERVERS, INPUT_TOPIC

if TYPE_CHECKING:
    from mwk_desktop.app.run_options import Options

NOT_GIVEN: Any = argparse.SUPPRESS
"""Defaults are left out of the namespace, so that `mwk --seed 1 replay F` keeps the first value."""


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the options of every verb."""
    group = parser.add_argument_group("common options")
    group.add_argument(
        "--sounds",
        metavar="DIR",
        type=a_path,
        default=NOT_GIVEN,
        help="sound set (default: the program's own)",
    )
    group.add_argument(
        "--device",
        metavar="NAME",
        default=NOT_GIVEN,
        help="output by name (see `mwk devices`), or null for silence",
    )
    group.add_argument(
        "--block-size", metavar="N", default=NOT_GIVEN, help="frames a block (16 to 8192)"
    )
    group.add_argument(
        "--seed",
        metavar="N",
        type=whole_number,
        default=NOT_GIVEN,
        help="seed of the draw of variations",
    )
    group.add_argument(
        "--config", metavar="FILE", type=a_path, default=NOT_GIVEN, help="settings (mwk.toml)"
    )
    group.add_argument(
        "--state-dir",
        metavar="DIR",
        type=a_path,
        default=NOT_GIVEN,
        help="where recordings, logs and counts are kept",
    )
    group.add_argument(
        "-v", "--verbose", action="count", default=NOT_GIVEN, help="print more on stderr"
    )


def add_show(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verbs that play a show."""
    group = parser.add_argument_group("show options")
    group.add_argument(
        "--headless", action="store_true", default=NOT_GIVEN, help="no windows, only the music"
    )
    add_json(group)
    group.add_argument(
        "--exit-after",
        metavar="S",
        type=positive_seconds,
        default=NOT_GIVEN,
        help="end by itself after this many seconds",
    )
    group.add_argument(
        "--record-master",
        metavar="FILE.flac",
        type=a_path,
        default=NOT_GIVEN,
        help="record what the loudspeakers get (.flac or .wav, 24 bit)",
    )
    group.add_argument(
        "--screenshot",
        metavar="FILE.png",
        type=a_path,
        default=NOT_GIVEN,
        help="with --exit-after: save both windows (FILE.png and FILE-stage.png)",
    )
    group.add_argument(
        "--quantize",
        choices=("beat", "bar", "loop"),
        default=NOT_GIVEN,
        help="the grid on which changes land (default: bar)",
    )
    group.add_argument(
        "--window-ms", metavar="MS", default=NOT_GIVEN, help="length of a window (default: 30000)"
    )
    add_page(group)


def add_page(group: Any) -> None:
    """Add the ``--page`` option."""
    group.add_argument(
        "--page",
        metavar="HOST:PORT",
        nargs="?",
        type=listen_at,
        const={},
        default=NOT_GIVEN,
        help="serve the audience's voting page (default: port 8080 of this computer)",
    )


def add_servers(parser: argparse.ArgumentParser) -> None:
    """Add the option for Kafka's servers."""
    parser.add_argument(
        "--bootstrap-servers",
        metavar="H:P",
        type=servers,
        default=NOT_GIVEN,
        help=f"where Kafka is (default: {DEFAULT_SERVERS})",
    )


def add_input(parser: argparse.ArgumentParser) -> None:
    """Add the options for Kafka's servers and the input topic."""
    add_servers(parser)
    parser.add_argument(
        "--topic",
        metavar="NAME",
        default=NOT_GIVEN,
        help=f"the input topic (default: {INPUT_TOPIC})",
    )


def add_to_topic(parser: argparse.ArgumentParser) -> None:
    """Add the options of verbs that write to topics until stopped, without a show."""
    add_input(parser)
    parser.add_argument(
        "--partitions",
        metavar="N",
        type=positive_count,
        default=4,
        help="partitions of topics that have to be created (default: 4)",
    )
    parser.add_argument(
        "--exit-after",
        metavar="S",
        type=positive_seconds,
        default=NOT_GIVEN,
        help="end by itself after this many seconds",
    )
    add_json(parser)


def add_hashtag(parser: argparse.ArgumentParser) -> None:
    """Add the ``--hashtag`` option."""
    parser.add_argument(
        "--hashtag", metavar="WORD", default=NOT_GIVEN, help="posts with it (default: mwk)"
    )


def add_follow(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verbs that follow a network."""
    parser.add_argument(
        "--dry-run", action="store_true", help="print what comes instead of writing it to Kafka"
    )
    add_to_topic(parser)
    add_metrics(parser)


def run_follow(args: argparse.Namespace, kind: str) -> int:
    """Follow a network; 0: ended, 1: messages were lost, 2: could not begin."""
    # Late: `mwk --help` needs no network.
    from mwk_desktop.app.verbs.follow_network import follow_network
    from mwk_desktop.app.verbs.follow_source import FollowOptions

    return follow_network(options_of(args), FollowOptions(args.dry_run, args.partitions), kind)


def add_metrics(parser: Any) -> None:
    """Add the ``--metrics`` option."""
    parser.add_argument(
        "--metrics",
        metavar="HOST:PORT",
        type=metrics_address,
        default=NOT_GIVEN,
        help="serve figures for Prometheus at http://HOST:PORT/metrics",
    )


def add_yes(parser: argparse.ArgumentParser) -> None:
    """Add the ``--yes`` option of verbs that play or render a recording."""
    parser.add_argument(
        "--yes",
        action="store_true",
        default=NOT_GIVEN,
        help="play or render a recording of more than 12 h without asking",
    )


def add_json(parser: Any) -> None:
    """Add the ``--json`` option."""
    parser.add_argument(
        "--json", action="store_true", default=NOT_GIVEN, help="JSON Lines on stdout"
    )


def flags_of(args: argparse.Namespace) -> dict[str, object]:
    """Settings given as options, by their dotted names."""
    # Late: `mwk --help` needs no settings.
    from mwk_desktop.show.settings.origins import FLAG_OF_KEY

    given: dict[str, Any] = {
        key: str(value) if key == "sounds" else value for key, value in vars(args).items()
    }
    options = {flag.lstrip("-").replace("-", "_"): key for key, flag in FLAG_OF_KEY.items()}
    flags = {key: given[option] for option, key in options.items() if option in given}
    return {**flags, **given.get("page", {})}


def options_of(args: argparse.Namespace) -> Options:
    """Settings and options of a parsed command line.

    Raises
    ------
    mwk_desktop.show.settings.load.SettingsError
        A file, variable or option that cannot be used.
    """
    # Late: `mwk --help` does not need these.
    from mwk_desktop import platform
    from mwk_desktop.app.run_options import Options
    from mwk_desktop.app.stderr_lines import set_presenter_language
    from mwk_desktop.show.settings.load import load_settings

    given = vars(args)
    config, flags = given.get("config"), flags_of(args)
    settings = load_settings(config, os.environ, flags)
    set_presenter_language(settings.ui.language)
    state_dir = _state_folder(given)
    exit_after_s = given.get("exit_after")
    screenshot: Path | None = given.get("screenshot")
    if screenshot is not None:
        _check_screenshot(screenshot, exit_after_s, bool(given.get("headless")))
    return Options(
        settings=settings,
        json=bool(given.get("json")),
        headless=bool(given.get("headless")),
        exit_after_s=exit_after_s,
        screenshot=screenshot,
        record_master=given.get("record_master"),
        state_dir=state_dir or platform.current.data_folder(),
        topic=given.get("topic"),
        with_rules=lambda rules: load_settings(config, os.environ, {**rules, **flags}),
        flags=flags,
        config=config,
        page="page" in given,
        yes=bool(given.get("yes")),
        publish=bool(given.get("publish")),
        progress=bool(given.get("progress")),
        metrics=given.get("metrics"),
    )


def _state_folder(given: dict[str, Any]) -> Path | None:
    """The state folder from an option or variable, else None; raises if it is a file."""
    for name, value in (
        ("--state-dir", given.get("state_dir")),
        ("MWK_STATE_DIR", os.environ.get("MWK_STATE_DIR")),
    ):
        if value:
            folder = Path(value)
            if folder.exists() and not folder.is_dir():
                raise UsageProblem(
                    message("{path}: is a file; name a folder", path=f"{name} {folder}")
                )
            return folder
    return None


def _check_screenshot(screenshot: Path, exit_after_s: float | None, headless: bool) -> None:
    """Find what is wrong with ``--screenshot`` before the show begins."""
    if exit_after_s is None:
        raise UsageProblem(message("--screenshot needs --exit-after S: it is taken at the end"))
    if headless:
        raise UsageProblem(message("--screenshot needs the windows: leave out --headless"))
    if screenshot.suffix.lower() != ".png":
        raise UsageProblem(
            message("{path}: the name must end in .png", path=f"--screenshot {screenshot}")
        )
    if not screenshot.absolute().parent.is_dir():
        raise UsageProblem(
            message("{path}: its folder does not exist", path=f"--screenshot {screenshot}")
        )
