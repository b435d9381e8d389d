"""The wrong code pages: which byte a reader took for which character, and the way back.

A damaged mark whose bytes were all kept is turned back into bytes and read as UTF-8.
"""

import re
from dataclasses import dataclass
from functools import cached_property

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class CodePage:
    """A single-byte code page under which UTF-8 was misread; `fill` gives what `codec` leaves open.

    Readers differ there: some show the Windows-1252 character, some the C1 control of the byte.
    """

    name: str
    codec: str
    fill: str = "windows-1252"

    @cached_property
    def byte_of(self) -> dict[str, int]:
        """Every character that may stand for a byte from 0x80 up."""
        found = {chr(byte): byte for byte in range(0x80, 0xA0)}
        for codec in (self.fill, self.codec):
            for byte in range(0x80, 0x100):
                char = bytes([byte]).decode(codec, errors="ignore")
                if char and (codec == self.codec or byte < 0xA0):
                    found[char] = byte
        return found

    @cached_property
    def sequence(self) -> re.Pattern[str]:
        """One character's UTF-8 bytes as this page shows them: two, three or four."""
        tail = self._char_class(0x80, 0xBF)
        return re.compile(
            f"{self._char_class(0xC2, 0xDF)}{tail}"
            f"|{self._char_class(0xE0, 0xEF)}{tail}{{2}}"
            f"|{self._char_class(0xF0, 0xF4)}{tail}{{3}}"
        )

    @cached_property
    def cut_mark(self) -> re.Pattern[str]:
        """A quotation mark without its last byte, which such pages leave open."""
        shown = {byte: char for char, byte in self.byte_of.items()}
        tail = self._char_class(0x80, 0xBF)
        return re.compile(f"{re.escape(shown[0xE2] + shown[0x80])}(?!{tail})")

    @cached_property
    def open_quotes(self) -> str:
        """The quotation marks whose last byte the page has no character for."""
        return "".join(
            mark for mark in "‘’“”" if not mark.encode()[-1:].decode(self.codec, errors="ignore")
        )

    def restore(self, shown: str) -> str | None:
        """The character whose bytes `shown` displays, None where they are not UTF-8."""
        try:
            char = bytes(self.byte_of[each] for each in shown).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            return None
        return char if len(char) == 1 else None

    def _char_class(self, first: int, last: int) -> str:
        chars = sorted(char for char, byte in self.byte_of.items() if first <= byte <= last)
        return "[" + "".join(map(re.escape, chars)) + "]"


THAI = CodePage("Thai", "cp874")
WESTERN = CodePage("Western", "windows-1252")
RARE = (
    CodePage("Cyrillic", "cp1251"),
    CodePage("Central European", "cp1250"),
    CodePage("Greek", "cp1253"),
    CodePage("Hebrew", "cp1255"),
    CodePage("Baltic", "cp1257"),
    CodePage("Cyrillic ISO", "iso8859_5"),
    CodePage("Cyrillic KOI", "koi8_r", fill="koi8_r"),
    CodePage("Macintosh", "mac_roman", fill="mac_roman"),
    CodePage("DOS", "cp437", fill="cp437"),
    CodePage("Western DOS", "cp850", fill="cp850"),
    CodePage("Cyrillic DOS", "cp866", fill="cp866"),
)
