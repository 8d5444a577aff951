"""Write the man page ``mwk(1)`` from the command line's own help.

    python packaging/release/man_page.py FILE

Everything is taken from the argument parsers, so that it cannot say anything else than ``--help``;
format: man(7). The date is the release's in ``CHANGELOG.md``, so that the same source gives the
same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from changelog import releases

from mwk_desktop import __version__
from mwk_desktop.cli.main import VERBS, parser
from mwk_desktop.cli.verb_options import add_common

NAME = r"mwk \- a mixing console that an audience plays through Kafka"
FILES = (
    ("~/.config/mwk/mwk.toml", "settings; --config names another file"),
    ("~/.local/share/mwk", "recordings, counts and logs; --state-dir names another folder"),
)
VARIABLES = (
    (
        "MWK_SECTION__KEY",
        "a setting, for example MWK_SHOW__WINDOW_MS=15000 for window_ms under [show]",
    ),
    ("DISPLAY, WAYLAND_DISPLAY", "where the windows open; without them mwk runs headless"),
)
STATUS = (
    ("0", "done"),
    ("1", "it began and failed"),
    ("2", "bad usage, or a file, folder or Kafka that cannot be used as asked"),
    ("3", "mwk check: something is amber"),
    ("4", "mwk check: something is red"),
)


def escape(text: str) -> str:
    """Text as man(7) wants it: no control line, hyphens that can be copied."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)


def plain(parser: argparse.ArgumentParser, action: argparse.Action) -> str:
    """An option's help with its values put in."""
    values = {**vars(action), "prog": parser.prog}
    if action.choices is not None:
        values["choices"] = ", ".join(map(str, action.choices))
    return (action.help or "") % values


def label(action: argparse.Action) -> str:
    """An option as it is typed, or an argument's name."""
    value = ""
    if action.nargs != 0:
        name = action.metavar or (action.dest.upper() if action.option_strings else action.dest)
        if action.choices is not None and not action.metavar:
            name = "{" + ",".join(map(str, action.choices)) + "}"
        value = rf"\fI{escape(str(name))}\fR"
        if action.nargs == "?":
            value = f"[{value}]"
    flags = ", ".join(rf"\fB{escape(flag)}\fR" for flag in action.option_strings)
    return f"{flags} {value}".strip()


def options(parser: argparse.ArgumentParser, left_out: frozenset[str]) -> Iterator[str]:
    """The lines of a parser's options and arguments, but for those of other names."""
    for action in parser._actions:
        names = set(action.option_strings)
        if isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
            continue
        if names & left_out or action.help == argparse.SUPPRESS:
            continue
        yield from (".TP", label(action), escape(plain(parser, action)))


def examples(epilog: str) -> Iterator[str]:
    """An epilog, line by line as it is; what comes after its examples is ordinary text."""
    body = epilog.strip().removeprefix("examples:").strip("\n")
    shown, _, told = body.partition("\n\n")
    yield from (".PP", ".nf", *(escape(line.strip()) for line in shown.splitlines()), ".fi")
    if told.strip():
        yield from (".PP", escape(" ".join(told.split())))


def page() -> str:
    """The whole page."""
    top = parser()
    common = argparse.ArgumentParser(add_help=False)
    add_common(common)
    shared = frozenset(flag for action in common._actions for flag in action.option_strings)
    date = next((release.date for release in releases()), "")
    lines = [f'.TH MWK 1 "{date}" "mwk {__version__}" "User Commands"']
    lines += [".SH NAME", NAME, ".SH SYNOPSIS"]
    lines += [r".B mwk", r"[\fIoptions\fR]", ".br", r".B mwk", r"\fIverb\fR [\fIoptions\fR]"]
    lines += [".SH DESCRIPTION", escape(str(top.description)), ".PP"]
    lines.append("Without a verb: the console with a simulated crowd, no broker needed.")
    lines += [".SH OPTIONS", *options(top, shared)]
    lines += [".SH COMMON OPTIONS", "Every verb knows these:", *options(common, frozenset())]
    lines.append(".SH VERBS")
    for verb in VERBS:
        sub = top.verbs[verb.NAME]
        lines += [f".SS mwk {verb.NAME}", escape(str(sub.description))]
        lines += [*options(sub, shared), *examples(verb.EXAMPLES)]
    for title, pairs in (
        ("FILES", FILES),
        ("ENVIRONMENT", VARIABLES),
        ("EXIT STATUS", STATUS),
    ):
        lines.append(f".SH {title}")
        for name, text in pairs:
            lines += [".TP", rf"\fB{escape(name)}\fR", escape(text)]
    lines += [".SH EXAMPLES", *examples(str(top.epilog))]
    return "\n".join(line for line in lines if line) + "\n"


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: man_page.py FILE", file=sys.stderr)
        return 2
    Path(sys.argv[1]).write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
