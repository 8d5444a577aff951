"""The presenter's phone over HTTP: six paths, for paired devices; everything else is refused.

Threads: a thread of its own runs the event loop (:meth:`RemoteServer.start`); any thread reads
:attr:`RemoteServer.rows`, offers a pairing or sends a device away. State goes to devices as
server-sent events, actions come as POSTs with a serial number: a repeated one, a late one, one from
another origin and one that the role does not allow are refused. Without wifi the show goes on:
nothing waits for a device.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import json
import logging
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeGuard

from aiohttp import web

from mwk_desktop.clock import wall_ms
from mwk_desktop.controls.remote.remote_devices import (
    PairingOffer,
    RemoteDevice,
    RemoteDevices,
    RemoteStream,
    check_act,
    may_do,
)
from mwk_desktop.controls.remote.remote_state import page_texts, remote_state
from mwk_desktop.messages import accepted_language, is_right_to_left, render
from mwk_desktop.show.action_kinds import ConsoleState, Refusal
from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.controllers_state import RemoteRow
from mwk_desktop.show.snapshot import Snapshot

COOKIE: Final = "mwk_remote"
ROOT: Final = "/r"
BODY_BYTES: Final = 2_048
"""A longer request is refused."""
LOOK_S: Final = 0.05
"""How often the show is compared with what a device was sent last."""
HEARTBEAT_S: Final = 2.0
"""A phone that hears nothing for three of these says that it is disconnected."""
WRITE_S: Final = 6.0
"""A device that does not read for this long is dropped: it connects again when it wakes."""
COOKIE_S: Final = 86_400

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Server": "mwk",
}
_STATIC: Final = Path(__file__).parent / "static"
_FILES: Final = {
    f"{ROOT}/remote.css": "text/css",
    f"{ROOT}/queue.js": "text/javascript",
    f"{ROOT}/remote.js": "text/javascript",
}
_log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
ReadShow = Callable[[], tuple[Snapshot, ConsoleState]]


class RemoteServer:
    """Serves paired devices from :meth:`start` to :meth:`close`.

    Parameters
    ----------
    sockets
        Listening sockets; the server closes them.
    sender
        Performs actions (used on the server's thread only).
    read_show
        The newest snapshot and the windows' state; never waits.
    """

    def __init__(
        self, sockets: Sequence[socket.socket], sender: ActionSender, read_show: ReadShow
    ) -> None:
        self._sockets = list(sockets)
        self._sender = sender
        self._read_show = read_show
        self._devices = RemoteDevices(time.monotonic)
        self._loop = asyncio.new_event_loop()
        self._ending = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="remote", daemon=True)
        self.refused = 0

    # -- any thread ------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[RemoteRow, ...]:
        """The paired devices."""
        return tuple(
            RemoteRow(
                each.id, each.name, each.roles, bool(each.streams), each.last_action, each.since_ms
            )
            for each in self._devices.devices
        )

    @property
    def offer(self) -> PairingOffer | None:
        """The open pairing."""
        return self._devices.offer

    def offer_pairing(self, roles: tuple[str, ...]) -> PairingOffer:
        """Open a pairing for one device."""
        return self._devices.offer_pairing(roles)

    def withdraw_offer(self) -> None:
        """Close the pairing."""
        self._devices.withdraw_offer()

    def revoke(self, device_id: str) -> None:
        """Send a device away ("" : all); returns at once."""
        self._call(lambda: self._devices.revoke(device_id))

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """End the server; waits a few seconds at most."""
        self._call(self._ending.set)
        if self._thread.is_alive():
            self._thread.join(timeout=5)
        for each in self._sockets:
            each.close()

    def _call(self, function: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(function)

    # -- the server's thread ---------------------------------------------------------------------

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        except Exception:
            _log.exception("the presenter's phone page failed")
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        runner = web.AppRunner(
            self.application(), access_log=None, max_line_size=4_096, max_field_size=4_096
        )
        await runner.setup()
        try:
            for each in self._sockets:
                await web.SockSite(runner, each, backlog=16).start()
            await self._ending.wait()
            for device in self._devices.devices:
                device.end_streams()
        finally:
            await runner.cleanup()

    def application(self) -> web.Application:
        """The application that aiohttp serves."""
        app = web.Application(middlewares=[self._guard], client_max_size=BODY_BYTES)
        app.router.add_get(ROOT, self._page)
        for path in _FILES:
            app.router.add_get(path, self._file)
        app.router.add_get(f"{ROOT}/texts", self._texts)
        app.router.add_get(f"{ROOT}/events", self._events, allow_head=False)
        app.router.add_post(f"{ROOT}/pair", self._pair)
        app.router.add_post(f"{ROOT}/act", self._act)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            if not is_own_host(request.host):
                raise web.HTTPMisdirectedRequest
            response = await handler(request)
        except web.HTTPException as error:
            self.refused += 1
            response = web.Response(status=error.status, text=f"{error.status} {error.reason}")
        except (ConnectionError, asyncio.CancelledError):
            raise
        except Exception:  # a failing request must not show a traceback
            _log.exception("the presenter's phone page could not answer")
            response = web.Response(status=500, text="500")
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    def _device(self, request: web.Request) -> RemoteDevice:
        device = self._devices.device_of(request.cookies.get(COOKIE))
        if device is None:
            raise web.HTTPUnauthorized
        return device

    async def _page(self, request: web.Request) -> web.StreamResponse:
        language = _language(request)
        direction = "rtl" if is_right_to_left(language) else "ltr"
        page = (_STATIC / "remote.html").read_text("utf-8")
        page = page.replace("LANGUAGE", language).replace("DIRECTION", direction)
        page = page.replace("TITLE", page_texts(language)["title"])
        return web.Response(text=page, content_type="text/html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        body = (_STATIC / request.path.rpartition("/")[2]).read_bytes()
        return web.Response(body=body, content_type=_FILES[request.path], charset="utf-8")

    async def _texts(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(page_texts(_language(request)))

    async def _pair(self, request: web.Request) -> web.StreamResponse:
        given = await _body(request)
        secret = given.get("secret")
        name = device_words(request.headers.get("User-Agent", ""))
        paired = self._devices.pair(secret if isinstance(secret, str) else "", name, wall_ms())
        if paired is None:
            raise web.HTTPForbidden
        device, cookie = paired
        response = web.json_response({"roles": device.roles})
        response.set_cookie(
            COOKIE, cookie, max_age=COOKIE_S, httponly=True, samesite="Strict", path=ROOT
        )
        return response

    async def _act(self, request: web.Request) -> web.StreamResponse:
        given = await _body(request)
        device = self._device(request)
        action, serial, pressed_ms = (given.get(key) for key in ("action", "serial", "pressed_ms"))
        if not isinstance(action, str) or not _is_whole(serial) or not _is_whole(pressed_ms):
            raise web.HTTPBadRequest
        if action not in ACTIONS or not may_do(device.roles, action):
            raise web.HTTPForbidden
        value = given.get("value")
        if value is not None and not isinstance(value, bool | int | float | str):
            raise web.HTTPBadRequest
        why = check_act(device, serial, pressed_ms, wall_ms())
        if why:
            self.refused += 1
            return web.json_response({"done": False, "why": why}, status=409)
        device.last_action = action
        refusal: Refusal | None = self._sender.try_action(action, value, device.name)
        language = _language(request)
        if refusal is None:
            return web.json_response({"done": True})
        return web.json_response({"done": False, "why": render(refusal.reason, language)})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise web.HTTPForbidden
        device = self._device(request)
        transport = request.transport
        if transport is None:
            raise web.HTTPBadRequest
        language = _language(request)
        response = web.StreamResponse(
            headers={**HEADERS, "Content-Type": "text/event-stream; charset=utf-8"}
        )
        response.force_close()
        response.enable_chunked_encoding()
        await response.prepare(request)
        ended = asyncio.Event()
        stream = RemoteStream(ended.set, transport.abort)
        device.add_stream(stream)
        try:
            await self._stream(response, device, language, ended)
        except TimeoutError:
            transport.abort()
        except ConnectionError:
            pass
        finally:
            device.remove_stream(stream)
        return response

    async def _stream(
        self,
        response: web.StreamResponse,
        device: RemoteDevice,
        language: str,
        ended: asyncio.Event,
    ) -> None:
        """Send the state on change, and a heartbeat, until the device or the show leaves."""

        async def write(text: str) -> None:
            async with asyncio.timeout(WRITE_S):
                await response.write(text.encode())

        sent, sent_s = "", 0.0
        await write("retry: 1000\n\n")
        while not ended.is_set():
            text = json.dumps(remote_state(*self._read_show(), device.roles, language))
            now_s = time.monotonic()
            if text != sent or now_s - sent_s >= HEARTBEAT_S:
                data = f"data: {text}\n\n" if text != sent else ""
                sent, sent_s = text, now_s
                await write(f"event: time\ndata: {wall_ms()}\n\n{data}")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), LOOK_S)
        await write("event: revoked\ndata: 1\n\n")


def _language(request: web.Request) -> str:
    return accepted_language(request.headers.get("Accept-Language", ""))


async def _body(request: web.Request) -> dict[str, Any]:
    """The JSON object of a POST from our own page."""
    origin = request.headers.get("Origin", "")
    if origin not in (f"http://{request.host}", f"https://{request.host}"):
        raise web.HTTPForbidden
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        raise web.HTTPForbidden
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        given = json.loads(await request.read())
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest from None
    if not isinstance(given, dict):
        raise web.HTTPBadRequest
    return given


def _is_whole(value: object) -> TypeGuard[int]:
    """Whether a value of JSON is a whole number that a browser can count with."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 53


def is_own_host(host: str) -> bool:
    """Whether a request's host is an address, or a name that only this network knows: another
    site's name that points here belongs to that site's page."""
    name = host.rpartition("]")[0].strip("[") if host.startswith("[") else host.split(":")[0]
    name = name.lower().rstrip(".")
    if "." not in name and ":" not in name:
        return bool(name)
    if name.endswith(".local"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def device_words(user_agent: str) -> str:
    """What kind of device it is, for the list in the console."""
    for part in ("iPad", "iPhone", "Android", "Windows", "Macintosh", "Linux"):
        if part in user_agent:
            return part
    return "?"
