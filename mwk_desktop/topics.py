"""The names of the Kafka topics: the original show's, so that either side can be swapped.

Any room may use them. What a record of a topic looks like stands where it is read or written.
"""

from __future__ import annotations

from typing import Final

INPUT_TOPIC: Final = "twitter_json"
"""Where the tweets come in, unless ``[topics] input`` or ``--topic`` says otherwise."""

CHARTS_TOPIC: Final = "charts"
SOUNDS_TOPIC: Final = "sounds"
USERS_TOPIC: Final = "users"
MESSAGES_TOPIC: Final = "user-message"

RESULT_TOPICS: Final = (CHARTS_TOPIC, SOUNDS_TOPIC, USERS_TOPIC, MESSAGES_TOPIC)
"""What a console publishes, and what another one shows."""

SHOW_TOPIC: Final = "mwk-show"
"""What the show itself decided, between the tweets of a recording."""
