"""Whether librdkafka knows a property of ``[kafka]`` and takes its value, before it is saved."""

from __future__ import annotations

from confluent_kafka import Consumer, KafkaException

from mwk_desktop.kafka.client_settings import client_logger, resolved, setting_error
from mwk_desktop.messages import NOTHING, Message, message_of


def property_problem(name: str, value: str) -> Message:
    """Why a property cannot be used at all; nothing if it can.

    What only other properties or the broker can tell (a login, an address that does not answer) is
    no problem here. Waits for no network.

    Raises
    ------
    KafkaSettingError
        It belongs to the show, or a file that it names cannot be read.
    """
    config = {**resolved({name: value}), "group.id": "mwk-check", "log_level": 0}
    if name == "group.id":
        config[name] = value
    try:
        Consumer({**config, "logger": client_logger()}).close()
    except (KafkaException, TypeError, ValueError) as error:
        about = str(error)
        plain = name.removesuffix(".file")
        if f'property: "{plain}"' in about or f'property "{plain}"' in about:
            return message_of(setting_error(error))
    return NOTHING
