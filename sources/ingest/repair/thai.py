"""UTF-8 that was read as Thai, told from genuine Thai."""

import re
from collections.abc import Iterator

from sources.ingest.repair.codepages import REPLACEMENT, THAI
from sources.ingest.repair.damage import NBSP, Damage
from sources.ingest.repair.marks import MINUS
from sources.ingest.repair.scripts import is_symbol, script_of

BYTES_LOST = "Thai code page, bytes lost"

# Whole words that look like damage: "to lift" reads as an inverted "!", "cattle" as a lossy "<=".
_WORDS_LIKE_DAMAGE = frozenset({"ยก", "โค"})
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_BEFORE_FIGURE = re.compile(r"\s?\d")
_THAI_RUN = re.compile("[\u0e00-\u0e7f]+")
# UTF-8 begins with these bytes: E2 for punctuation, C2 for symbols, C3 for Western letters.
_E2, _C2, _C3 = "โ", "ย", "ร"
# E2 and the third byte, where the second was a control character and fell out.
_HALF = {"ฆ": "…", "ฌ": "€", "ฒ": "′", "ณ": "″", "ฅ": "≥", "ค": "≤", "’": MINUS}
_LOST = re.compile(
    f"(?P<quote>{_E2}€[{REPLACEMENT}\x98\x99\x9c\x9d]?(?!\\d(?!0s)))"
    f"|(?P<half>{_E2}{REPLACEMENT}?(?:[ฆฌฒณฅค]|’(?=\\d)))"
    f"|(?P<dot>{_E2}{REPLACEMENT}?ข)"
    f"|(?P<mark>{_E2}(?:{REPLACEMENT}{{1,2}})?)"
    f"|(?P<space>{_C2}[ {NBSP}]?)"
    f"|(?P<cross>(?<=[\\d ]){_C3}(?![^\\W\\d]))"
)


def find_thai(text: str) -> Iterator[Damage]:
    """Damage within runs of Thai letters that spell no Thai."""
    for run in _THAI_RUN.finditer(text):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 2]
        if _is_thai_word(run[0], before=before, after=after):
            continue
        damages = _split_run(text, run.start(), run.end())
        if damages is not None:
            yield from damages
        elif run[0].endswith(_E2):  # a leading vowel cannot end a word
            yield Damage(run.end() - 1, run.end(), BYTES_LOST)


def _split_run(text: str, start: int, end: int) -> list[Damage] | None:
    """The marks that make up a Thai run, None where any part of it is no mark: then it is Thai."""
    damages: list[Damage] = []
    place = start
    while place < end:
        damage = _whole_thai_mark(text, place) or _lost_thai_mark(text, place)
        if damage is None:
            return None
        damages.append(damage)
        place = damage.end
    return damages if _is_credible(damages, text) else None


def _is_credible(damages: list[Damage], text: str) -> bool:
    """Whether a run that could be damaged marks is no Thai word, as "car" could be "ö".

    Letters of one script may be a damaged word. Latin ones must go on or begin a word of whole
    letters, and so must a single letter of any script.
    """
    scripts = [script for each in damages if (script := script_of(each.after or ""))]
    if not scripts:
        return True
    is_guessed = any(each.rule == BYTES_LOST and each.after in (NBSP, "×") for each in damages)
    if is_guessed or len(set(scripts)) > 1:
        return False
    if len(scripts) > 1 and scripts[0] != "Latin":
        return True
    start, end = damages[0].start, damages[-1].end
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return _is_latin(before) or (_is_latin(after) and after.islower()) or "-" in (before, after)


def _whole_thai_mark(text: str, place: int) -> Damage | None:
    shown = THAI.sequence.match(text, place)
    char = THAI.restore(shown[0]) if shown else None
    if shown is None or char is None or not (is_symbol(char) or script_of(char)):
        return None
    return Damage(shown.start(), shown.end(), "Thai code page", char)


def _lost_thai_mark(text: str, place: int) -> Damage | None:
    lost = _LOST.match(text, place)
    if lost is None:
        return None
    start, end, kind = lost.start(), lost.end(), lost.lastgroup
    if kind == "half":
        return Damage(start, end, BYTES_LOST, _HALF[lost[0][-1]])
    if kind == "dot":
        is_after_word = text[start - 1 : start].isalnum() and start > 0
        return Damage(start, end, BYTES_LOST, "™" if is_after_word else "•", sure=False)
    if kind == "space":
        return Damage(start, end, BYTES_LOST, NBSP)
    if kind == "cross":
        return Damage(start, end, BYTES_LOST, "×", sure=False)
    return Damage(start, end, BYTES_LOST, is_quote=kind == "quote")


def _is_thai_word(run: str, *, before: str, after: str) -> bool:
    """Whether a Thai run that could be damage is a word: it stands alone, not glued to Latin.

    `before` is the character before the run ("" at the start), `after` the text behind it.
    """
    if run not in _WORDS_LIKE_DAMAGE or _BEFORE_FIGURE.match(after):
        return False
    return not (_is_latin(before) or before.isdigit() or _is_latin(after[:1]))


def _is_latin(char: str) -> bool:
    """Whether `char` is a letter of the Latin script; false for ""."""
    return bool(_LATIN.match(char))
