"""The recording that ships: as the issue wants it, and made by its committed script."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import zstandard

from mwk_desktop.records.batch import Batch
from mwk_desktop.sources.recording_source import RecordingSource

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "assets" / "recordings" / "demo.jsonl.zst"


def unpacked(path: Path) -> bytes:
    return zstandard.ZstdDecompressor().stream_reader(io.BytesIO(path.read_bytes())).read()


def test_what_it_holds() -> None:
    source = RecordingSource(DEMO)
    plan = source.prepare()
    assert (plan.topic, plan.order, plan.in_order) == ("twitter_json", "event", True)
    assert plan.first_event_ms is not None
    assert plan.last_event_ms is not None
    assert plan.last_event_ms - plan.first_event_ms > 300_000
    assert plan.first_event_ms % 30_000 > 5_000
    batches = [step for step in source.steps() if isinstance(step, Batch)]
    tweets = [tweet for batch in batches for tweet in batch.tweets]
    assert len({tweet.screen_name for tweet in tweets if tweet is not None}) >= 60
    assert 5 < tweets.count(None) < 50
    keys = [(tweet.id, tweet.screen_name, tweet.created_at_ms) for tweet in tweets if tweet]
    assert len(set(keys)) < len(keys)
    text = unpacked(DEMO)
    assert b"arrival_ms" not in text
    assert b'"payload":null' in text
    assert b'"payload_b64"' in text
    for partition in range(3):
        assert b'"partition":%d,' % partition in text


def test_its_script_makes_it_again(tmp_path: Path) -> None:
    script = ROOT / "packaging" / "recordings" / "make_demo.py"
    spec = importlib.util.spec_from_file_location("make_demo", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    again = tmp_path / "demo.jsonl.zst"
    module.make_demo(again)
    # Unpacked, because another version of zstandard may pack the same text otherwise.
    assert unpacked(again) == unpacked(DEMO)
