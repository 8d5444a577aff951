"""The moderator's queue and the stage's buttons in Chromium, before a real show: phones and the
console agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mwk_desktop.show.action_sender import remote_sender
from mwk_desktop.show.stage_state import StageMoment
from mwk_desktop.show.talk_clock import ExtendTalk, PauseTalk, TalkState
from tests.chromium import axe_violations, browser
from tests.controls.moderated_show import ModeratedShow, busy, count_is, remote, show
from tests.controls.remote_browser import Device, device_of, small_targets
from tests.controls.remote_stand import RemoteBench
from tests.support import wait_for

__all__ = ["browser", "busy", "device_of", "remote", "show"]


def rows(device: Device) -> list[str]:
    return [text.strip() for text in device.page.locator("#queue .words").all_inner_texts()]


def test_two_moderators_and_the_console_agree(
    show: ModeratedShow, remote: RemoteBench, device_of: Callable[..., Device]
) -> None:
    show.write("drum one", "pad two", "synth three")
    phone, tablet = device_of("moderate"), device_of("moderate", size=(768, 1024))
    for device in (phone, tablet):
        count_is(device, 3)
        assert rows(device) == ["synth three", "pad two", "drum one"], "the newest first"
    phone.tap("#queue li:nth-child(2) button.approve")
    wait_for(lambda: show.wall() == ["pad two"])
    tablet.wait("#queue li:nth-child(2)[data-decided=gone]")
    assert rows(tablet) == ["synth three", "pad two", "drum one"], "no row moves"
    tablet.tap("#queue li:nth-child(1) button.refuse")
    phone.wait("#queue li:nth-child(1)[data-decided=gone]")
    # The console decides about the last one.
    remote_sender(show, remote.show.link).try_action("message.approve_clean")
    for device in (phone, tablet):
        count_is(device, 0)
        device.wait("#noneWaits:not([hidden]), #queue li:nth-child(3)[data-decided=gone]")
        device.page.wait_for_function("() => document.querySelectorAll('#messages li').length > 0")
    assert show.wall() == ["pad two", "drum one"]
    tablet.page.wait_for_function("() => document.querySelectorAll('#messages li').length === 2")


def test_all_of_the_page_at_once_is_one_step_and_unseen_ones_wait(
    show: ModeratedShow, device_of: Callable[..., Device]
) -> None:
    show.write("drum old", *(f"pad {n}" for n in range(6)), "this crap", "vocal new")
    phone = device_of("moderate")
    count_is(phone, 9)
    seen = rows(phone)
    assert seen == ["vocal new", "this crap", "pad 5", "pad 4", "pad 3"]
    assert phone.page.locator("#queue li[data-marked=true]").count() == 1
    assert phone.page.locator("#cleanCount").inner_text() == "4"
    phone.tap("#clean")
    wait_for(lambda: len(show.wall()) == 4)
    assert sorted(show.wall()) == ["pad 3", "pad 4", "pad 5", "vocal new"], "what was seen"
    phone.tap("#marked")
    wait_for(lambda: "this crap" not in show.waiting())
    phone.page.wait_for_function("() => document.querySelectorAll('#queue li').length === 4")
    assert rows(phone) == ["pad 2", "pad 1", "pad 0", "drum old"], "the next page"
    phone.tap("#undoMessage")  # the refusal
    wait_for(lambda: "this crap" in show.waiting())
    phone.page.wait_for_function(
        "() => document.querySelector('#queue .words').textContent==='this crap'"
    )
    phone.tap("#undoMessage")  # four approvals, one step
    wait_for(lambda: show.wall() == [])
    count_is(phone, 9)


def test_the_page_holds_still_while_messages_come(
    show: ModeratedShow, device_of: Callable[..., Device]
) -> None:
    show.write("drum one", "pad two")
    phone = device_of("moderate")
    count_is(phone, 2)
    show.write(*(f"synth {n}" for n in range(40)))
    count_is(phone, 42)
    assert rows(phone) == ["pad two", "drum one"]
    phone.tap("#page")
    phone.page.wait_for_function("() => document.querySelectorAll('#queue li').length === 5")
    assert rows(phone)[0] == "synth 39"


def test_what_is_tapped_while_disconnected_is_not_decided(
    show: ModeratedShow, device_of: Callable[..., Device]
) -> None:
    show.write("drum one")
    phone = device_of("moderate")
    count_is(phone, 1)
    phone.context.set_offline(True)
    phone.wait("#status[data-state=lost]")
    phone.page.locator("#queue button.approve").dispatch_event("click")
    phone.page.locator("#clean").dispatch_event("click")
    phone.context.set_offline(False)
    phone.wait("#status[data-state=connected]")
    phone.tap("#queue button.refuse")
    wait_for(lambda: show.waiting() == [])
    assert show.wall() == []


def test_a_name_from_right_to_left_and_markup_stay_text(
    show: ModeratedShow, device_of: Callable[..., Device]
) -> None:
    show.write("<img src=x onerror=alert(1)> drum", "\u202evocal يلا")
    phone = device_of("moderate")
    count_is(phone, 2)
    assert rows(phone)[1] == "<img src=x onerror=alert(1)> drum"
    assert phone.page.locator("#queue img").count() == 0


def test_open_and_approve_are_switched_from_the_phone(
    show: ModeratedShow, device_of: Callable[..., Device]
) -> None:
    show.write("drum one")
    phone, other = device_of("moderate"), device_of("mix", "moderate", size=(768, 1024))
    phone.tap("#open")
    wait_for(lambda: not show.snapshot().moderation.approve)
    other.wait("#open[aria-pressed=true]")
    other.tap("#approving")
    phone.wait("#approving[aria-pressed=true]")


def test_the_stage_follows_the_phone_and_the_phone_the_stage(
    show: ModeratedShow, remote: RemoteBench, device_of: Callable[..., Device]
) -> None:
    phone, tablet = device_of("mix"), device_of("mix", "moderate", size=(768, 1024))
    phone.tap("[data-stage=join]")
    wait_for(lambda: show.snapshot().stage.moment is StageMoment.JOIN)
    tablet.wait("[data-stage=join][aria-pressed=true]")
    remote_sender(show, remote.show.link).try_action("stage.black")
    for device in (phone, tablet):
        device.wait("[data-stage=black][aria-pressed=true]")
        assert device.page.locator("#stage [aria-pressed=true]").count() == 1
    tablet.tap("[data-stage=end]")
    tablet.page.wait_for_function(
        "() => document.getElementById('endText').textContent.includes('Again')"
    )
    assert show.snapshot().stage.moment is StageMoment.BLACK, "the end answers the second time"
    tablet.tap("[data-stage=end]")
    wait_for(lambda: show.snapshot().stage.moment is StageMoment.END)
    phone.page.wait_for_function("() => state.stage === 'end'")


def test_the_talk_s_clock(show: ModeratedShow, device_of: Callable[..., Device]) -> None:
    phone = device_of("mix")
    assert phone.page.locator("#talk").is_hidden(), "this show has no clock"
    show.talk = TalkState(18 * 60_000 + 24_000, True, "rest")
    phone.page.wait_for_function(
        "() => /^18:2/.test(document.getElementById('talkLeft').textContent)"
    )
    assert phone.page.locator("#talkMore").is_hidden()
    show.talk = TalkState(-42_000, False, "red")
    phone.wait("#talk[data-level=red]")
    assert phone.page.locator("#talkLeft").inner_text() == "+0:42"
    assert phone.page.locator("#talkNote").inner_text() == "over"
    phone.tap("#talkMore")
    wait_for(lambda: show.asked == [ExtendTalk(120_000)])
    show.talk = TalkState(78_000, True, "red")
    phone.page.wait_for_function(
        "() => document.getElementById('talkRunText').textContent === 'Pause'"
    )
    phone.tap("#talkRun")
    wait_for(lambda: PauseTalk() in show.asked)


@pytest.mark.parametrize(
    ("size", "language", "text_size"),
    [
        ((390, 844), "en", "100%"),
        ((768, 1024), "fr", "100%"),
        ((768, 1024), "ar", "200%"),
        ((320, 568), "ar", "200%"),
    ],
)
def test_axe_finds_nothing_on_the_queue(
    busy: Callable[[str], Device], size: tuple[int, int], language: str, text_size: str
) -> None:
    device = busy(language)
    device.resize(size, text_size)
    assert device.is_whole()
    assert not axe_violations(device.page)
    assert small_targets(device.page) == 0
