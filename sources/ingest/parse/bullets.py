"""The signs, figures and letters that open an item of a list."""

import re

from sources.ingest.parse.dates import is_date_line

BULLET = re.compile(
    r"^(?P<indent>\s*)(?P<mark>[•▪◦‣●○■□►➤➢✓✔∙](?=\s*\S)|[-*+·–—o§](?=\s+\S))\s*(?P<text>.*\S)"
)
_ORDERED = re.compile(
    r"^(?P<indent>\s*)(?P<mark>\(?\d{1,2}[.)]|\(?(?:[a-hivx]{1,4}|[A-H])\)"
    r"|(?:[a-h]|i{1,3}|iv|vi{0,3}|ix|x)\.)\s+(?P<text>.*\S)"
)
# Any other sign that more than one line opens with: check marks, pointing hands, coloured squares,
# and what is left of a damaged one.
ORNAMENT = re.compile(
    r"^(?P<indent>\s*)(?P<mark>[\u2190-\u2bff\U0001f000-\U0001faff]|[^\x00-\x7f]{0,3}\ufffd)\ufe0f?\s+"
    r"(?P<text>.*\S)"
)


def match_ordered(line: str) -> re.Match[str] | None:
    """A numbered item; "12. Mai 2026" is a date."""
    found = _ORDERED.match(line)
    return None if found and is_date_line(line) else found
