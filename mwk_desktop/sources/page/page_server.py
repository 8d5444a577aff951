"""The page over HTTP: a few paths, all others refused. Used only on the page's event loop.

Every request is bounded: line and headers 4 kB each, body 2 kB, ten seconds to send a request,
five for its body, and the number of connections. A vote needs the cookie and token of our own form
and must come from our own page. Anything else gets a sentence as an answer and counts as refused.
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from mwk_desktop.messages import accepted_language
from mwk_desktop.sources.page.event_streams import (
    HEARTBEAT,
    EventStream,
    EventStreams,
    ServerSentEvent,
    server_sent_event,
)
from mwk_desktop.sources.page.identity import COOKIE, Identity
from mwk_desktop.sources.page.page_html import PageRenderer
from mwk_desktop.sources.page.phones import Receipt
from mwk_desktop.sources.page.responses import (
    HEADERS,
    STALE,
    STATUS,
    answer_text,
    as_json,
    form_of,
    is_our_host,
    is_same_origin,
    outcome_of,
    plain,
    receipt_of,
    standing_content,
    state_of,
    status_of,
)
from mwk_desktop.sources.page.room_proof import LET_IN, RoomProof
from mwk_desktop.sources.page.show_facts import PageRules, ReadShowFacts
from mwk_desktop.sources.page.standings import Standings
from mwk_desktop.sources.page.vote_handler import VoteAnswer, VoteHandler

BODY_BYTES: Final = 2_048
LINE_BYTES: Final = 4_096
REQUEST_S: Final = 10.0
"""Seconds after which a connection without a complete request is closed."""
BODY_S: Final = 5.0

LOOK_S: Final = 0.1
TELL_S: Final = 1.0
HEARTBEAT_S: Final = 20.0

PRESENT_S: Final = 30.0
"""A phone without an event stream polls every few seconds; it is gone this long after its last
poll."""
MOST_PRESENT: Final = 20_000

COOKIE_S: Final = 86_400

_log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PageServer:
    """Handlers of one page.

    Parameters
    ----------
    vote_handler, identity, room, read_facts, rules
        Accepts or refuses votes; identifies phones; knows who is in the room; reads the show; the
        lengths of the form's fields.
    names
        Host names of the page, besides addresses and names without a dot. A request under another
        name comes from another site's page that pretends to be ours.
    most_listeners
        How many event streams may be open at once.
    """

    def __init__(
        self,
        vote_handler: VoteHandler,
        identity: Identity,
        room: RoomProof,
        read_facts: ReadShowFacts,
        rules: PageRules,
        names: frozenset[str],
        most_listeners: int,
    ) -> None:
        self._vote_handler = vote_handler
        self._identity = identity
        self._room = room
        self._read_facts = read_facts
        self._names = names
        self._pages = PageRenderer(rules)
        self.streams = EventStreams(most_listeners)
        self._present: OrderedDict[str, float] = OrderedDict()
        self._facts = read_facts()
        self._standings = Standings()
        self._sent: tuple[object, ...] = ()
        self._sent_s = 0.0

    def application(self) -> web.Application:
        """The application that aiohttp serves."""
        app = web.Application(middlewares=[self._guard], client_max_size=BODY_BYTES)
        app.router.add_get("/", self._page)
        app.router.add_post("/vote", self._vote)
        app.router.add_get("/vote", self._redirect_home)
        app.router.add_get("/events", self._events, allow_head=False)
        app.router.add_get("/state", self._state)
        if self._room.is_on:
            app.router.add_get("/{word:[A-Za-z0-9]{4}(?:-[A-Za-z0-9]{8})?}", self._page)
        return app

    @property
    def phone_count(self) -> int:
        """How many phones are listening or polled recently (page thread)."""
        oldest_s = time.monotonic() - PRESENT_S
        while self._present and next(iter(self._present.values())) < oldest_s:
            self._present.popitem(last=False)
        return self.streams.phone_count + len(self._present)

    async def send_news(self) -> None:
        """Send changes in the show to the phones, until cancelled."""
        while True:
            await asyncio.sleep(LOOK_S)
            try:
                await self._send_news_once(time.monotonic())
            except Exception:  # one failed update must not end all updates
                _log.exception("the page could not send news to the phones")
                await asyncio.sleep(TELL_S)

    async def _send_news_once(self, now_s: float) -> None:
        facts = self._facts = self._read_facts()
        await self.streams.send_each(
            (outcome.phone_id, server_sent_event("outcome", outcome_of(outcome, voter, facts)))
            for outcome in self._vote_handler.new_outcomes()
            for voter in (self._vote_handler.phones.get(outcome.phone_id),)
        )
        await self.streams.send_each(
            (phone.id, server_sent_event("standing", standing_content(phone, facts)))
            for phone in self._standings.changed(facts, self._vote_handler.phones)
        )
        framed: dict[Receipt, ServerSentEvent] = {}
        receipts: dict[str, ServerSentEvent] = {}
        for phone_id, receipt in self._vote_handler.new_receipts(facts):
            if receipt not in framed:
                framed[receipt] = server_sent_event("receipt", receipt_of(receipt))
            receipts[phone_id] = framed[receipt]
        state = state_of(facts)
        # The remaining time always changes: each phone counts down by itself.
        matters = facts.gate, facts.playing, facts.window_end_ms, facts.result
        same = *matters, state["votes"]
        # The more phones, the fewer updates of the counts: updates must not slow down voting.
        often_s = TELL_S if matters != self._sent[:4] else max(TELL_S, len(self.streams) / 1000)
        if same != self._sent and now_s - self._sent_s >= often_s:
            self._sent, self._sent_s = same, now_s
            await self.streams.send_all(server_sent_event("state", state), receipts)
            return
        await self.streams.send_each(receipts.items())
        if now_s - self._sent_s >= HEARTBEAT_S:
            self._sent_s = now_s
            await self.streams.send_all(HEARTBEAT)

    # -- around every request ------------------------------------------------------------------

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            if not is_our_host(request.host, self._names):
                return plain(421, "This page is known by its address only.")
            response = await handler(request)
        except web.HTTPException as error:
            if request.method == "POST":
                self._vote_handler.refuse()
            response = plain(error.status, f"{error.status} {error.reason}")
        except TimeoutError:
            self._vote_handler.refuse()
            response = plain(408, "That took too long.")
        except (ConnectionError, asyncio.CancelledError):
            raise
        except Exception:  # a failing request must not show a traceback
            _log.exception("the page could not answer %s", request.path[:100])
            response = plain(500, "Something went wrong here. Please try again.")
        if not response.prepared:
            for name, value in HEADERS.items():
                response.headers.setdefault(name, value)
        return response

    def _phone_id(self, request: web.Request) -> str | None:
        return self._identity.phone_id_of(request.cookies.get(COOKIE))

    # -- addresses -----------------------------------------------------------------------------

    async def _page(self, request: web.Request) -> web.StreamResponse:
        phone_id = self._phone_id(request)
        known = phone_id is not None
        if phone_id is None:
            phone_id = self._identity.new_phone_id()
        in_room = self._room.is_ticket(request.cookies.get(COOKIE))
        word = request.match_info.get("word", "")
        if word and not in_room:
            now_s = time.monotonic()
            in_room = self._room.check(word, request.remote or "", now_s) == LET_IN
            known = known and not in_room
        response = self._render(request, phone_id, in_room)
        if not known:
            self._give_cookie(response, phone_id, in_room)
        return response

    def _render(
        self,
        request: web.Request,
        phone_id: str,
        in_room: bool,
        answer: VoteAnswer | None = None,
    ) -> web.Response:
        language = accepted_language(request.headers.get("Accept-Language", ""))
        facts = self._facts = self._read_facts()
        voter = self._vote_handler.phones.get(phone_id)
        if answer is not None:
            status = answer_text(language, answer, facts)
            status_class, serial = "good" if answer.ok else "bad", 0
        else:
            status, status_class, serial = status_of(language, voter, facts)
        body = self._pages.page(
            language,
            facts,
            self._identity.token(phone_id),
            name=voter.name if voter is not None and voter.asked_name else "",
            status=status,
            status_class=status_class,
            receipt_serial=serial,
            asks_code=not in_room,
            ticket=self._identity.room_ticket(phone_id) if in_room and self._room.is_on else "",
        )
        return web.Response(
            body=body,
            status=200 if answer is None else STATUS.get(answer.code, 503),
            content_type="text/html",
            charset="utf-8",
            headers={
                "Content-Language": language,
                "Vary": "Accept-Language, Cookie",
                "Content-Security-Policy": self._pages.policy,
            },
        )

    def _give_cookie(self, response: web.StreamResponse, phone_id: str, in_room: bool) -> None:
        ticket = in_room and self._room.is_on
        # Signed, and only for this page: a form on another site does not send it.
        response.set_cookie(
            COOKIE,
            self._identity.room_ticket(phone_id) if ticket else self._identity.cookie(phone_id),
            max_age=COOKIE_S,
            httponly=True,
            samesite="Lax",
            path="/",
        )

    async def _redirect_home(self, request: web.Request) -> web.StreamResponse:
        """Send a phone that reloads the answer to a form back to the page."""
        return web.Response(status=303, headers={"Location": "/"})

    async def _vote(self, request: web.Request) -> web.StreamResponse:
        if not is_same_origin(request) or request.content_type != (
            "application/x-www-form-urlencoded"
        ):
            raise web.HTTPForbidden
        async with asyncio.timeout(BODY_S):
            form = form_of(await request.read())
        phone_id = self._phone_id(request)
        if phone_id is None or not self._identity.is_token(form.get("token", ""), phone_id):
            self._vote_handler.refuse()
            return self._respond(request, phone_id, VoteAnswer(STALE), False)
        if not self._room.is_ticket(request.cookies.get(COOKIE)):
            return self._vote_of_newcomer(request, phone_id, form)
        return self._respond(request, phone_id, self._voted(request, phone_id, form), True)

    def _vote_of_newcomer(
        self, request: web.Request, phone_id: str, form: dict[str, str]
    ) -> web.StreamResponse:
        """A vote of a phone whose cookie does not prove the room: by what its page kept, or by
        what was typed."""
        kept = form.get("ticket", "")
        kept_id = self._identity.phone_id_of(kept) if self._room.is_ticket(kept) else None
        if kept_id is not None:
            phone_id = kept_id  # its browser has dropped the cookie: the same voter as before
        else:
            typed = form.get("code", "")
            why = self._room.check(typed, request.remote or "", time.monotonic())
            if why != LET_IN:
                self._vote_handler.refuse()
                return self._respond(request, phone_id, VoteAnswer(why), False)
        answer = self._voted(request, phone_id, form)
        response = self._respond(request, phone_id, answer, True, is_new=True)
        self._give_cookie(response, phone_id, True)
        return response

    def _voted(self, request: web.Request, phone_id: str, form: dict[str, str]) -> VoteAnswer:
        self._mark_present(phone_id)
        return self._vote_handler.vote(
            phone_id,
            request.remote or "",
            form.get("instrument", ""),
            form.get("name", ""),
            form.get("message", ""),
        )

    def _respond(
        self,
        request: web.Request,
        phone_id: str | None,
        answer: VoteAnswer,
        in_room: bool,
        *,
        is_new: bool = False,
    ) -> web.StreamResponse:
        """The answer to a vote; ``is_new``: the phone was admitted with this vote."""
        wait = {"Retry-After": str(answer.wait_s)} if answer.wait_s else {}
        if "application/json" not in request.headers.get("Accept", ""):
            shown = phone_id or self._identity.new_phone_id()
            response = self._render(request, shown, in_room or not self._room.is_on, answer)
            response.headers.update(wait)
            if phone_id is None:
                self._give_cookie(response, shown, in_room)
            return response
        content = {
            "code": answer.code,
            "instrument": answer.instrument,
            "name": answer.name,
            "wait": answer.wait_s,
            "notes": answer.notes,
            **({"vote": answer.vote} if answer.ok else {}),
        }
        if is_new and phone_id is not None:
            content["ticket"] = self._identity.room_ticket(phone_id)
            content["token"] = self._identity.token(phone_id)
        return as_json(content, STATUS.get(answer.code, 503), wait)

    async def _state(self, request: web.Request) -> web.StreamResponse:
        phone_id = self._phone_id(request)
        content = state_of(self._facts)
        if phone_id is not None:
            self._mark_present(phone_id)
            voter = self._vote_handler.phones.get(phone_id)
            if voter is not None and voter.receipt is not None:
                content["receipt"] = receipt_of(voter.receipt)
            elif voter is not None and voter.outcome is not None:
                content["outcome"] = outcome_of(voter.outcome, voter, self._facts)
        return as_json(content)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        phone_id = self._phone_id(request)
        transport = request.transport
        if phone_id is None or transport is None or not is_same_origin(request):
            raise web.HTTPForbidden
        if not self.streams.has_room():
            raise web.HTTPServiceUnavailable
        chunked = request.version >= (1, 1)
        response = web.StreamResponse(
            headers={**HEADERS, "Content-Type": "text/event-stream; charset=utf-8"}
        )
        response.force_close()  # afterwards the phone uses a new connection
        if chunked:
            response.enable_chunked_encoding()
        await response.prepare(request)
        # Random, so that a whole room does not reconnect at once.
        again = f"retry: {random.randrange(2_000, 6_000)}\n\n".encode()
        await response.write(again + server_sent_event("state", state_of(self._facts)).plain)
        stream = EventStream(phone_id, transport, chunked=chunked)
        self._present.pop(phone_id, None)
        self.streams.add(stream)
        try:
            await stream.closed
        finally:
            self.streams.remove(stream)
        return response

    def _mark_present(self, phone_id: str) -> None:
        self._present.pop(phone_id, None)
        if phone_id not in self.streams:
            self._present[phone_id] = time.monotonic()
            if len(self._present) > MOST_PRESENT:
                self._present.popitem(last=False)
