"""An argument parser whose errors are one line: what was typed, and what would be right."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final, NoReturn

from mwk_desktop.cli.option_types import a_path

BAD_USAGE: Final = 2
_NEAR: Final = 0.6
"""How similar two words must be before one is suggested for the other."""


class Parser(argparse.ArgumentParser):
    """Reports an error in one line, without argparse's own wording."""

    def error(self, message: str) -> NoReturn:
        """End with the exit code of bad usage."""
        message = message.removeprefix("argument ")
        required = "the following arguments are required: "
        if message.startswith(required):
            message = f"{message.removeprefix(required)} is missing"
        message = message.replace(": expected one argument", ": a value is missing")
        message = message.replace(": not allowed with argument ", ": cannot be used with ")
        self.exit(BAD_USAGE, f"{self.prog}: {one_line(message)} (see {self.prog} --help)\n")

    def refuse(self, words: Sequence[str]) -> NoReturn:
        """End because of unknown words; for an option, suggest the nearest one."""
        word = words[0]
        if not word.startswith("-"):
            self.error(f"{typed(word)}: one word too many")
        name = word.partition("=")[0]
        options = [text for text in self._option_string_actions if text.startswith("--")]
        verbs = [sub.prog for sub in self.verbs.values() if name in sub._option_string_actions]
        if verbs:
            self.error(f"{name} belongs to {', '.join(verbs)}: put it after the verb")
        self.error(f"{name}: no such option{_suggestion(name, options)}")

    @property
    def verbs(self) -> Mapping[str, argparse.ArgumentParser]:
        """The verbs' parsers by name; empty if there are no verbs."""
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                return action.choices
        return {}

    def refuse_unknown_options(self, argv: Sequence[str]) -> None:
        """Refuse an unknown option before its value is mistaken for a verb."""
        for word in argv:
            if word == "--" or word in self.verbs:
                return
            name = word.partition("=")[0]
            if name.startswith("--") and name not in self._option_string_actions:
                self.refuse([word])

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """Convert a value; the error names the typed text and what would be right."""
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError as error:
            raise _refused(action, arg_string, error.message) from None

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Check a value against its choices; the error does the same."""
        choices = action.choices
        if choices is None or value in choices:
            return
        if isinstance(action, argparse._SubParsersAction):
            near = _suggestion(str(value), choices)
            hint = near or f"; there are {', '.join(choices)}"
            raise argparse.ArgumentError(None, f"{typed(str(value))}: no such verb{hint}")
        raise _refused(action, str(value), f"one of {', '.join(map(str, choices))}")


class PrintVersion(argparse.Action):
    """Prints the version with its commit, and ends; looked up only when it is asked for."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        from mwk_desktop.program_version import full_version

        print(f"{parser.prog} {full_version()}")
        parser.exit(0)


class PrintCompletion(argparse.Action):
    """Prints the shell's completion script for the whole command line, and ends."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        # Late: only needed to set up a shell.
        import shtab

        parsers = [parser, *(parser.verbs.values() if isinstance(parser, Parser) else ())]
        for action in (action for each in parsers for action in each._actions):
            if action.type is a_path:
                action.complete = shtab.FILE
        print(shtab.complete(parser, shell=values))
        parser.exit(0)


_NO_BREAK = "\u00a0\u202f"
"""Spaces before a colon, in languages that have them."""


def one_line(text: str) -> str:
    """Text made safe for one line of a message (a file's name may hold anything)."""
    return "".join(
        char
        if char.isprintable() or char in _NO_BREAK
        else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def typed(text: str) -> str:
    """Typed text for a message: shortened, and visible even if empty."""
    if not text:
        return '""'
    return text if len(text) <= 100 else f"{text[:97]}..."


def _refused(action: argparse.Action, text: str, right: str) -> argparse.ArgumentError:
    name = max(action.option_strings, key=len, default="")
    if not name and not text:
        name = str(action.metavar or "")
    return argparse.ArgumentError(None, f"{name} {typed(text)}: {right}".lstrip())


def _suggestion(word: str, known: Iterable[str]) -> str:
    known = list(known)
    near = get_close_matches(word, known, 1, _NEAR)
    if not near and len(word.strip("-")) > 2:
        near = [name for name in known if name.startswith(word)][:1]
    return f"; did you mean {near[0]}?" if near else ""
