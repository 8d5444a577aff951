"""The sections of ``mwk.toml`` on the two windows and on what the stage shows."""

from __future__ import annotations

from dataclasses import dataclass

from mwk_desktop.messages import languages, message
from mwk_desktop.show.settings.option_field import option
from mwk_desktop.show.settings.value_kinds import any_text, choice, number, switch, words


@dataclass(frozen=True, slots=True)
class UiSettings:
    """``[ui]``: the two windows."""

    language: str = option(
        "",
        words(
            rf"(?:(?i:{'|'.join(languages())})(?:[_-][A-Za-z0-9]{{2,8}})*)?",
            message("one of {choices}", choices=", ".join(languages())),
        ),
        message('Language of the windows; "" for the system\'s.'),
        at_once=True,
        label=message("Language"),
        form=message("Language of the windows."),
    )
    stage_second_language: str = option(
        "",
        words(
            rf"(?i:{'|'.join(languages())})?",
            message("one of {choices}", choices=", ".join(languages())),
        ),
        message('A second language on the stage: instruments and the title twice; "" for none.'),
        at_once=True,
        label=message("Second language on the stage"),
        form=message("A second language on the stage: instruments and the title twice."),
    )
    stage_screen: str = option(
        "",
        any_text(),
        message('Name of the projector\'s screen; "" for the second one.'),
        edit="screen",
        at_once=True,
        label=message("The stage is shown on"),
        form=message("The projector's screen."),
    )
    stage_lost: str = option(
        "wait",
        choice(("wait", "next")),
        message("When the chosen screen is gone: wait (for it), or next (go to another one)."),
        at_once=True,
        label=message("When the screen is lost"),
        form=message("The stage never opens over the console."),
    )
    escape_held: bool = option(
        False,
        switch(),
        message(
            "Esc has to be held for 0.4 s to be panic: some clickers send it from a button that is "
            "pressed often."
        ),
        at_once=True,
        label=message("Esc is held for panic"),
    )
    escape_leaves_full_screen: bool = option(
        False,
        switch(),
        message("Esc on a stage in full screen leaves full screen; false: Esc is always panic."),
        label=message("Esc leaves full screen"),
        form=message(
            "Esc on a stage in full screen leaves full screen first; otherwise it is always panic."
        ),
    )
    reduced_motion: bool = option(
        False,
        switch(),
        message("Calmer windows: nothing pulses or slides."),
        at_once=True,
        label=message("Calmer windows"),
    )
    scale: float = option(
        1.0,
        number(0.5, 3.0),
        message("Size of everything in the console."),
        label=message("Size of everything"),
    )
    pictures: bool = option(
        True,
        switch(),
        message("Fetch the pictures of the users that are shown; false: initials only."),
        label=message("Pictures of users"),
        form=message(
            "Fetch the pictures of the users that are shown; otherwise there are initials."
        ),
    )


@dataclass(frozen=True, slots=True)
class StageSettings:
    """``[stage]``: what the audience sees."""

    black: str = option(
        "black",
        choice(("black", "hashtag", "picture")),
        message("What the room sees under Black: black, the hashtag or a picture."),
        at_once=True,
        label=message("Under Black"),
        form=message("What the room sees after B."),
    )
    picture: str = option(
        "",
        any_text(),
        message("A file with the picture for Black (PNG, JPEG or WebP)."),
        path=True,
        edit="file",
        at_once=True,
        label=message("Picture under Black"),
    )
