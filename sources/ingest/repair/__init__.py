"""Second stage: characters damaged by a wrong code page are made whole, each with the rule that did
it. Text that was never damaged stays as it is, character for character.
"""

import re
from collections.abc import Iterable, Iterator

from sources.ingest.item import Repair
from sources.ingest.read import ReadText
from sources.ingest.repair.damage import Damage
from sources.ingest.repair.detection import UNKNOWN, find_damage
from sources.ingest.repair.general import repair_words
from sources.ingest.repair.marks import EM, LOST, MINUS, Decision, context_of
from sources.ingest.repair.pairing import pair_marks
from sources.ingest.repair.result import RepairedText
from sources.ingest.repair.spelling import spell_mark

__all__ = ["RepairedText", "repair_text"]

# It begins where a word does: tried at every letter, a very long word would take for ever.
_COMPOUND = re.compile(r"(?<![^\W_])[^\W_]+-[^\W_]+")


def repair_text(read: ReadText) -> RepairedText:
    """Repair what `read` brought; positions in the repairs count characters of `read.text`.

    Damage is found once over the whole text, decided line by line, and last the words between the
    repairs go through `ftfy`, where it is certain that they are damaged.
    """
    text = read.text
    damages = find_damage(text)
    decided = list(_decide(text, damages))
    general = repair_words(text, taken=[(each.start, each.end) for each in damages])
    repairs = tuple(sorted([*decided, *general], key=lambda repair: repair.position))
    return RepairedText(read, _apply(text, repairs), repairs)


def _apply(text: str, repairs: Iterable[Repair]) -> str:
    pieces, end = [], 0
    for repair in repairs:
        pieces += [text[end : repair.position], repair.after]
        end = repair.position + len(repair.before)
    return "".join([*pieces, text[end:]])


def _decide(text: str, damages: tuple[Damage, ...]) -> Iterator[Repair]:
    compounds = frozenset(found.lower() for found in _COMPOUND.findall(text))
    for line in _by_line(text, damages):
        lost = [each for each in line if each.after is None]
        decisions = iter(_decide_line(text, line, compounds) if lost else ())
        for damage in line:
            repair = _settle(text, damage, None if damage.after else next(decisions))
            if repair is not None:
                yield repair


def _by_line(text: str, damages: Iterable[Damage]) -> Iterator[list[Damage]]:
    line: list[Damage] = []
    for damage in damages:
        if line and "\n" in text[line[-1].end : damage.start]:
            yield line
            line = []
        line.append(damage)
    if line:
        yield line


def _settle(text: str, damage: Damage, decision: Decision | None) -> Repair | None:
    before = text[damage.start : damage.end]
    if decision is None:
        return Repair(damage.start, before, damage.after or "", damage.rule, damage.sure)
    # Anything may have stood at a replacement character; a letter more likely than a dash.
    if damage.rule == UNKNOWN and (not decision.sure or decision.char in (EM, MINUS)):
        return None
    rule = f"{damage.rule}: {decision.rule}"
    return Repair(damage.start, before, decision.char, rule, decision.sure)


def _decide_line(text: str, damages: list[Damage], compounds: frozenset[str]) -> Iterator[Decision]:
    """Decisions for the lost marks of one line, in order."""
    chars, lost = _lay_out_line(text, damages)
    decisions = {}
    for place, damage in lost.items():
        decision = spell_mark(context_of(chars, place), compounds)
        if decision and not (damage.is_quote and decision.char != "’"):
            decisions[place] = decision
    for place, decision in decisions.items():
        chars[place] = decision.char
    quotes_only = frozenset(place for place, damage in lost.items() if damage.is_quote)
    decisions.update(pair_marks(chars, quotes_only=quotes_only))
    return (decisions[place] for place in lost)


def _lay_out_line(text: str, damages: list[Damage]) -> tuple[list[str], dict[int, Damage]]:
    """The line with known marks in place, and where in it the lost ones stand."""
    end = text.rfind("\n", 0, damages[0].start) + 1
    stop = text.find("\n", damages[-1].end)
    chars: list[str] = []
    lost: dict[int, Damage] = {}
    for damage in damages:
        chars += text[end : damage.start]
        if damage.after is None:
            lost[len(chars)] = damage
        chars += damage.after or LOST
        end = damage.end
    chars += text[end : stop if stop >= 0 else len(text)]
    return chars, lost
