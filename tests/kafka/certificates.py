"""Certificates of our own making for a broker's TLS listeners: one authority, and a stranger."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
_DAYS = ["-days", "2"]


def _openssl(folder: Path, *arguments: str) -> None:
    command = ["openssl", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)


def make(folder: Path) -> None:
    """``ca.pem``, ``server.pem`` (key and certificate for 127.0.0.1), ``stranger.pem``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("ca", "stranger"):
        out = ["-keyout", f"{name}.key", "-out", f"{name}.pem", "-subj", f"/CN=mwk test {name}"]
        _openssl(folder, "req", "-x509", *_KEY, *_DAYS, *out)
    request = ["-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=mwk test broker"]
    _openssl(folder, "req", *_KEY, *request)
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n")
    signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names"]
    _openssl(folder, "x509", "-req", "-in", "server.csr", "-out", "server.crt", *signed, *_DAYS)
    both = (folder / "server.key").read_text() + (folder / "server.crt").read_text()
    (folder / "server.pem").write_text(both)


def add_listeners(broker: Any, folder: Path, tls_port: int, login_port: int) -> None:
    """A broker that was not started yet also listens with TLS, and with SASL/PLAIN over TLS."""
    known = broker.server_properties()
    more = f"TLS://127.0.0.1:{tls_port},TLSLOGIN://127.0.0.1:{login_port}"
    login = known["listener.name.sasl.plain.sasl.jaas.config"]
    protocols = known["listener.security.protocol.map"]
    broker.properties |= {
        "listeners": f"{known['listeners']},{more}",
        "advertised.listeners": f"{known['advertised.listeners']},{more}",
        "listener.security.protocol.map": f"{protocols},TLS:SSL,TLSLOGIN:SASL_SSL",
        "listener.name.tlslogin.plain.sasl.jaas.config": login,
        "ssl.keystore.type": "PEM",
        "ssl.keystore.location": str(folder / "server.pem"),
    }
