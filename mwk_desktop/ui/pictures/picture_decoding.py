"""Makes a small new picture from strangers' bytes, or refuses them.

Threads: runs on the cache's picture threads, one at a time; Qt decodes without the GIL. The
dangers: a PNG of 208 kB can need 450 MB, its text chunks decompress on their own, a JPEG can hold
thousands of scans, and unexpected formats (SVG, ICO...) bring their own readers.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter

from mwk_desktop.ui.pictures.fetch_target import RefusedError

SIDE = 128
MOST_SIDE = 2048
_ALLOCATION_MB = 16
_MOST_SCANS = 64
_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
# The chunks a picture needs; others (above all compressed text and profiles) are dropped.
_PNG_NEEDED = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


def sniff(data: bytes) -> str:
    """``png``, ``jpeg`` or ``webp`` by the first bytes, whatever the server claims.

    Raises
    ------
    RefusedError
        It is none of them.
    """
    if data.startswith(_PNG_HEAD):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    raise RefusedError("no PNG, JPEG or WebP")


def picture_of(data: bytes) -> QImage:
    """The bytes as a round picture of :data:`SIDE` pixels.

    Raises
    ------
    RefusedError
        Not a picture, too large when decoded, or broken.
    """
    kind = sniff(data)
    if kind == "png":
        data = _bare_png(data)
    # In a JPEG's data FF is always followed by 00, so this counts markers only. Each scan walks
    # over the whole picture: some kilobytes could keep a core busy for minutes.
    if kind == "jpeg" and data.count(b"\xff\xda") > _MOST_SCANS:
        raise RefusedError("too many scans")
    _prepare()
    held = QByteArray(data)
    device = QBuffer(held)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device, QByteArray(kind.encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise RefusedError("no size in its header")
    if max(size.width(), size.height()) > MOST_SIDE:
        raise RefusedError(f"{size.width()} x {size.height()} pixels")
    reader.setScaledSize(
        size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatioByExpanding).boundedTo(
            # A strip of 1 x 2048 must not become 128 x 262144.
            QSize(SIDE * 8, SIDE * 8)
        )
    )
    decoded = reader.read()
    device.close()
    if decoded.isNull():
        raise RefusedError("it could not be decoded")
    return _round(decoded)


@cache
def _prepare() -> None:
    """Once per process: limit what Qt may allocate, and keep its decoders' warnings about
    strangers' pictures off the terminal."""
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    QLoggingCategory.setFilterRules("qt.gui.imageio*=false")


def _bare_png(data: bytes) -> bytes:
    """The PNG with only its pixel data."""
    kept = [_PNG_HEAD]
    at = len(_PNG_HEAD)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        after = at + 12 + length
        if after > len(data):
            break
        if kind in _PNG_NEEDED:
            kept.append(data[at:after])
        if kind == b"IEND":
            break
        at = after
    return b"".join(kept)


def _round(decoded: QImage) -> QImage:
    """The picture's middle as a disc: the software renderer cannot clip to one."""
    side = min(decoded.width(), decoded.height())
    left, top = (decoded.width() - side) // 2, (decoded.height() - side) // 2
    middle = decoded.copy(QRect(left, top, side, side)).scaled(
        QSize(SIDE, SIDE),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    disc = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    disc.fill(0)
    painter = QPainter(disc)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(middle))
    painter.drawEllipse(0, 0, SIDE, SIDE)
    painter.end()
    return disc
