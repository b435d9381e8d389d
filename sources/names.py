"""How names of organisations are compared: `fold` gives the form under which two spellings meet."""

import re
import unicodedata

_PUNCTUATION = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"}
)
_BRACKETS = str.maketrans({"（": "(", "）": ")", "[": "(", "]": ")"})
_TRAILING_BRACKET = re.compile(r"(?<=\S)\s*\([^()]*\)\s*$")


def fold(name: str) -> str:
    """The form of a name that ignores case, accents, spacing, "The" and a trailing bracket.

    "The Baogang Daily (包钢日报)" and "baogang  daily" fold alike. Brackets inside a name only
    lose their marks: "Northern Rare Earth (Group) Co." meets "Northern Rare Earth Group Co".
    """
    text = unicodedata.normalize("NFKD", name.translate(_PUNCTUATION).translate(_BRACKETS))
    text = "".join(mark for mark in text if not unicodedata.combining(mark)).casefold()
    text = _TRAILING_BRACKET.sub("", " ".join(text.split()))
    text = " ".join(text.replace("(", " ").replace(")", " ").split())
    return text.removeprefix("the ").strip(" .,;:")
