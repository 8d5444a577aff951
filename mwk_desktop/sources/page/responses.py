"""Translates between HTTP and the vote handler. Pure."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qs

from aiohttp import web

from mwk_desktop.sources.page.page_texts import sentence
from mwk_desktop.sources.page.phones import Phone, Receipt
from mwk_desktop.sources.page.room_proof import NO_CODE, TOO_MANY_WRONG, WRONG_CODE
from mwk_desktop.sources.page.show_facts import CLOSED, REPLAY, ShowFacts
from mwk_desktop.sources.page.standings import standing_of
from mwk_desktop.sources.page.vote_handler import BAD, BUSY, SENT, SLOW, VoteAnswer
from mwk_desktop.sources.page.vote_outcomes import COUNTED, VoteOutcome

STALE: Final = "stale"

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
    "Server": "mwk",
}

STATUS: Final = {
    **{SENT: 200, SLOW: 429, BUSY: 503, BAD: 400, STALE: 403, CLOSED: 403, REPLAY: 403},
    **{NO_CODE: 403, WRONG_CODE: 403, TOO_MANY_WRONG: 429},
}
"""HTTP status of each answer; a gate that is not listed is 503, because it opens again by
itself."""


def is_our_host(host: str, names: frozenset[str]) -> bool:
    """Whether a request's host is ours: an address, a name without a dot, a local name, or one of
    ``names``.

    If another site's name pointed here, its page could act as if it were ours.
    """
    name = host.rpartition("]")[0].strip("[") if host.startswith("[") else host.split(":")[0]
    name = name.lower().rstrip(".")
    if "." not in name and ":" not in name:
        return bool(name)
    if name in names or name.endswith(".local"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_same_origin(request: web.Request) -> bool:
    """Whether a request comes from our own page, according to the browser.

    Over plain HTTP browsers omit ``Sec-Fetch-Site``. A form without script sends the origin
    ``null``, because our pages set no referrer. The token is what proves a vote.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    return origin in (None, "null", f"http://{request.host}", f"https://{request.host}")


def form_of(body: bytes) -> dict[str, str]:
    try:
        fields = parse_qs(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=16
        )
    except ValueError:
        raise web.HTTPBadRequest from None
    return {name: values[0] for name, values in fields.items()}


def state_of(facts: ShowFacts) -> dict[str, Any]:
    """The public state of the show, sent to every phone."""
    left_ms = max(0, facts.window_end_ms - facts.now_ms) if facts.following else 0
    votes = {name: count for name, count in facts.votes.items() if count}
    return {
        "gate": facts.gate,
        "left_ms": left_ms,
        "votes": votes,
        "playing": list(facts.playing),
        "result": list(facts.result),
    }


def receipt_of(receipt: Receipt) -> dict[str, Any]:
    return {
        "serial": receipt.serial,
        "instrument": receipt.instrument,
        "plays": receipt.plays,
    }


def outcome_of(outcome: VoteOutcome, voter: Phone | None, facts: ShowFacts) -> dict[str, Any]:
    """What became of a vote, for the phone that sent it, and how its user stands."""
    vote = {"vote": outcome.vote, "instrument": outcome.instrument, "code": outcome.code}
    return vote | standing_content(voter, facts)


def standing_content(voter: Phone | None, facts: ShowFacts) -> dict[str, Any]:
    """How a phone's user stands, for its page."""
    votes, place = standing_of(voter, facts)
    return {"votes": votes, "place": place}


def status_of(language: str, voter: Phone | None, facts: ShowFacts) -> tuple[str, str, int]:
    """What a phone that opens the page is told of its last vote: the text, its CSS class, and the
    receipt's serial (0: none)."""
    if voter is not None and voter.receipt is not None:
        receipt = voter.receipt
        key = "plays" if receipt.plays else "not"
        return sentence(language, key, receipt.instrument), key, receipt.serial
    if voter is not None and voter.outcome is not None:
        text = outcome_text(language, voter.outcome, voter, facts)
        return text, "good" if voter.outcome.code == COUNTED else "bad", 0
    return "", "", 0


def outcome_text(language: str, outcome: VoteOutcome, voter: Phone, facts: ShowFacts) -> str:
    """The same as a text."""
    texts = [sentence(language, outcome.code, outcome.instrument)]
    votes, place = standing_of(voter, facts)
    if outcome.code == COUNTED:
        texts.append(sentence(language, "votes_so_far", n=votes))
        texts += [sentence(language, "place", n=place)] if place else []
    return " ".join(texts)


def answer_text(language: str, answer: VoteAnswer, facts: ShowFacts) -> str:
    key, n = answer.code, answer.wait_s
    if answer.ok and facts.following:
        key, n = "sent_next", max(0, facts.window_end_ms - facts.now_ms) // 1000
    notes = (sentence(language, note, name=answer.name) for note in answer.notes)
    return " ".join((sentence(language, key, answer.instrument, n), *notes))


def plain(status: int, text: str) -> web.Response:
    return web.Response(status=status, text=text + "\n", content_type="text/plain")


def as_json(
    content: Mapping[str, Any], status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    text = json.dumps(content, separators=(",", ":"))
    return web.Response(text=text, status=status, content_type="application/json", headers=headers)
