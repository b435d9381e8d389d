"""The same rules as a question: is anything damaged, or left over, in a text somebody wrote?"""

from sources.ingest.clean import clean_text
from sources.ingest.read import ReadText
from sources.ingest.repair import RepairedText, repair_text
from sources.ingest.repair.codepages import REPLACEMENT

# Of what `clean` takes out, what can never be meant. A heading "Search" may be.
NEVER_MEANT = frozenset(
    [
        "assistant's talk",
        "block editor comment",
        "code fence",
        "comment in the page's source",
        "note on the link",
        "shortcode",
        "stray tag",
    ]
)
_AROUND = 20


def find_damage(text: str) -> tuple[str, ...]:
    """Every damaged stretch with some text around it; empty where the text is whole.

    What no rule can repair is damage as well: a replacement character says so itself.
    """
    repairs = repair_text(_as_read(text)).repairs
    repaired = {each.position: len(each.before) for each in repairs}
    lost = {place: 1 for place, char in enumerate(text) if char == REPLACEMENT}
    return tuple(
        _around(text, place, length) for place, length in sorted((lost | repaired).items())
    )


def find_leftovers(text: str) -> tuple[str, ...]:
    """What an assistant or an editor left behind in the text."""
    whole = RepairedText(_as_read(text), text, ())
    removals = clean_text(whole).removals
    return tuple(each.text for each in removals if each.reason in NEVER_MEANT)


def _as_read(text: str) -> ReadText:
    return ReadText(text=text, encoding="utf-8")


def _around(text: str, position: int, length: int) -> str:
    return text[max(position - _AROUND, 0) : position + length + _AROUND].strip()
