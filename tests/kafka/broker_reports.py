"""What librdkafka reports of its brokers, for the tests of a connection's state."""

from __future__ import annotations

import msgspec

from mwk_desktop.kafka.client_stats import ClientStats, decode_stats

REFUSED = (
    "h:1/bootstrap: Connect to ipv4#h:1 failed: Connection refused (after 0ms in state CONNECT)"
)
UNKNOWN = (
    "x:1/bootstrap: Failed to resolve 'x:1': Name or service not known (after 1ms in state CONNECT)"
)


def stats(**brokers: object) -> ClientStats:
    return decode_stats(msgspec.json.encode({"brokers": brokers, "ts": 1, "name": "x"}).decode())


UP = stats(b={"nodeid": 1, "state": "UP", "waitresp_cnt": 1, "rxidle": 400_000, "stateage": 9})
BOOTSTRAP_UP = stats(
    b={"nodeid": -1, "state": "UP"}, GroupCoordinator={"nodeid": -1, "state": "UP"}
)
SILENT = stats(b={"nodeid": 1, "state": "UP", "waitresp_cnt": 2, "rxidle": 3_000_001})
IDLE = stats(b={"nodeid": 1, "state": "UP", "waitresp_cnt": 0, "rxidle": 60_000_000})
CALLING = stats(b={"nodeid": -1, "state": "APIVERSION_QUERY", "stateage": 3_000_001})
DOWN = stats(b={"nodeid": 1, "state": "INIT", "stateage": 10})
ONE_OF_TWO = stats(a={"nodeid": 1, "state": "INIT"}, b={"nodeid": 2, "state": "UP"})
