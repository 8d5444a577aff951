"""Fetches schemas from a Schema Registry over HTTP, beside those who need them.

Threads: any thread asks (:meth:`SchemaRegistry.find`), and waits at most a moment, and only for a
number that was never asked before; the *registry thread* talks to the server and tries again what
failed. REST: https://docs.confluent.io/platform/current/schema-registry/develop/api.html
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, unquote

import msgspec
import urllib3

from mwk_desktop.messages import NOTHING, Message, message, verbatim
from mwk_desktop.records.schema_types import Schema, SchemaId, SchemaReference

MOST_SCHEMAS: Final = 1_000
"""Most schemas kept, and most numbers waited for: garbage can name four billion."""
MOST_BYTES: Final = 4 << 20
"""A larger answer is not a schema."""
MOST_REFERENCES: Final = 200

WAIT_S: Final = 2.0
"""How long the first caller that asks for a number waits."""
PATIENCE: Final = 20
"""After this many numbers in a row without a schema no caller waits any more: they are garbage."""
RETRY_S: Final = 1.0
LONGEST_RETRY_S: Final = 10.0
NOT_FOUND_RETRY_S: Final = 30.0

_SCHEMA_NOT_FOUND: Final = 40403
_HEADERS: Final = {"Accept": "application/vnd.schemaregistry.v1+json, application/json"}


@dataclass(frozen=True, slots=True)
class RegistryLogin:
    """Where the registry is and who asks. ``ca``: a file of certificates to trust; "": the
    system's."""

    url: str
    username: str = ""
    password: str = field(default="", repr=False)
    ca: str = ""
    timeout_s: float = 5.0


class RegistryError(Exception):
    """A schema cannot be fetched; ``reason`` says why. ``missing``: the registry does not
    have it."""

    def __init__(self, reason: Message, *, missing: bool = False) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.missing = missing


class RegistryClient:
    """Asks a registry; every method blocks, at most for the timeout of each request.

    Raises
    ------
    RegistryError
        The file of certificates cannot be read.
    """

    def __init__(self, login: RegistryLogin) -> None:
        address = urllib3.util.parse_url(login.url.rstrip("/"))
        self._url = address._replace(auth=None).url
        headers = dict(_HEADERS)
        basic = unquote(address.auth or "")
        if login.username or login.password:
            basic = f"{login.username}:{login.password}"
        if basic:
            headers |= urllib3.make_headers(basic_auth=basic)
        more: dict[str, Any] = {"ca_certs": login.ca} if login.ca else {}
        self._pool = urllib3.PoolManager(
            headers=headers,
            timeout=urllib3.Timeout(total=login.timeout_s),
            retries=urllib3.Retry(0, redirect=2),
            **more,
        )

    @property
    def url(self) -> str:
        """Its address, without the login that the settings may have put there."""
        return self._url

    def fetch(self, schema_id: SchemaId) -> Schema:
        """A schema with everything it refers to.

        Raises
        ------
        RegistryError
            The registry is not there, refuses, has no such schema, or answers something else.
        """
        number = isinstance(schema_id, int)
        path = f"ids/{schema_id}?fetchMaxId=false" if number else f"guids/{schema_id}"
        answer = self._get(f"/schemas/{path}")
        kind, text = answer.get("schemaType", "AVRO"), answer.get("schema")
        if kind not in ("AVRO", "JSON", "PROTOBUF") or not isinstance(text, str):
            raise RegistryError(
                message("a schema of a kind that is not read: {kind}", kind=str(kind)[:40])
            )
        found: dict[str, str] = {}
        if kind != "JSON":  # what a JSON Schema refers to only checks values
            self._add_references(answer, found)
        references = tuple(SchemaReference(name, each) for name, each in found.items())
        return Schema(schema_id, kind, text, references)

    def check(self) -> None:
        """Ask for the least that every registry answers; raises :class:`RegistryError` if not."""
        self._get("/subjects", anything=True)

    def close(self) -> None:
        """Close the connections."""
        self._pool.clear()

    def _add_references(self, answer: dict[str, Any], found: dict[str, str]) -> None:
        """Add what a schema refers to, each behind what it needs itself."""
        references = answer.get("references") or []
        if not isinstance(references, list):
            raise RegistryError(message("an answer that is no schema"))
        for each in references:
            try:
                name, subject, version = each["name"], each["subject"], int(each["version"])
            except (KeyError, TypeError, ValueError):
                raise RegistryError(message("a reference that says too little")) from None
            if name in found:
                continue
            if len(found) >= MOST_REFERENCES:
                raise RegistryError(message("too many references"))
            found[name] = ""  # a circle ends here
            inner = self._get(f"/subjects/{quote(str(subject), safe='')}/versions/{version}")
            self._add_references(inner, found)
            del found[name]
            found[name] = str(inner.get("schema", ""))

    def _get(self, path: str, *, anything: bool = False) -> dict[str, Any]:
        try:
            answer = self._pool.request("GET", self._url + path, preload_content=False)
            try:
                body = answer.read(MOST_BYTES + 1)
            finally:
                answer.release_conn()
        except urllib3.exceptions.HTTPError as error:
            raise RegistryError(self._not_there(error)) from None
        except (OSError, ValueError) as error:  # a file of certificates, an address
            raise RegistryError(self._not_there(error)) from None
        try:
            content = msgspec.json.decode(body) if len(body) <= MOST_BYTES else None
        except (ValueError, RecursionError):
            content = None
        told = content if isinstance(content, dict) else {}
        if answer.status in (401, 403):
            raise RegistryError(message("the registry refuses the login: {url}", url=self._url))
        if answer.status == 404 and told.get("error_code") == _SCHEMA_NOT_FOUND:
            raise RegistryError(message("the registry does not have it"), missing=True)
        if answer.status != 200 or not (told or anything):
            raise RegistryError(
                message(
                    "the registry answers {status} at {url}",
                    status=str(answer.status),
                    url=self._url,
                ),
                missing=answer.status == 404,
            )
        return told

    def _not_there(self, error: Exception) -> Message:
        cause = error
        if isinstance(error, urllib3.exceptions.MaxRetryError) and error.reason is not None:
            cause = error.reason
        if isinstance(cause, urllib3.exceptions.TimeoutError) and not isinstance(
            cause, urllib3.exceptions.NewConnectionError
        ):
            why = message("it does not answer")
        elif isinstance(cause, urllib3.exceptions.SSLError):
            why = message("its certificate is not trusted ({reason})", reason=_last_words(cause))
        else:
            why = verbatim(_last_words(cause))
        return message("no registry at {url}: {reason}", url=self._url, reason=why)


def _last_words(error: Exception) -> str:
    """The end of a library's message, without the objects that it names."""
    inner = error.args[-1] if error.args else error
    text = " ".join(str(inner).split())
    return text.rpartition(">: ")[2].rpartition("): ")[2][:200] or type(error).__name__


class SchemaRegistry:
    """A registry's schemas; a :class:`~mwk_desktop.records.schema_decoding.SchemaSource`.

    Parameters
    ----------
    fetch
        Fetches a schema, or raises :class:`RegistryError`; it may block.
    wait_s
        How long :meth:`find` waits for a number that was never asked before.
    """

    def __init__(self, fetch: Callable[[SchemaId], Schema], wait_s: float = WAIT_S) -> None:
        self._fetch = fetch
        self._wait_s = wait_s
        self._changed = threading.Condition()
        self._known: dict[SchemaId, Schema] = {}
        self._reasons: dict[SchemaId, Message] = {}
        """Numbers whose schema is not known, and why: NOTHING means that it was not asked yet."""
        self._missing_until_s: dict[SchemaId, float] = {}
        self._problem: Message = NOTHING
        self._misses = 0
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="schema-registry", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """End the thread; a request under way may hold it for its timeout."""
        self._stop.set()
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(timeout=1.0)

    @property
    def problem(self) -> Message:
        """Why schemas cannot be fetched now; NOTHING if they can (any thread)."""
        return self._problem

    @property
    def waited_for(self) -> int:
        """How many numbers have no schema yet (any thread)."""
        return len(self._reasons)

    def known(self, schema_id: SchemaId) -> Schema | None:
        """The schema if it was fetched already; never asks the registry (any thread)."""
        return self._known.get(schema_id)

    def find(self, schema_id: SchemaId) -> Schema | Message:
        """The schema, or why it is not known (any thread).

        A number that was never asked before is asked at once and waited for, unless the registry is
        known to be away. What is not known is asked again on the registry thread.
        """
        found = self._known.get(schema_id)
        if found is not None:
            return found
        with self._changed:
            if schema_id not in self._reasons:
                self._make_room()
                if self.waited_for >= MOST_SCHEMAS:
                    return message("too many unknown schemas")
                self._reasons[schema_id] = NOTHING
                self._wake.set()
                if not self._problem and self._misses < PATIENCE:
                    self._changed.wait_for(
                        lambda: (
                            schema_id in self._known
                            or bool(self._reasons.get(schema_id))
                            or bool(self._problem)
                            or self._stop.is_set()
                        ),
                        self._wait_s,
                    )
            return (
                self._known.get(schema_id)
                or self._reasons.get(schema_id)
                or self._problem
                or message("the registry has not answered yet")
            )

    def _make_room(self) -> None:
        """Forget numbers that the registry does not have."""
        if len(self._reasons) >= MOST_SCHEMAS:
            for each in list(self._missing_until_s)[: MOST_SCHEMAS // 2]:
                self._missing_until_s.pop(each)
                self._reasons.pop(each, None)
        if len(self._known) >= MOST_SCHEMAS:
            self._known.pop(next(iter(self._known)))

    def _run(self) -> None:
        pause_s = RETRY_S
        while not self._stop.is_set():
            self._wake.clear()
            with self._changed:
                now_s = time.monotonic()
                due = [n for n in self._reasons if self._missing_until_s.get(n, 0) <= now_s]
            if not due:
                self._wake.wait(RETRY_S if self._missing_until_s else None)
                continue
            if all(self._ask(each) for each in due):
                pause_s = RETRY_S
            else:
                self._stop.wait(pause_s)
                pause_s = min(2 * pause_s, LONGEST_RETRY_S)

    def _ask(self, schema_id: SchemaId) -> bool:
        """Fetch one schema; False: the registry is away, the next one need not be asked."""
        if self._stop.is_set():
            return False
        problem, found = NOTHING, None
        try:
            found = self._fetch(schema_id)
        except RegistryError as error:
            reason = error.reason
            if not error.missing:
                problem = reason
        except Exception as error:  # a bug must not end the thread
            problem = reason = verbatim(f"{type(error).__name__}: {error}"[:200])
        with self._changed:
            self._problem = problem
            if found is not None:
                self._misses = 0
                self._known[schema_id] = found
                self._reasons.pop(schema_id, None)
                self._missing_until_s.pop(schema_id, None)
            else:
                self._reasons[schema_id] = reason
                if not problem:
                    self._misses += 1
                    self._missing_until_s[schema_id] = time.monotonic() + NOT_FOUND_RETRY_S
            self._changed.notify_all()
        return not problem


class DirectSchemas:
    """A registry's schemas, fetched on the caller's thread: for recordings and checks, where
    nothing else waits. What was not found is not asked again."""

    def __init__(self, fetch: Callable[[SchemaId], Schema]) -> None:
        self._fetch = fetch
        self._found: dict[SchemaId, Schema | Message] = {}
        self._away: Message = NOTHING

    def find(self, schema_id: SchemaId) -> Schema | Message:
        """The schema, or why it is not known; may block."""
        found = self._found.get(schema_id)
        if found is None:
            if self._away or len(self._found) >= MOST_SCHEMAS:
                return self._away or message("too many unknown schemas")
            try:
                found = self._fetch(schema_id)
            except RegistryError as error:
                found = error.reason
                if not error.missing:
                    self._away = error.reason
            self._found[schema_id] = found
        return found

    def known(self, schema_id: SchemaId) -> Schema | None:
        """The schema if it was fetched before."""
        found = self._found.get(schema_id)
        return found if isinstance(found, Schema) else None
