"""Where Kafka is, and its topics: named as in the original show, so that either can be swapped.

Any room may use them. The modules that read or write a topic define its records.
"""

from __future__ import annotations

from typing import Final

INPUT_TOPIC: Final = "twitter_json"
"""Where the tweets come in, unless ``[topics] input`` or ``--topic`` says otherwise."""

DEFAULT_SERVERS: Final = "localhost:9092"
"""Where Kafka is, unless a setting or an option says otherwise."""

CHARTS_TOPIC: Final = "charts"
SOUNDS_TOPIC: Final = "sounds"
USERS_TOPIC: Final = "users"
MESSAGES_TOPIC: Final = "user-message"

RESULT_TOPICS: Final = (CHARTS_TOPIC, SOUNDS_TOPIC, USERS_TOPIC, MESSAGES_TOPIC)
"""The results that one console publishes and another one shows."""

SHOW_TOPIC: Final = "mwk-show"
"""The show's own decisions, recorded among the tweets of a recording."""

SCHEMAS_TOPIC: Final = "mwk-schemas"
"""The schemas that the records of a recording need, recorded with them."""
