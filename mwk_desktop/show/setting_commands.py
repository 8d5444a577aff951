"""Requests of the settings page beside :class:`~mwk_desktop.show.commands.ChangeSetting`."""

from __future__ import annotations

from msgspec import Struct


class UndoSetting(Struct, frozen=True):
    """Take the newest change of a setting back: the file says again what it said before."""


class CheckKafkaSettings(Struct, frozen=True):
    """Check ``[kafka]`` as ``mwk check`` does; the answer is :attr:`SettingsList.kafka`."""


SettingRequest = UndoSetting | CheckKafkaSettings
