"""The broker of the tests and of ``make kafka`` starts with its classes mapped, not parsed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.kafka.conftest import broker_module


def test_the_broker_runs_with_its_class_archive(broker: Any) -> None:
    mapped = Path(f"/proc/{broker.pid()}/maps").read_text()
    assert str(broker_module.class_archive()) in mapped
    # Another broker, or one that was killed, may have left its own.
    assert not list(broker_module.jars_folder().glob(f"*.{broker.port}.new"))


@pytest.mark.parametrize("whole", [True, False])
def test_stopping_looks_for_no_java_and_fetches_no_jars(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    """Whoever stops a broker may have pulled another pom.xml meanwhile, and have no network."""

    def fetch() -> Path:
        raise broker_module.BrokerError("Maven could not fetch Kafka's jars")

    monkeypatch.setattr(broker_module, "class_archive", fetch)
    broker = broker_module.Broker(tmp_path / "broker", 29_092)
    broker.folder.mkdir()
    archive, left = tmp_path / "classes-1.jsa", tmp_path / "classes-1.29092.new"
    (broker.folder / "class-archive").write_text(str(archive))
    left.write_text("classes")
    ends = "pass" if whole else "signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    program = f"import signal; {ends}; print('up', flush=True); signal.pause()"
    command = [sys.executable, "-c", program, str(broker.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        broker.pid_file.write_text(str(process.pid))
        assert broker.stop(60.0 if whole else 0.1)
    assert not broker.pid_file.exists()
    assert not left.exists()
    assert archive.exists() == whole
