"""The program's log: JSON lines in the state folder, rotated by size.

Threads: any thread logs through :mod:`logging`. The audience's messages are never written here.
"""

from __future__ import annotations

import json
import logging
import logging.handlers
import platform
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from mwk_desktop.app.run_options import Options
from mwk_desktop.program_version import full_version
from mwk_desktop.terminal_text import escape_controls

FOLDER = "logs"
FILE = "mwk.log"
MAX_BYTES = 1_000_000
BACKUPS = 5

_log = logging.getLogger(__name__)
_root = logging.getLogger("mwk_desktop")


class JsonLines(logging.Formatter):
    """One JSON object per record: time, level, logger, message, and its fields."""

    def format(self, record: logging.LogRecord) -> str:
        seconds = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(record.created))
        line: dict[str, Any] = {
            "time": f"{seconds}.{int(record.msecs):03d}",
            "level": record.levelname.lower(),
            "where": record.name.removeprefix("mwk_desktop."),
            # Several programs may write to the same file: `mwk` and `mwk replay`.
            "process": record.process,
            "thread": record.threadName,
            "message": record.getMessage(),
        }
        fields = getattr(record, "fields", None)
        if isinstance(fields, dict):
            line.update(fields)
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        # The log will be read on a terminal: no control characters.
        return escape_controls(json.dumps(line, ensure_ascii=False, default=str))


class _Quiet(logging.handlers.RotatingFileHandler):
    """A log that, if it cannot be written, neither ends a show nor fills the terminal."""

    def handleError(self, record: logging.LogRecord) -> None:
        pass


def log_path(state_dir: Path) -> Path:
    """The newest log file; older ones are ``mwk.log.1`` and so on in the same folder."""
    return state_dir / FOLDER / FILE


@contextmanager
def keep_program_log(options: Options) -> Iterator[None]:
    """Keep a log while a show runs; if that is impossible, the show goes on without one."""
    path = log_path(options.state_dir)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A file's name need not be UTF-8; a line about it must not be lost.
        handler = _Quiet(
            path,
            maxBytes=MAX_BYTES,
            backupCount=BACKUPS,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError as error:
        # The show's recorder already tells people that the folder cannot be written.
        _log.info("no log is kept: %s: %s", path, error.strerror)
        yield
        return
    handler.setLevel(logging.INFO)
    handler.setFormatter(JsonLines())
    # The terminal's handler keeps its own level: the extra records go to the file only.
    for other in logging.getLogger().handlers:
        if other.level == logging.NOTSET:
            other.setLevel(logging.getLogger().level)
    before = _root.level
    _root.setLevel(min(logging.INFO, logging.getLogger().level))
    _root.addHandler(handler)
    hooks = threading.excepthook
    threading.excepthook = _thread_failed
    _log.info(
        "begins",
        extra={
            "fields": {
                "version": full_version(ask_git=False),
                "python": platform.python_version(),
                "system": platform.platform(),
                "settings": options.settings.redacted(),
            }
        },
    )
    try:
        yield
    except BaseException as error:
        _log.info("ended by %s", type(error).__name__, exc_info=_is_bug(error))
        raise
    finally:
        _log.info("ends")
        threading.excepthook = hooks
        _root.removeHandler(handler)
        _root.setLevel(before)
        handler.close()


def _is_bug(error: BaseException) -> bool:
    return isinstance(error, Exception)


def _thread_failed(args: threading.ExceptHookArgs) -> None:
    thread = args.thread.name if args.thread else "?"
    info: tuple[type[BaseException], BaseException, TracebackType | None] | None = None
    if args.exc_value is not None:
        info = (args.exc_type, args.exc_value, args.exc_traceback)
    _log.error("the thread %s failed", thread, exc_info=info)
