#!/usr/bin/env python3
"""A real Apache Kafka (one node, KRaft) on loopback, for rehearsals and for the tests.

    broker.py start [--port 9092]     fetch the jars once, format, start, wait until it answers
    broker.py status | stop | clean   clean deletes the data of a stopped broker

Only the standard library is used, so that it runs before anything of ours is installed. Maven
resolves the jars named in ``pom.xml`` into ``build/kafka-jars`` (``KAFKA_JARS_DIR`` moves it).
The listener is bound to 127.0.0.1 and asks for no password: do not bind it elsewhere. A second
listener with SASL/PLAIN exists where ``--sasl-port`` asks for it; its password is read from the
environment (``KAFKA_SASL_PASSWORD``) because arguments are visible to everyone.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:  # where this file was loaded by its path
    sys.path.append(str(HERE))

from broker_jars import REPO, BrokerError, class_archive, find_java, jars_folder  # noqa: E402

START_TIMEOUT_S = 90.0
"""A cold JVM on a loaded two-core machine needs 10 s; the rest is patience."""
STOP_TIMEOUT_S = 30.0


def answers(port: int, timeout_s: float = 1.0) -> bool:
    """Whether a Kafka broker on 127.0.0.1 answers an ApiVersions request (key 18, version 0).

    An open port is not enough: a broker that starts or hangs accepts connections too.
    """
    client = b"mwk-broker-py"
    body = struct.pack(">hhih", 18, 0, 1, len(client)) + client
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=timeout_s) as link:
            link.settimeout(timeout_s)
            link.sendall(struct.pack(">i", len(body)) + body)
            head = link.recv(10)
    except OSError:
        return False
    # length, correlation id, error code (0: none)
    return len(head) == 10 and head[4:8] == struct.pack(">i", 1) and head[8:10] == b"\0\0"


@dataclass
class Broker:
    """One broker: its folder, ports and process; the tests freeze and kill it through this."""

    folder: Path
    port: int = 9092
    controller_port: int = 0
    sasl_port: int = 0
    sasl_user: str = "mwk"
    sasl_password: str = field(default="", repr=False)
    heap_mb: int = 512
    nice: int = 0
    java_options: tuple[str, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder = self.folder.resolve()
        self.controller_port = self.controller_port or self.port + 1

    @property
    def bootstrap_servers(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def pid_file(self) -> Path:
        return self.folder / "broker.pid"

    @property
    def log_file(self) -> Path:
        return self.folder / "broker.log"

    @property
    def _archive_note(self) -> Path:
        """Names the archive that the running broker leaves its classes in, if it does. Who stops it
        may have another Java, and other jars to fetch."""
        return self.folder / "class-archive"

    def pid(self) -> int | None:
        """The running broker's process; None if none runs, even if its file was left behind."""
        try:
            pid = int(self.pid_file.read_text())
            command = Path(f"/proc/{pid}/cmdline")
            if command.parent.parent.is_dir() and Path("/proc/self").exists():
                return pid if str(self.folder).encode() in command.read_bytes() else None
            os.kill(pid, 0)
        except (OSError, ValueError):
            return None
        return pid

    def server_properties(self) -> dict[str, str]:
        """What ``server.properties`` holds: one node, replication 1, small and quick to start."""
        listeners = [f"PLAINTEXT://127.0.0.1:{self.port}"]
        result = {
            "process.roles": "broker,controller",
            "node.id": "1",
            "controller.quorum.voters": f"1@127.0.0.1:{self.controller_port}",
            "controller.listener.names": "CONTROLLER",
            "inter.broker.listener.name": "PLAINTEXT",
            "log.dirs": str(self.folder / "data"),
            "num.partitions": "4",
            # Recorded shows are sent again with their own times: retention would delete them.
            "log.retention.ms": "-1",
            # Our tools create topics; creating one for a misspelt name would hide the mistake.
            "auto.create.topics.enable": "false",
            "offsets.topic.num.partitions": "4",
            "offsets.topic.replication.factor": "1",
            "transaction.state.log.num.partitions": "4",
            "transaction.state.log.replication.factor": "1",
            "transaction.state.log.min.isr": "1",
            "share.coordinator.state.topic.num.partitions": "1",
            "share.coordinator.state.topic.replication.factor": "1",
            "share.coordinator.state.topic.min.isr": "1",
            "group.initial.rebalance.delay.ms": "0",
            # After a kill -9 the controller waits this long before it lets the same broker back in.
            "broker.session.timeout.ms": "3000",
            "broker.heartbeat.interval.ms": "500",
            "num.network.threads": "2",
            "num.io.threads": "4",
            "background.threads": "2",
            # The default of 128 MiB is too much for a small heap.
            "log.cleaner.dedupe.buffer.size": "4194304",
            "listener.security.protocol.map": (
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL:SASL_PLAINTEXT"
            ),
        }
        if self.sasl_port:
            listeners.append(f"SASL://127.0.0.1:{self.sasl_port}")
            module = "org.apache.kafka.common.security.plain.PlainLoginModule"
            result["sasl.enabled.mechanisms"] = "PLAIN"
            result["listener.name.sasl.plain.sasl.jaas.config"] = (
                f'{module} required user_{self.sasl_user}="{self.sasl_password}";'
            )
        result["advertised.listeners"] = ",".join(listeners)
        result["listeners"] = ",".join(
            [*listeners, f"CONTROLLER://127.0.0.1:{self.controller_port}"]
        )
        return result | self.properties

    def _java(self, main: str, *arguments: str) -> list[str]:
        memory = [f"-Xmx{self.heap_mb}m", "-Xms128m", "-XX:+UseSerialGC"]
        quick = ["-Xshare:auto", "-XX:-UsePerfData", "-Djava.awt.headless=true"]
        if (archive := class_archive()).is_file():
            quick.append(f"-XX:SharedArchiveFile={archive}")
        log = f"-Dlog4j2.configurationFile={HERE / 'log4j2.properties'}"
        where = f"-Dmwk.broker={self.folder}"
        classes = f"{jars_folder()}/*"
        options = [*memory, *quick, *self.java_options, log, where, "-cp", classes]
        return [find_java(), *options, main, *arguments]

    def format(self) -> None:
        """Write ``server.properties``, and format the storage if that was not done yet."""
        self.folder.mkdir(parents=True, exist_ok=True)
        config = self.folder / "server.properties"
        lines = [f"{key}={value}\n" for key, value in self.server_properties().items()]
        config.touch(mode=0o600)  # it holds the SASL password
        config.write_text("".join(lines))
        if (self.folder / "data" / "meta.properties").is_file():
            return
        cluster = "bXVzaWN3aXRoa2Fma2EtMQ"  # 16 bytes in base64: any will do on loopback
        command = self._java("kafka.tools.StorageTool", "format", "-t", cluster, "-c", str(config))
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise BrokerError(f"Kafka's storage was not formatted: {done.stderr or done.stdout}")

    def start(self, timeout_s: float = START_TIMEOUT_S) -> None:
        """Start and wait until the broker answers.

        Raises
        ------
        BrokerError
            If Java or Maven is missing, a port is taken, or the broker ends or does not answer.
        """
        if self.pid() is not None:
            running = re.search(
                r"^listeners=PLAINTEXT://127\.0\.0\.1:(\d+)",
                (self.folder / "server.properties").read_text(),
                re.M,
            )
            if running is not None and int(running.group(1)) != self.port:
                raise BrokerError(
                    f"The broker of {self.folder} already runs, on port {running.group(1)}: "
                    "stop it first, or use another --dir"
                )
            self.wait_until_it_answers(timeout_s)
            return
        for port in filter(None, (self.port, self.controller_port, self.sasl_port)):
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind(("127.0.0.1", port))
                except OSError as error:
                    raise BrokerError(
                        f"Port {port} on 127.0.0.1 is taken ({error.strerror}); use --port"
                    ) from error
        self.format()
        command = self._java("kafka.Kafka", str(self.folder / "server.properties"))
        self._archive_note.unlink(missing_ok=True)
        if not (archive := class_archive()).is_file():
            command.insert(1, f"-XX:ArchiveClassesAtExit={self._new_archive(archive)}")
            self._archive_note.write_text(str(archive))
        if self.nice:
            command = ["nice", "-n", str(self.nice), *command]
        with self.log_file.open("ab") as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                # Its own session: Ctrl+C on the terminal that started it is not for the broker.
                start_new_session=True,
            )
        self.pid_file.write_text(str(process.pid))
        self._process = process
        self.wait_until_it_answers(timeout_s)

    def wait_until_it_answers(self, timeout_s: float = START_TIMEOUT_S) -> None:
        deadline = time.monotonic() + timeout_s
        while not answers(self.port):
            process = getattr(self, "_process", None)
            # In the middle of an exec /proc shows no command line: ask our own child directly.
            ended = self.pid() is None if process is None else process.poll() is not None
            if ended:
                raise BrokerError(f"Kafka ended while it started: {self._last_words()}")
            if time.monotonic() > deadline:
                raise BrokerError(
                    f"Kafka does not answer after {timeout_s:.0f} s: see {self.log_file}"
                )
            time.sleep(0.05)

    def _last_words(self) -> str:
        lines = self.log_file.read_text(errors="replace").splitlines()
        told = [line for line in lines[-60:] if "ERROR" in line or "Exception" in line]
        return (told or lines or ["its log is empty"])[-1] + f" (all of it: {self.log_file})"

    def signal(self, number: int) -> None:
        """Send a signal to the broker (SIGSTOP: it hangs; SIGCONT: it goes on)."""
        pid = self.pid()
        if pid is not None:
            os.kill(pid, number)

    def kill(self) -> None:
        """Kill with SIGKILL: like a power cut, except that the page cache survives."""
        self.signal(signal.SIGKILL)
        self._wait_for_end(STOP_TIMEOUT_S)

    def stop(self, timeout_s: float = STOP_TIMEOUT_S) -> bool:
        """Stop cleanly, or by force if that takes too long; False if none ran."""
        if self.pid() is None:
            self.pid_file.unlink(missing_ok=True)
            return False
        self.signal(signal.SIGCONT)
        self.signal(signal.SIGTERM)
        ended = self._wait_for_end(timeout_s)
        if not ended:
            self.kill()
        self.pid_file.unlink(missing_ok=True)
        self._keep_classes(whole=ended)
        return True

    def _new_archive(self, archive: Path) -> Path:
        """A broker's own file, until it is whole: several may end at once."""
        return archive.with_suffix(f".{self.port}.new")

    def _keep_classes(self, *, whole: bool) -> None:
        """Give the next brokers what the first one of these jars left; half of it is of no use."""
        if not self._archive_note.is_file():
            return
        archive = Path(self._archive_note.read_text())
        self._archive_note.unlink()
        left = self._new_archive(archive)
        if whole and left.is_file():
            left.replace(archive)
        else:
            left.unlink(missing_ok=True)

    def _wait_for_end(self, timeout_s: float) -> bool:
        deadline = time.monotonic() + timeout_s
        process = getattr(self, "_process", None)
        while time.monotonic() < deadline:
            if self.pid() is None:
                if process is not None:
                    process.wait()  # else the child would stay as a zombie
                return True
            time.sleep(0.02)
        return False


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description="A real single-node Apache Kafka on 127.0.0.1.",
        epilog="Example: broker.py start; mwk live --bootstrap-servers 127.0.0.1:9092",
    )
    parser.add_argument("verb", choices=["start", "stop", "status", "clean"])
    parser.add_argument("--port", type=int, default=9092, help="the listener (default %(default)s)")
    parser.add_argument("--dir", type=Path, default=REPO / ".run" / "kafka", help="data and log")
    parser.add_argument(
        "--heap-mb", type=int, default=512, help="the JVM's heap (default %(default)s)"
    )
    parser.add_argument("--sasl-port", type=int, default=0, help="also listen here with SASL/PLAIN")
    parser.add_argument(
        "--sasl-user", default="mwk", help="who may log in there (default %(default)s)"
    )
    options = parser.parse_args(arguments)
    password = os.environ.get("KAFKA_SASL_PASSWORD", "")
    broker = Broker(
        options.dir,
        options.port,
        sasl_port=options.sasl_port,
        sasl_user=options.sasl_user,
        sasl_password=password,
        heap_mb=options.heap_mb,
    )
    try:
        if options.sasl_port and not password:
            raise BrokerError("--sasl-port needs the password in KAFKA_SASL_PASSWORD")
        return run(options.verb, broker)
    except BrokerError as problem:
        print(f"broker.py: {problem}", file=sys.stderr)
        return 2


def run(verb: str, broker: Broker) -> int:
    """Do one verb; the exit code (status: 0 answers, 1 does not)."""
    if verb == "start":
        broker.start()
        print(f"Kafka answers on {broker.bootstrap_servers} (data and log in {broker.folder})")
    elif verb == "stop":
        print("Kafka stopped" if broker.stop() else "Kafka was not running")
    elif verb == "clean":
        if broker.pid() is not None:
            raise BrokerError("Kafka is running: stop it first")
        if (broker.folder / "server.properties").is_file():  # never any other folder
            shutil.rmtree(broker.folder)
    else:
        pid, heard = broker.pid(), answers(broker.port)
        if not heard:
            print(
                "Kafka is not running" if pid is None else f"Kafka (process {pid}) does not answer"
            )
            return 1
        whose = f"process {pid}" if pid is not None else "started by somebody else"
        print(f"Kafka answers on {broker.bootstrap_servers} ({whose})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
