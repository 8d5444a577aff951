"""How the command line says what is wrong with it: one line that names what was typed and what
would be right, as the rest of the program says it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final, NoReturn

from mwk_desktop.cli.option_types import a_path

BAD_USAGE: Final = 2
_NEAR: Final = 0.6
"""How alike two words are before one is proposed for the other."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without argparse's own words."""

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
        """End because of words that nobody knows; of an option the nearest one is named."""
        word = words[0]
        if not word.startswith("-"):
            self.error(f"{typed(word)}: one word too many")
        name = word.partition("=")[0]
        options = [text for text in self._option_string_actions if text.startswith("--")]
        verbs = [sub.prog for sub in self.verbs.values() if name in sub._option_string_actions]
        if verbs:
            self.error(f"{name} goes with {', '.join(verbs)}, behind the verb")
        self.error(f"{name}: no such option{_or_rather(name, options)}")

    @property
    def verbs(self) -> Mapping[str, argparse.ArgumentParser]:
        """The parsers of the verbs, by their names; none where there are no verbs."""
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                return action.choices
        return {}

    def look_before_the_verb(self, argv: Sequence[str]) -> None:
        """Refuse an option that nobody knows before its value is taken for a verb."""
        for word in argv:
            if word == "--" or word in self.verbs:
                return
            name = word.partition("=")[0]
            if name.startswith("--") and name not in self._option_string_actions:
                self.refuse([word])

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """Of a value that its type refuses the text is named, and what would be right."""
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError as error:
            raise _refused(action, arg_string, error.message) from None

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Likewise of a value that is not one of the choices."""
        choices = action.choices
        if choices is None or value in choices:
            return
        if isinstance(action, argparse._SubParsersAction):
            near = _or_rather(str(value), choices)
            hint = near or f"; there are {', '.join(choices)}"
            raise argparse.ArgumentError(None, f"{typed(str(value))}: no such verb{hint}")
        raise _refused(action, str(value), f"one of {', '.join(map(str, choices))}")


class PrintCompletion(argparse.Action):
    """Prints what a shell needs to complete the whole command line, and ends."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        # Late: only setting up a shell needs it.
        import shtab

        parsers = [parser, *(parser.verbs.values() if isinstance(parser, Parser) else ())]
        for action in (action for each in parsers for action in each._actions):
            if action.type is a_path:
                action.complete = shtab.FILE
        print(shtab.complete(parser, shell=values))
        parser.exit(0)


def one_line(text: str) -> str:
    """Text as it may stand in a message, whatever somebody named a file."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def typed(text: str) -> str:
    """What somebody typed: short, and visible where it is empty."""
    if not text:
        return '""'
    return text if len(text) <= 100 else f"{text[:97]}..."


def _refused(action: argparse.Action, text: str, right: str) -> argparse.ArgumentError:
    name = max(action.option_strings, key=len, default="")
    if not name and not text:
        name = str(action.metavar or "")
    return argparse.ArgumentError(None, f"{name} {typed(text)}: {right}".lstrip())


def _or_rather(word: str, known: Iterable[str]) -> str:
    known = list(known)
    near = get_close_matches(word, known, 1, _NEAR)
    if not near and len(word.strip("-")) > 2:
        near = [name for name in known if name.startswith(word)][:1]
    return f"; did you mean {near[0]}?" if near else ""
