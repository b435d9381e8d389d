"""Lost marks that spelling settles, before any quotation mark is paired: apostrophes within words,
ranges of figures, hyphens of compounds, chemical formulas.
"""

import re

from sources.ingest.repair import lexicon
from sources.ingest.repair.marks import APOSTROPHE, EN, HYPHEN, SUBSCRIPT_TWO, Context, Decision

_FIGURE_BEFORE = re.compile(r"[\d%°]$")
_FIGURE_AFTER = re.compile(r"[$€£¥]?\d")
_SPACED_FIGURES = re.compile(r"\d\s$")
_FORMULA = re.compile(r"(?<![^\W\d_])(?:(?:C|N|S|Si|Ti|Zr|Mn)O|H)$")
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_WORD_AFTER = re.compile(r"[^\W_]+")
_IN_WORD = re.compile(r"[^\W_]")


def spell_mark(context: Context, compounds: frozenset[str]) -> Decision | None:
    """What spelling says of the mark; None leaves it to the pairing of quotation marks.

    `compounds` are the hyphened words of the whole text, in lower case.
    """
    return (
        _spell_figures(context)
        or _spell_apostrophe(context)
        or _spell_formula(context)
        or _spell_hyphen(context, compounds)
        or _spell_equals(context)
    )


def _spell_figures(context: Context) -> Decision | None:
    before, after = context.before, context.after
    if _FIGURE_BEFORE.search(before) and _FIGURE_AFTER.match(after):
        return Decision(EN, "en dash between figures")
    if _SPACED_FIGURES.search(before) and re.match(r"\s\d", after):
        return Decision(EN, "en dash between figures", sure=False)
    if context.previous.isdigit() and lexicon.UNIT_AFTER_FIGURE.match(after):
        return Decision(HYPHEN, "hyphen before a unit", sure=False)
    is_code = re.search(r"[^\W\d_a-z]{2}$", before)  # COVID-19, SARS-2
    if is_code and context.next.isdigit():
        return Decision(HYPHEN, "hyphen in a code", sure=False)
    return None


def _spell_apostrophe(context: Context) -> Decision | None:
    if lexicon.DECADE.match(context.after) and not _is_in_word(context.previous):
        return Decision(APOSTROPHE, "apostrophe of a decade")
    if lexicon.ELIDED_WORD.match(context.after) and not context.previous.strip():
        return Decision(APOSTROPHE, "apostrophe of a shortened word", sure=False)
    if _is_in_word(context.previous) or context.previous == ".":
        return _spell_within_word(context)
    return None


def _spell_within_word(context: Context) -> Decision | None:
    before, after = context.before, context.after
    if lexicon.CONTRACTION_END.match(after):
        return Decision(APOSTROPHE, "apostrophe in a word")
    if lexicon.ELIDED_START.search(before) and _is_in_word(context.next):
        return Decision(APOSTROPHE, "apostrophe in a name")
    if lexicon.PINYIN_START.search(before) and lexicon.PINYIN_END.match(after):
        return Decision(APOSTROPHE, "apostrophe in a name", sure=False)
    return None


def _spell_formula(context: Context) -> Decision | None:
    if _FORMULA.search(context.before) and not context.next.islower():
        return Decision(SUBSCRIPT_TWO, "subscript of a formula", sure=False)
    return None


def _spell_hyphen(context: Context, compounds: frozenset[str]) -> Decision | None:
    first = _WORD_BEFORE.search(context.before)
    second = _WORD_AFTER.match(context.after)
    if first is None or second is None:
        return None
    if f"{first[0]}-{second[0]}".lower() in compounds:
        return Decision(HYPHEN, "hyphen as elsewhere in the text", sure=False)
    is_compound = lexicon.HYPHEN_START.search(context.before) or lexicon.HYPHEN_END.match(
        context.after
    )
    return Decision(HYPHEN, "hyphen of a compound", sure=False) if is_compound else None


def _spell_equals(context: Context) -> Decision | None:
    for before, after in lexicon.EQUALS:
        if before.search(context.before) and after.match(context.after):
            return Decision(EN, "en dash between equals", sure=False)
    return None


def _is_in_word(char: str) -> bool:
    return bool(_IN_WORD.match(char))
