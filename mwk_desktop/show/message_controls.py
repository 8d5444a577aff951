"""Carries out the commands about messages and their authors, for the presenter. Show thread only.

None of them changes the music now.
"""

from __future__ import annotations

from mwk_desktop.messages import message
from mwk_desktop.show.commands import BlockUser, HideMessage, SetVoteCap, UnblockUser
from mwk_desktop.show.message_commands import (
    DecideMessages,
    SetApprovalsToPass,
    SetModeration,
    SetWordList,
)
from mwk_desktop.show.message_keys import keys_of, message_key
from mwk_desktop.show.moderation import Moderation
from mwk_desktop.show.undo_steps import Inverse, RestoreDecisions, ShowMessage, UndoStep
from mwk_desktop.word_list import MOST_WORDS, WordList


def apply_message(command: Inverse, moderation: Moderation) -> bool:
    """Carry out a command; False if it changes nothing."""
    counting = moderation.counting
    match command:
        case HideMessage(_, _):
            moderation.hide(message_key(command))
        case ShowMessage(key):
            moderation.show(key)
        case DecideMessages(approve):
            moderation.decide(keys_of(command), approve)
        case RestoreDecisions(keys, decisions):
            moderation.restore(keys, decisions)
        case SetModeration(approve):
            if approve == moderation.approve:
                return False
            moderation.set_approve(approve)
        case SetWordList(words):
            if words == moderation.words.words or len(words) > MOST_WORDS:
                return False
            moderation.set_words(WordList(words))
        case SetApprovalsToPass(approvals):
            if approvals < 0 or approvals == moderation.approvals_to_pass:
                return False
            moderation.set_approvals_to_pass(approvals)
        case BlockUser(name):
            if not name or name in counting.blocked:
                return False
            counting.block(name)
        case UnblockUser(name):
            if name not in counting.blocked:
                return False
            counting.unblock(name)
        case SetVoteCap(votes):
            if votes < 0 or votes == counting.rules.max_votes_per_user:
                return False
            counting.limit_votes(votes)
        case _:
            return False
    return True


def message_inverse(command: Inverse, moderation: Moderation, frame: int) -> UndoStep | None:
    """The step that undoes ``command``; None if it cannot be undone."""
    match command:
        case HideMessage(_, name):
            return UndoStep(
                message("hidden message of {name}", name=name),
                (ShowMessage(message_key(command)),),
                frame,
            )
        case DecideMessages(approve, _, _, False):
            keys = keys_of(command)
            before = tuple(moderation.decisions.get(key) for key in keys)
            label = message("approved messages") if approve else message("refused messages")
            return UndoStep(label, (RestoreDecisions(tuple(keys), before),), frame)
        case SetWordList(_):
            words = SetWordList(moderation.words.words)
            return UndoStep(message("word list"), (words,), frame)
        case SetApprovalsToPass(_):
            passing = SetApprovalsToPass(moderation.approvals_to_pass)
            return UndoStep(message("who passes without approval"), (passing,), frame)
        case SetModeration(_):
            mode_before = SetModeration(moderation.approve)
            return UndoStep(message("moderation"), (mode_before,), frame)
        case BlockUser(name):
            return UndoStep(message("{name} blocked", name=name), (UnblockUser(name),), frame)
        case UnblockUser(name):
            return UndoStep(message("{name} unblocked", name=name), (BlockUser(name),), frame)
        case SetVoteCap(_):
            votes = moderation.counting.rules.max_votes_per_user
            return UndoStep(message("votes per user"), (SetVoteCap(votes),), frame)
        case _:
            return None
