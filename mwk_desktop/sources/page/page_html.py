"""The page as bytes: one template with its style and script in it, icons drawn for this program.
Pure.

A phone on a slow line asks once and can vote: nothing else is fetched. The policy names the style
and the script by their hashes, so that nothing else can run.

All text from people is escaped here and nowhere else; the script sets text as plain text.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from importlib import resources
from string import Template
from typing import Any, Final

from mwk_desktop.messages import is_right_to_left
from mwk_desktop.sources.page.page_texts import FOR_SCRIPT, sentence, spoken_names, texts
from mwk_desktop.sources.page.room_proof import NO_CODE
from mwk_desktop.sources.page.show_facts import CLOSED, OPEN, REPLAY, PageRules, ShowFacts
from mwk_desktop.units import INSTRUMENTS

ICONS: Final = {
    "drum": '<path d="M4 12c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3z"/>'
    '<path d="M4 12v5.5c0 1.7 3.6 3 8 3s8-1.3 8-3V12"/>'
    '<path d="M13 10.5 20.5 3M11 10.5 3.5 3"/>',
    "heavy_bass": '<path d="M6 3h12a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V5'
    'a2 2 0 0 1 2-2z"/><path d="M12 9a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z"/>'
    '<path d="M12 13.5h.01M12 6h.01"/>',
    "lead_bass": '<path d="M2.5 18.5 9 5.5v13l6.5-13v13l6-12"/>',
    "line_bass": '<path d="M5 9.5A5.5 5.5 0 0 1 10.5 4C13.8 4 16 6.3 16 9.5c0 5-4.5 8.7-10 10.5"/>'
    '<path d="M5.3 9.5a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0-3.4 0z" fill="currentColor" '
    'stroke="none"/><path d="M20 7h.01M20 12h.01" stroke-width="2.6"/>',
    "melody": '<path d="M9 17V5.5L20 3v11.5"/><path d="M9 9.5 20 7"/>'
    '<path d="M6.5 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM17.5 12a2.5 2.5 0 1 0 0 5'
    ' 2.5 2.5 0 0 0 0-5z" fill="currentColor"/>',
    "pad": '<path d="M2.5 7c3.2-3 6.3-3 9.5 0s6.3 3 9.5 0"/>'
    '<path d="M2.5 12.5c3.2-3 6.3-3 9.5 0s6.3 3 9.5 0"/>'
    '<path d="M2.5 18c3.2-3 6.3-3 9.5 0s6.3 3 9.5 0"/>',
    "synth": '<path d="M4.5 4h15A1.5 1.5 0 0 1 21 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-15'
    'A1.5 1.5 0 0 1 3 18.5v-13A1.5 1.5 0 0 1 4.5 4z"/><path d="M9 14v6M15 14v6"/>'
    '<path d="M7.5 4.5h3V13h-3zM13.5 4.5h3V13h-3z" fill="currentColor" stroke="none"/>',
    "vocal": '<path d="M12 2.5A3.5 3.5 0 0 1 15.5 6v5a3.5 3.5 0 0 1-7 0V6A3.5 3.5 0 0 1'
    ' 12 2.5z"/><path d="M5 11a7 7 0 0 0 14 0M12 18v3.5M8.5 21.5h7"/>',
}
"""The console's icons (24 by 24), so that phone and stage show the same."""


def _file(name: str) -> str:
    return (resources.files("mwk_desktop.sources.page") / "static" / name).read_text("utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


class PageRenderer:
    """Renders the page; reads the template, the style and the script once.

    Parameters
    ----------
    rules
        Gives the lengths of the form's fields.
    """

    def __init__(self, rules: PageRules) -> None:
        # What a browser hashes: the text between the tags.
        self._style, self._script = _file("page.css").strip(), _file("page.js").strip()
        self.policy = (
            f"default-src 'none'; style-src '{_hash(self._style)}'; "
            f"script-src '{_hash(self._script)}'; connect-src 'self'; img-src data:; "
            "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
        """The content security policy of every page."""
        self._rules = rules
        self._template = Template(_file("page.html"))

    def page(
        self,
        language: str,
        facts: ShowFacts,
        token: str,
        *,
        name: str = "",
        status: str = "",
        status_class: str = "",
        receipt_serial: int = 0,
        asks_code: bool = False,
        ticket: str = "",
    ) -> bytes:
        """The page for one phone.

        ``name`` is the nickname in the form, ``status`` a whole sentence; both are escaped here.
        ``asks_code``: the phone was not let in yet. ``ticket``: it was, and keeps this.
        """
        words = texts(language)
        if not status and facts.gate != OPEN:
            status, status_class = sentence(language, facts.gate), "bad"
        if not status and asks_code:
            status = sentence(language, NO_CODE)
        status = status or words["lead" if facts.following else "lead_alone"]
        left_s = max(0, facts.window_end_ms - facts.now_ms) // 1000 if facts.following else 0
        script_words: dict[str, Any] = {
            "texts": {key: words[key] for key in FOR_SCRIPT},
            "names": spoken_names(language),
            "receipt": receipt_serial,
            "ticket": ticket,
        }
        again = f'<noscript><p class="again"><a href="/">{words["refresh"]}</a></p></noscript>'
        text = self._template.substitute(
            lang=language,
            direction="rtl" if is_right_to_left(language) else "ltr",
            style=self._style,
            script=self._script,
            title=words["title"],
            lead=sentence(language, "next_in", n=left_s) if left_s else "",
            status=html.escape(status),
            status_class=status_class,
            noscript=again if facts.following else "",
            token=html.escape(token),
            code_label=words["code"],
            code_hidden="" if asks_code else " hidden",
            name_label=words["name"],
            name_hint=words["name_hint"],
            name_length=self._rules.name_length,
            name=html.escape(name),
            message_label=words["message"],
            message_hint=words["message_hint"],
            message_length=self._rules.message_length,
            buttons="\n".join(_button(each, facts, language) for each in INSTRUMENTS),
            # Inside a script element only "<" can end it.
            words=json.dumps(script_words, ensure_ascii=False).replace("<", "\\u003c"),
        )
        return text.encode()


def _button(instrument: str, facts: ShowFacts, language: str) -> str:
    plays_now, name = texts(language)["plays_now"], spoken_names(language)[instrument]
    plays = instrument in facts.playing
    votes = facts.votes.get(instrument, 0)
    figures = " · ".join([*([str(votes)] if votes else []), *([plays_now] if plays else [])])
    shut = " disabled" if facts.gate in (CLOSED, REPLAY) else ""
    classes = f"vote {instrument}{' playing' if plays else ''}"
    return (
        f'<button class="{classes}" type="submit" name="instrument" value="{instrument}"{shut}>'
        '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        f"{ICONS[instrument]}</svg><span><b>{html.escape(name)}</b><i>{figures}</i></span></button>"
    )
