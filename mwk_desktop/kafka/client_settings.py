"""Settings of all our Kafka clients, combined with those of ``[kafka]``.

``[kafka]`` holds librdkafka's own names (its CONFIGURATION.md): SASL, TLS and everything else work
as everywhere. A few properties belong to the show, because exactly-once counting depends on them;
``[kafka]`` must not set them. Any property may be given as ``NAME.file``: its value is then the
file's content, so that a password need not be in ``mwk.toml`` or on a command line.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from mwk_desktop.messages import Message, message, verbatim
from mwk_desktop.topics import DEFAULT_SERVERS

PropertyValue = str | int | float | bool

DEFAULT_GROUP: Final = "mwk"

LOGGER: Final = "mwk_desktop.kafka"

_OURS: Final = {
    "enable.auto.commit": message("offsets are committed together with the counts"),
    "enable.auto.offset.store": message("offsets are committed together with the counts"),
    "auto.offset.reset": message("history that is gone is reported, not skipped; see --since"),
    "enable.partition.eof": message("the lag needs it"),
    "check.crcs": message(
        "with it one damaged batch can end the program; without it such a batch is passed by"
    ),
}
_SECRET: Final = re.compile(r"passw|secret|\.pem$|jaas|oauthbearer\.config|token$|credential")
_CALLBACK: Final = re.compile(r"_cb$|^on_|^logger$|^opaque$|^default\.topic\.config$")

_COMMON: Final[dict[str, PropertyValue]] = {
    # A new topic or partition is found within a second, and a hung broker owes an answer.
    "topic.metadata.refresh.interval.ms": 1000,
    # How long a topic may be unknown (half a minute by default) before that is the answer.
    "topic.metadata.propagation.max.ms": 3000,
    # The connection state lives on these; see connection.py.
    "statistics.interval.ms": 500,
    # Back within about two seconds of the broker; the defaults (100 ms to 10 s) hammer, then doze.
    "reconnect.backoff.ms": 250,
    "reconnect.backoff.max.ms": 2000,
    # 30 s by default: a laptop on the wrong network should say so sooner.
    "socket.connection.setup.timeout.ms": 10_000,
    # A minute by default, for which closing waits too; a pause of ten seconds is no pause any more.
    "socket.timeout.ms": 10_000,
    "socket.keepalive.enable": True,
    "socket.nagle.disable": True,
    # Repeated failures go to the connection state, not twenty lines a second to the log.
    "log_level": 2,
}

_CONSUMER: Final[dict[str, PropertyValue]] = {
    "enable.auto.commit": False,
    "enable.auto.offset.store": False,
    "auto.offset.reset": "error",
    "enable.partition.eof": True,
    # librdkafka 2.16 loses its place behind a wrong checksum and may abort the process.
    "check.crcs": False,
    # The default of 1000 stalls a fast consumer whenever it has emptied its queue.
    "fetch.queue.backoff.ms": 5,
    # 16 MiB prefetched, a tenth of a second: full speed; 64 take 80 MB more and are no faster,
    # unbounded takes a gigabyte when the show is slower.
    "queued.max.messages.kbytes": 16_384,
    "queued.min.messages": 100_000,
    "fetch.wait.max.ms": 500,
    "allow.auto.create.topics": False,
}

_PRODUCER: Final[dict[str, PropertyValue]] = {
    "enable.idempotence": True,
    "acks": "all",
    "compression.type": "lz4",
    "linger.ms": 5,
    # Five minutes by default: somebody who sends one tweet wants to know sooner that it failed.
    "message.timeout.ms": 30_000,
    "queue.buffering.max.kbytes": 65_536,
}

_CONSUMER_ONLY: Final = re.compile(
    r"^(group\.|session\.|heartbeat\.|max\.poll|partition\.assignment|coordinator\."
    r"|queued\.|fetch\.|isolation\.level$|check\.crcs$|allow\.auto\.create"
    r"|auto\.(offset|commit)|enable\.(auto|partition\.eof)|consume\.callback|offset\.store)"
)
_PRODUCER_ONLY: Final = re.compile(
    r"^(transactional\.|transaction\.|enable\.(idempotence|gapless)|queue\.buffering|linger\."
    r"|retries$|message\.send|retry\.backoff|compression\.|batch\.|delivery\.|sticky\."
    r"|acks$|request\.(required|timeout)|message\.timeout|queuing\.|partitioner$|msg_order)"
)


class KafkaSettingError(ValueError):
    """A property of ``[kafka]`` is refused; the argument is a :class:`Message`."""


class ClientLog(logging.Handler):
    """librdkafka wants a logger; without a handler on it Python would print to stderr."""

    def emit(self, record: logging.LogRecord) -> None:
        """Drop the line: handlers on a parent logger have already received it."""


class _FatalAsInfo(logging.Filter):
    """A fatal client error also comes as an error callback, which we report in our own words."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.getMessage().startswith("FATAL ["):
            logging.getLogger(LOGGER).info("%s", record.getMessage().removeprefix("FATAL "))
            return False
        return True


def client_logger() -> logging.Logger:
    """The logger of librdkafka's own lines (``debug`` and ``log_level`` in ``[kafka]`` enable
    them)."""
    logger = logging.getLogger(LOGGER)
    if not logger.handlers:
        logger.addHandler(ClientLog())
        logger.addFilter(_FatalAsInfo())
    return logger


def redacted(properties: Mapping[str, PropertyValue]) -> dict[str, str]:
    """The properties as they may be logged, shown or recorded: secrets are three dots."""
    return {
        name: "..." if _SECRET.search(name) and not name.endswith(".file") else str(value)
        for name, value in properties.items()
    }


def resolved(properties: Mapping[str, object]) -> dict[str, PropertyValue]:
    """``[kafka]`` with ``NAME.file`` read, without properties that belong to the show.

    Raises
    ------
    KafkaSettingError
        A property that belongs to the show, a callback, a value of a wrong type, or an unreadable
        file.
    """
    result: dict[str, PropertyValue] = {}
    for name, value in properties.items():
        if name in _OURS and str(value).lower() != str(_CONSUMER[name]).lower():
            raise KafkaSettingError(
                message(
                    "[kafka] {name} belongs to the show: {reason}", name=name, reason=_OURS[name]
                )
            )
        if _CALLBACK.search(name):
            raise KafkaSettingError(message("[kafka] {name}: no such property", name=name))
        if not isinstance(value, str | int | float | bool):
            kind = type(value).__name__
            raise KafkaSettingError(
                message(
                    "[kafka] {name} must be a text, a number, true or false, not {kind}",
                    name=name,
                    kind=kind,
                )
            )
        if name.endswith(".file"):
            path = Path(str(value)).expanduser()
            try:
                result[name.removesuffix(".file")] = path.read_text("utf-8").rstrip("\r\n")
            except (OSError, UnicodeDecodeError) as error:
                why: Message | str = message("it is not UTF-8 text")
                if isinstance(error, OSError):
                    why = error.strerror or str(error)
                raise KafkaSettingError(_about(f"{name}: {path}", why)) from error
        else:
            result[name] = value
        if name == "bootstrap.servers" and not str(value).strip(" ,"):
            raise KafkaSettingError(
                _about(name, message("names no server; HOST:PORT, or leave it out"))
            )
    return result


def consumer_config(
    properties: Mapping[str, PropertyValue], *, client_id: str, **more: Any
) -> dict[str, Any]:
    """Properties of a consumer: our defaults, overridden by ``[kafka]``, overridden by ``more``.

    Parameters
    ----------
    properties
        ``[kafka]``; librdkafka's names.
    client_id
        What the broker's logs and metrics call this client, unless ``[kafka]`` names another.
    more
        Callbacks and such, names as in Python (``error_cb``).
    """
    passed = _without(resolved(properties), _PRODUCER_ONLY)
    start = {"bootstrap.servers": DEFAULT_SERVERS, "client.id": client_id}
    group = {"group.id": DEFAULT_GROUP}
    return {**_COMMON, **_CONSUMER, **start, **group, **passed, **more, "logger": client_logger()}


def producer_config(
    properties: Mapping[str, PropertyValue], *, client_id: str, **more: Any
) -> dict[str, Any]:
    """Properties of a producer (idempotent, ``acks=all``, lz4), as :func:`consumer_config`."""
    passed = _without(resolved(properties), _CONSUMER_ONLY)
    start = {"bootstrap.servers": DEFAULT_SERVERS, "client.id": client_id}
    return {**_COMMON, **_PRODUCER, **start, **passed, **more, "logger": client_logger()}


def admin_config(
    properties: Mapping[str, PropertyValue], *, client_id: str, **more: Any
) -> dict[str, Any]:
    """Properties of an admin client: what both kinds of client share."""
    passed = _without(_without(resolved(properties), _CONSUMER_ONLY), _PRODUCER_ONLY)
    start = {"bootstrap.servers": DEFAULT_SERVERS, "client.id": client_id}
    return {**_COMMON, **start, **passed, **more, "logger": client_logger()}


def servers_of(properties: Mapping[str, PropertyValue]) -> str:
    """``bootstrap.servers`` (also under its old name), for messages."""
    for name in ("bootstrap.servers", "metadata.broker.list"):
        if properties.get(name):
            return str(properties[name])
    return DEFAULT_SERVERS


def user_of(properties: Mapping[str, PropertyValue]) -> str:
    """The user who logs in, for messages; empty if there is no user name."""
    return str(properties.get("sasl.username") or properties.get("sasl.user") or "")


def setting_error(error: Exception) -> KafkaSettingError:
    """Turn an error of a client's constructor into one line that names the property.

    librdkafka says ``No such configuration property: "x"`` or ``Invalid value "v" for configuration
    property "x": ...``; a secret's value is never repeated.
    """
    told = error.args[0] if error.args else error
    # A KafkaError says the sentence by itself; anything else (a TypeError) is its own sentence.
    text = " ".join(str(told.str() if hasattr(told, "str") else told).split())
    text = text.removeprefix("Failed to create consumer: ").removeprefix(
        "Failed to create producer: "
    )
    unusable = re.match(r"(ssl\.[a-z.]+) failed: (.*)", text)
    if unusable:  # OpenSSL's own words stand last: error:05800088:x509 ... routines::no certificate
        return KafkaSettingError(_about(unusable[1], unusable[2].rsplit(":", 1)[-1].strip()))
    named = re.search(r'property:? "([^"]+)"', text)
    name = named.group(1) if named else ""
    if text.startswith("No such configuration property"):
        return KafkaSettingError(
            _about(name, message("no such property (librdkafka's names are meant)"))
        )
    if name and _SECRET.search(name):
        return KafkaSettingError(_about(name, message("this value is not accepted")))
    return KafkaSettingError(verbatim(f"[kafka] {text}"))


def _about(name: str, problem: Message | str) -> Message:
    return message("[kafka] {name}: {problem}", name=name, problem=problem)


def _without(
    properties: dict[str, PropertyValue], other: re.Pattern[str]
) -> dict[str, PropertyValue]:
    """Leave out properties of the other kind of client; librdkafka would warn about each."""
    return {name: value for name, value in properties.items() if not other.search(name)}
