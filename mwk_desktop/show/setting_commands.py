"""Requests of the settings page beside :class:`~mwk_desktop.show.commands.ChangeSetting`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UndoSetting:
    """Take the newest change of a setting back: the file says again what it said before."""


@dataclass(frozen=True, slots=True)
class CheckKafkaSettings:
    """Check ``[kafka]`` as ``mwk check`` does; the answer is :attr:`SettingsList.kafka`."""


SettingRequest = UndoSetting | CheckKafkaSettings
