"""Whether the stage can show the picture for Black (``stage.picture``); no Qt here."""

from __future__ import annotations

from pathlib import Path

from mwk_desktop.messages import NOTHING, Message, message, verbatim


def picture_problem(path: str) -> Message:
    """What is wrong with the file, by its name, and what would be right; nothing if it is fine, or
    if no picture is set.

    Only its first bytes are read: they say which kind of picture it is.
    """
    if not path:
        return NOTHING
    try:
        with Path(path).open("rb") as file:
            head = file.read(12)
    except FileNotFoundError:
        why = message("no such file")
    except IsADirectoryError:
        why = message("is a folder")
    except (OSError, ValueError) as error:
        why = verbatim(getattr(error, "strerror", None) or str(error))
    else:
        if is_picture(head):
            return NOTHING
        why = message("is no picture that can be shown")
    return message(
        "{path}: {problem}; a PNG, JPEG or WebP file would be right", path=path, problem=why
    )


def is_picture(head: bytes) -> bool:
    """Whether a file that begins with these 12 bytes is a PNG, JPEG or WebP."""
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return webp or head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))
