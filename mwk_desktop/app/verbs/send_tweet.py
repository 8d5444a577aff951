"""`mwk tweet`: sends one message to Kafka."""

from __future__ import annotations

import secrets

from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.wiring.connection_lines import cannot_begin
from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic
from mwk_desktop.kafka.tweet_producer import ProduceError, TweetProducer, twitter_status
from mwk_desktop.messages import message, message_of


def send_tweet(options: Options, text: str, user: str, timeout_s: float) -> int:
    """Send a message and wait for the acknowledgement; returns 1 if it did not arrive.

    Raises
    ------
    BadInput
        Kafka cannot be reached, or a setting of ``[kafka]`` is refused.
    """
    user = user.removeprefix("@")
    if not user or not text:
        raise BadInput(message("TEXT and --user must not be empty"))
    now_ms = wall_ms()
    status = twitter_status(text, user, status_id=_status_id(now_ms), created_at_ms=now_ms)
    sent: list[dict[str, object]] = []
    try:
        topic = options.settings.topics.input
        ensure_topic(options.settings.kafka, topic)
        producer = TweetProducer(
            options.settings.kafka,
            topic,
            client_id="mwk-tweet",
            on_delivery=lambda message: sent.append(
                {"topic": topic, "partition": message.partition(), "offset": message.offset()}
            ),
        )
        producer.produce(status)
        producer.close(timeout_s)
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from error
    except TopicError as error:
        raise cannot_begin(error) from error
    except ProduceError as error:
        print_stderr(message_of(error))
        return 1
    if options.json:
        print_json(options, {"type": "sent", "id": status["Id"], **sent[0]})
    else:
        where = sent[0]
        place = f"partition {where['partition']}, offset {where['offset']}"
        options.lines.print_line(f"sent: {where['topic']}, {place}")
    return 0


def _status_id(now_ms: int) -> int:
    """A number like Twitter's: it grows with time and is unique even within a millisecond."""
    return (now_ms - 1_288_834_974_657) << 22 | secrets.randbelow(1 << 22)
