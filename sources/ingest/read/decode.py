"""Bytes to characters: which encoding, which line ends, and what is refused."""

import codecs
import re

from sources.ingest.errors import BinaryInputError, EmptyInputError, TooLargeError
from sources.ingest.read.result import ReadText

MAX_BYTES = 5_000_000
"""A long read has 100 kB; what is larger is an archive or an accident."""

# Longest first: the mark of UTF-16-LE begins that of UTF-32-LE.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n?|\x0b|\x0c|\u2028|\u2029")
_SAMPLE_BYTES = 4096
_MAX_CONTROL_SHARE = 0.02
_MIN_NUL_SHARE = 0.3


def decode_bytes(raw: bytes, *, limit: int = MAX_BYTES) -> ReadText:
    """Decode by byte order mark, then UTF-16 without one, UTF-8, and last Windows-1252.

    Raises `EmptyInputError`, `TooLargeError` or `BinaryInputError`.
    """
    _refuse_unusable(raw, limit)
    text, encoding, notes = _decode(raw)
    if "\x00" in text:
        notes.append(f"{text.count(chr(0))} NUL characters were taken out.")
        text = text.replace("\x00", "")
    _refuse_controls(text)
    lines = _LINE_ENDS.sub("\n", text)
    if lines != text:
        notes.append("Line ends were made uniform.")
    if not lines.strip():
        raise EmptyInputError(
            "There is no text in it. Paste the text of the item, or upload its file."
        )
    return ReadText(text=lines, encoding=encoding, notes=tuple(notes))


def _refuse_unusable(raw: bytes, limit: int) -> None:
    if not raw.strip(b"\x00\t\n\r "):
        raise EmptyInputError("Nothing came in. Paste the text of the item, or upload its file.")
    if len(raw) > limit:
        size = f"{len(raw):,} bytes; at most {limit:,} are taken"
        raise TooLargeError(f"This has {size}. Send one item at a time, without pictures.")
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise BinaryInputError(
                f"This is {kind}, not text. Take the text out of it and send that."
            )


def _refuse_controls(text: str) -> None:
    if len(_CONTROLS.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise BinaryInputError(
            "This is binary data, not text. Send the item as text, HTML or JSON."
        )


def _decode(raw: bytes) -> tuple[str, str, list[str]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, errors="replace")
            return text, encoding, [f"A byte order mark for {encoding} was taken off."]
    wide = _guess_utf16(raw[:_SAMPLE_BYTES])
    if wide:
        return raw.decode(wide, errors="replace"), wide, [f"Read as {wide}: every other byte is 0."]
    return _decode_narrow(raw)


def _guess_utf16(sample: bytes) -> str | None:
    """Western text in UTF-16 has a NUL for every character, always on the same side."""
    half = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _MIN_NUL_SHARE and even < odd / 10:
        return "utf-16-le"
    if even > _MIN_NUL_SHARE and odd < even / 10:
        return "utf-16-be"
    return None


def _decode_narrow(raw: bytes) -> tuple[str, str, list[str]]:
    try:
        return raw.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 3 and error.reason == "unexpected end of data":
            note = "The last character was cut in two and is left out."
            return raw[: error.start].decode("utf-8"), "utf-8", [note]
    if _is_mostly_utf8(raw):
        text = raw.decode("utf-8", errors="surrogateescape").translate(_ESCAPED_BYTES)
        return text, "utf-8", ["Single bytes that are not UTF-8 were read as Windows-1252."]
    text = raw.decode("latin-1").translate(_WINDOWS_1252)
    return text, "windows-1252", ["This is not UTF-8 and was read as Windows-1252."]


def _is_mostly_utf8(raw: bytes) -> bool:
    sequences = _UTF8_SEQUENCE.findall(raw)
    strays = sum(byte >= 0x80 for byte in raw) - sum(map(len, sequences))
    return len(sequences) > strays


def _windows_1252(byte: int) -> str:
    """The character of a byte; the five that Windows-1252 leaves open stay C1 controls."""
    return bytes([byte]).decode("windows-1252", errors="ignore") or chr(byte)


_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_WINDOWS_1252 = {byte: _windows_1252(byte) for byte in range(0x80, 0xA0)}
_ESCAPED_BYTES = {0xDC00 + byte: _windows_1252(byte) for byte in range(0x80, 0x100)}
