"""A TLS server of pictures on loopback with an authority of its own, and pictures of every kind."""

from __future__ import annotations

import socket
import ssl
import struct
import subprocess
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HOST = "pictures.example.net"


def png(width: int, height: int, *, extra: bytes = b"") -> bytes:
    """A plain one-bit PNG of any size, a few bytes a row; ``extra`` chunks before the pixels."""
    packer = zlib.compressobj(9)
    row = b"\x00" + b"\xaa" * ((width + 7) // 8)
    pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), extra, chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def image(kind: str, width: int = 48, height: int = 48, colour: int = 0xFF336699) -> bytes:
    """A picture of one colour, as ``png``, ``jpeg`` or ``webp``."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage

    picture = QImage(width, height, QImage.Format.Format_ARGB32)
    picture.fill(colour)
    held = QByteArray()
    device = QBuffer(held)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(device, kind)
    return bytes(held.data())


def answer(body: bytes, kind: str = "image/png", status: str = "200 OK", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def moved(to: str) -> bytes:
    return answer(b"", status="302 Found", more=f"Location: {to}\r\n")


@dataclass
class Authority:
    """Certificates for :data:`HOST`, and a context that trusts only them."""

    cert: Path
    key: Path

    def server(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.cert, self.key)
        return context

    def client(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.cert))


def authority(folder: Path) -> Authority:
    """A fresh authority and its one certificate, made by openssl."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", f"/CN={HOST}", "-addext"]
    command += [f"subjectAltName=DNS:{HOST},DNS:*.{HOST}", "-keyout", str(key), "-out", str(cert)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return Authority(cert, key)


@dataclass
class PictureServer:
    """Answers by path; remembers each request's head and each connection."""

    port: int
    answers: dict[str, bytes | Callable[[ssl.SSLSocket], None]] = field(default_factory=dict)
    heads: list[str] = field(default_factory=list)
    connections: int = 0

    def url(self, path: str, host: str = HOST) -> str:
        return f"https://{host}:{self.port}{path}"


@contextmanager
def serving(context: ssl.SSLContext | None, host: str = "127.0.0.1") -> Iterator[PictureServer]:
    """Serve until the block ends; without a context in plain HTTP."""
    listener = socket.create_server((host, 0))
    server = PictureServer(listener.getsockname()[1])
    open_sockets: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def talk(raw: socket.socket) -> None:
        try:
            raw.settimeout(20)
            secure = raw if context is None else context.wrap_socket(raw, server_side=True)
            open_sockets.append(secure)
            head = b""
            while b"\r\n\r\n" not in head:
                got = secure.recv(4096)
                if not got:
                    return
                head += got
            text = head.decode("latin-1")
            server.heads.append(text)
            path = text.split(" ", 2)[1]
            reply = server.answers.get(path, answer(b"no", "text/plain", "404 Not Found"))
            if callable(reply):
                reply(secure)
            else:
                secure.sendall(reply)
            secure.close()
        except OSError:
            raw.close()

    def accept() -> None:
        while True:
            try:
                raw, _ = listener.accept()
            except OSError:
                return
            server.connections += 1
            open_sockets.append(raw)
            threads.append(threading.Thread(target=talk, args=(raw,), daemon=True))
            threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(timeout=5)
        for one in open_sockets:
            one.close()
        for thread in threads:
            thread.join(timeout=5)


def drip(secure: ssl.SSLSocket) -> None:
    """A body that never ends, a byte at a time."""
    secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1000\r\n\r\n")
    while True:
        secure.sendall(b"\x89")
        threading.Event().wait(0.05)


def drip_head(secure: ssl.SSLSocket) -> None:
    """A head that never ends."""
    secure.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        secure.sendall(b"X-A: b\r\n"[:1])
        threading.Event().wait(0.05)


def endless(secure: ssl.SSLSocket) -> None:
    """A body without length that goes on for ever."""
    secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")
    while True:
        secure.sendall(b"\x00" * 65536)
