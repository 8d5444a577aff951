"""Caches pictures: returns what it has at once, and fetches the rest on a few threads.

Threads: the GUI thread asks and never waits. A few daemon threads fetch and decode; they may wait
for the network. Nothing is pushed: :attr:`PictureCache.serial` grows when a picture arrives, and
the windows' next pull asks again.
"""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from mwk_desktop.ui.pictures.fetch_target import RefusedError
from mwk_desktop.ui.pictures.picture_decoding import picture_of
from mwk_desktop.ui.pictures.picture_fetching import Fetcher

PROVIDER = "people"
_KEPT = 192
"""Pictures in memory: 64 kB each, 12 MB together; the windows show fewer than 40 at once."""
_FAILED_KEPT = 4096
_WAITING = 48
"""Pictures in the queue; in a flood the oldest request is dropped, as its row is long gone."""
_THREADS = 3
_REFUSED_FOR_S = 3600.0
_RETRY_S = 30.0
_RETRY_MOST_S = 1800.0
_LEAVE_S = 0.5

_log = logging.getLogger(__name__)


class PictureCache:
    """Pictures by the users' addresses; only visible ones are ever fetched.

    Parameters
    ----------
    fetch
        Address to bytes; :meth:`Fetcher.fetch` by default.
    decode
        Bytes to picture.
    clock
        Seconds, for retries of failed pictures.
    threads
        How many pictures are fetched at once.
    """

    def __init__(
        self,
        *,
        fetch: Callable[[str], bytes] | None = None,
        decode: Callable[[bytes], Any] = picture_of,
        clock: Callable[[], float] = time.monotonic,
        threads: int = _THREADS,
    ) -> None:
        self.serial = 0
        self._fetch = Fetcher().fetch if fetch is None else fetch
        self._decode = decode
        self._clock = clock
        self._most_threads = threads
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._work = threading.Condition(self._lock)
        self._decoding = threading.Lock()
        self._closed = False
        self._kept: OrderedDict[str, Any] = OrderedDict()
        self._failed: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """Key -> time of the next try, and how long the wait was."""
        self._waiting: OrderedDict[str, str] = OrderedDict()
        self._under_way: set[str] = set()

    def source(self, url: str) -> str:
        """What QML shows for a user's address: ``image://people/KEY``, or "" if it is not there
        yet; then it is requested (GUI thread; never waits)."""
        if not url:
            return ""
        key = _key(url)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return f"image://{PROVIDER}/{key}"
            if self._closed or key in self._under_way:
                return ""
            again_s, _ = self._failed.get(key, (0.0, 0.0))
            if key in self._failed and self._clock() < again_s:
                return ""
            self._waiting[key] = url
            self._waiting.move_to_end(key)
            while len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            if len(self._threads) < self._most_threads:
                self._start_one()
            self._work.notify()
        return ""

    def known(self, url: str) -> str:
        """As :meth:`source`, but without a request: short-lived rows are not worth a fetch."""
        key = _key(url) if url else ""
        with self._lock:
            return f"image://{PROVIDER}/{key}" if key in self._kept else ""

    def image(self, key: str) -> Any:
        """The picture of a key, or None (any thread)."""
        with self._lock:
            return self._kept.get(key)

    def idle(self) -> bool:
        """Whether no request is open."""
        with self._lock:
            return not self._waiting and not self._under_way

    def close(self) -> None:
        """Start no more fetches; a thread that waits for the network ends with the process."""
        with self._lock:
            self._closed = True
            self._waiting.clear()
            self._work.notify_all()
        leave_s = time.monotonic() + _LEAVE_S
        for thread in self._threads:
            thread.join(timeout=max(0.0, leave_s - time.monotonic()))

    def _start_one(self) -> None:
        name = f"picture-{len(self._threads) + 1}"
        thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _run(self) -> None:
        while True:
            with self._work:
                while not self._waiting and not self._closed:
                    self._work.wait()
                if self._closed:
                    return
                # The newest request first: it is the one on the screen.
                key, url = self._waiting.popitem(last=True)
                self._under_way.add(key)
            picture, wait_s = self._get(url)
            with self._lock:
                self._under_way.discard(key)
                if picture is None:
                    self._remember_failure(key, wait_s)
                else:
                    self._failed.pop(key, None)
                    self._kept[key] = picture
                    self.serial += 1
                    while len(self._kept) > _KEPT:
                        self._kept.popitem(last=False)

    def _get(self, url: str) -> tuple[Any, float]:
        """The picture, or None and how long to wait (0: depends on earlier failures)."""
        try:
            data = self._fetch(url)
            # One at a time: a decoded picture's size is limited, but not small.
            with self._decoding:
                return self._decode(data), 0.0
        except RefusedError as error:
            _log.debug("a picture was refused: %s", error)
            return None, _REFUSED_FOR_S
        except OSError as error:
            _log.debug("a picture could not be fetched: %s", error)
        except Exception:  # a picture that triggers a bug must not stop all others
            _log.exception("a picture could not be made")
            return None, _REFUSED_FOR_S
        return None, 0.0

    def _remember_failure(self, key: str, wait_s: float) -> None:
        _, before_s = self._failed.get(key, (0.0, 0.0))
        wait_s = wait_s or min(_RETRY_MOST_S, max(_RETRY_S, before_s * 2))
        self._failed[key] = (self._clock() + wait_s, wait_s)
        self._failed.move_to_end(key)
        while len(self._failed) > _FAILED_KEPT:
            self._failed.popitem(last=False)


def _key(url: str) -> str:
    """A key for a user's address, from which the address cannot be recovered."""
    return hashlib.blake2b(url.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
