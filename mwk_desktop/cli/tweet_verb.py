"""`mwk tweet`: one message to Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import positive_seconds
from mwk_desktop.cli.verb_options import add_input, add_json, options_of

NAME = "tweet"
HELP = "send one message to Kafka, as if somebody in the audience had"
EXAMPLES = """\
examples:
  mwk tweet "heavy bass please #mwk"
  mwk tweet "drum!" --user monty --bootstrap-servers kafka:9092

The message is there for good when the command says so (acks=all); it waits at most --timeout.

exit codes: 0 sent, 1 it did not arrive, 2 wrong usage, or no Kafka at that address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text, who says it, and where it goes."""
    parser.add_argument("text", metavar="TEXT", help="what is said")
    parser.add_argument("--user", metavar="NAME", default="mwk", help="who says it (default: mwk)")
    add_input(parser)
    parser.add_argument(
        "--timeout",
        metavar="S",
        type=positive_seconds,
        default=10.0,
        help="seconds to wait (default: 10)",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Send it and wait for the acknowledgement; 1 where it did not arrive, 2 where there is no
    Kafka to send it to."""

    from mwk_desktop.app.wiring.connection_lines import cannot_begin
    from mwk_desktop.clock import wall_ms
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic
    from mwk_desktop.kafka.tweet_producer import ProduceError, TweetProducer, twitter_status

    options = options_of(args)
    user = args.user.removeprefix("@")
    if not user or not args.text:
        raise UsageProblem("TEXT and --user must not be empty")
    now_ms = wall_ms()
    status = twitter_status(args.text, user, status_id=_status_id(now_ms), created_at_ms=now_ms)
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
        producer.close(args.timeout)
    except KafkaSettingError as error:
        raise UsageProblem(str(error)) from error
    except TopicError as error:
        raise cannot_begin(error) from error
    except ProduceError as error:
        print(f"mwk: {error}", file=sys.stderr)
        return 1
    if options.json:
        options.lines.say(json.dumps({"type": "sent", "id": status["Id"], **sent[0]}))
    else:
        where = sent[0]
        place = f"partition {where['partition']}, offset {where['offset']}"
        options.lines.say(f"sent: {where['topic']}, {place}")
    return 0


def _status_id(now_ms: int) -> int:
    """A number like Twitter's: it grows with time, and two in one millisecond differ."""
    import secrets

    return (now_ms - 1_288_834_974_657) << 22 | secrets.randbelow(1 << 22)
    return send_tweet(options_of(args), args.text, args.user, args.timeout)
