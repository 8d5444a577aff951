"""Finds a Java and fetches Kafka's jars for ``broker.py``. Only the standard library is used."""

from __future__ import annotations

import contextlib
import fcntl
import functools
import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPO = HERE.parent.parent
INSTALL_COMMAND = "apt-get install -y --no-install-recommends openjdk-17-jre-headless maven"


class BrokerError(Exception):
    """Something is missing or did not start; the message says what to do."""


@functools.cache
def java_banner(java: str) -> str:
    """What ``java -version`` prints."""
    done = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    return done.stderr + done.stdout


def java_version(java: str) -> int:
    """Major version of a Java, 0 where it does not run."""
    found = re.search(r'version "(\d+)', java_banner(java))
    return int(found.group(1)) if found else 0


def find_java() -> str:
    """Path of a Java of 17 or newer.

    Raises
    ------
    BrokerError
        With the command that installs it.
    """
    home = os.environ.get("JAVA_HOME")
    candidates = [str(Path(home) / "bin" / "java")] if home else []
    candidates += [found for found in [shutil.which("java")] if found]
    for java in candidates:
        with contextlib.suppress(OSError):
            if java_version(java) >= 17:
                return java
    what = f"{candidates[0]} is older than 17" if candidates else "no java on the PATH"
    raise BrokerError(f"Kafka needs Java 17: {what}. On Debian: {INSTALL_COMMAND}")


def class_archive() -> Path:
    """Where the classes that a broker has loaded are kept, ready to be mapped (application class
    data sharing, JEP 350): with them it starts in half the time. Made by a broker that ends.

    It belongs to one Java and to these jars, as they lie there.
    """
    folder = jars_folder()
    made_ns = (folder / "pom.sha256").stat().st_mtime_ns
    known = f"{java_banner(find_java())} {folder} {made_ns}"
    return folder / f"classes-{hashlib.sha256(known.encode()).hexdigest()[:12]}.jsa"


def jars_folder() -> Path:
    """Folder of the broker's jars; fetched once, and again whenever ``pom.xml`` changes.

    Raises
    ------
    BrokerError
        Maven is missing or could not resolve the jars.
    """
    folder = Path(os.environ.get("KAFKA_JARS_DIR") or REPO / "build" / "kafka-jars")
    folder.parent.mkdir(parents=True, exist_ok=True)
    # One process fetches, others wait.
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _fetch_jars(folder)
    return folder


def _fetch_jars(folder: Path) -> None:
    pom = HERE / "pom.xml"
    stamp = folder / "pom.sha256"
    digest = hashlib.sha256(pom.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    if (maven := shutil.which("mvn")) is None:
        raise BrokerError(f"Kafka's jars need Maven (mvn). On Debian: {INSTALL_COMMAND}")
    shutil.rmtree(folder, ignore_errors=True)
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder}"]
    command = [maven, "-q", "-B", "-f", str(pom), *goal]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        errors = (line for line in done.stdout.splitlines() if "ERROR" in line)
        first = next(errors, done.stderr.strip() or "no message")
        raise BrokerError(f"Maven could not fetch Kafka's jars ({first}). Try: {' '.join(command)}")
    stamp.write_text(digest)
