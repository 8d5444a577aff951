"""Who is blocked, and the limit of votes, outlive a kill at any moment after their commit."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from mwk_desktop.show.drivers.committing import restored
from mwk_desktop.store.show_file import SUFFIX, ShowFile
from mwk_desktop.topology.counting import CountingRules
from tests.show.shows import MUSIC, WINDOW_MS

_CHILD = """
import sys
from pathlib import Path
from mwk_desktop.show.commands import BlockUser, SetVoteCap
from mwk_desktop.show.drivers.committing import Committer
from mwk_desktop.store.show_file import ShowFile
from mwk_desktop.store.store_thread import StoreThread
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.show.shows import MUSIC, WINDOW_MS, Live
from tests.show.shows import batch_of
from tests.support import T0_MS

folder = Path(sys.argv[1])
counting = Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, 5, track=True)
store = StoreThread(ShowFile.create(folder, {"topic": "t"}, T0_MS))
store.start()
live = Live(folder / "show.jsonl", counting=counting)
live.show._committer = Committer(counting, store.submit, lambda: store.ready)
live.show.fold_batch(batch_of(T0_MS, ("spam", "pad"), ("ana", "drum"), first=0))

def tick() -> None:
    live.clock.advance(1_000)
    live.show.tick()
    assert store.flush()

tick()
before = store.commits
live.show.apply_command(BlockUser("spam"))
live.show.apply_command(SetVoteCap(2))
tick()  # no record since, no window closed
assert store.commits == before + 1, store.commits
tick()
assert store.commits == before + 1, "nothing changed, nothing is committed"
print("committed", flush=True)
sys.stdin.read()  # until it is killed
"""


def test_a_block_with_no_tweet_after_it_survives_a_kill(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "committed\n"
        child.kill()
    assert child.returncode == -signal.SIGKILL
    (path,) = tmp_path.glob(f"*{SUFFIX}")
    file = ShowFile.open(path)
    counting = restored(file.load(), CountingRules(window_ms=WINDOW_MS), MUSIC.clips)
    file.close()
    assert counting is not None
    assert counting.blocked == {"spam"}
    assert [row.name for row in counting.leaderboard.top(5)] == ["ana"]
    assert counting.rules.max_votes_per_user == 2
    assert counting.counts.votes == 1
    counting.unblock("spam")
    assert counting.counts.votes == 2
