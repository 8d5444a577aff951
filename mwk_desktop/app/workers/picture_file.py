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
        if is_picture(_first_bytes(Path(path))):
            return NOTHING
        why = message("is no picture that can be shown")
    except FileNotFoundError:
        why = message("no such file")
    except IsADirectoryError:
        why = message("is a folder")
    except (OSError, ValueError) as error:
        why = verbatim(getattr(error, "strerror", None) or str(error))
    return message(
        "{path}: {problem}; a PNG, JPEG or WebP file would be right", path=path, problem=why
    )


def _first_bytes(path: Path) -> bytes:
    """The first 12 bytes; none of what is no file (a pipe would be waited for)."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        return b""
    with path.open("rb") as file:
        return file.read(12)


def is_picture(head: bytes) -> bool:
    """Whether a file that begins with these 12 bytes is a PNG, JPEG or WebP."""
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return webp or head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))
