"""Create the topics of a show as a cluster should have them.

    python packaging/kafka/topics.py --bootstrap-servers kafka:9092 --replication 3

Existing topics are not changed. Needs the console's environment and uses its
`[kafka]` (TLS, SASL).

| topic | partitions | why |
|---|---|---|
| twitter_json | 6 | instances share the work by partition; kept forever, as it is the show |
| charts, sounds | 1 | one partition keeps the order of the windows; a day is enough |
| users | 6 | the newest line per user: compacted |
| user-message | 6 | rolls by: a day is enough |

``min.insync.replicas`` is 2 with three replicas: with ``acks=all`` a message is on two machines
before its producer gets the acknowledgement, and one machine may be down.
"""

from __future__ import annotations

import argparse
import os
import sys

from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.topic_admin import (
    TopicError,
    create_topic,
)
from mwk_desktop.show.settings.load import SettingsError, load_settings
from mwk_desktop.topics import CHARTS_TOPIC, INPUT_TOPIC, MESSAGES_TOPIC, SOUNDS_TOPIC, USERS_TOPIC

DAY_MS = 86_400_000


def wanted(partitions: int, replication: int) -> dict[str, tuple[int, dict[str, str]]]:
    """Topic -> (partitions, settings)."""
    common = {"min.insync.replicas": "2" if replication >= 3 else "1"}
    day = {**common, "retention.ms": str(DAY_MS)}
    return {
        INPUT_TOPIC: (partitions, {**common, "retention.ms": "-1"}),
        CHARTS_TOPIC: (1, day),
        SOUNDS_TOPIC: (1, day),
        USERS_TOPIC: (partitions, {**common, "cleanup.policy": "compact"}),
        MESSAGES_TOPIC: (partitions, day),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bootstrap-servers", metavar="H:P", help="default: those of mwk.toml")
    parser.add_argument("--config", metavar="FILE", help="another mwk.toml")
    parser.add_argument("--partitions", type=int, default=6, metavar="N")
    parser.add_argument("--replication", type=int, default=1, metavar="N", help="3 in a cluster")
    args = parser.parse_args()
    if args.partitions < 1 or args.replication < 1:
        parser.error("--partitions and --replication are whole numbers above 0")
    servers = {"kafka.bootstrap.servers": args.bootstrap_servers} if args.bootstrap_servers else {}
    try:
        properties = load_settings(args.config, os.environ, servers).kafka
    except SettingsError as error:
        print(f"topics.py: {error}", file=sys.stderr)
        return 2
    for name, (partitions, config) in wanted(args.partitions, args.replication).items():
        try:
            made = create_topic(
                properties,
                name,
                partitions=partitions,
                replication=args.replication,
                config=config,
            )
        except (TopicError, KafkaSettingError) as error:
            print(f"topics.py: {name}: {error}", file=sys.stderr)
            return 2
        print(f"{name}: {'created' if made else 'exists already, not changed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
