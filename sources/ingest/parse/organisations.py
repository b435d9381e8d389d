"""The organisations that a text names, and what it says of each."""

import re
from collections.abc import Sequence

from sources.ingest.item import NamedOrganisation, ParsedDisclaimer, ParsedSection, Part

_NAME = r"(?:[A-Z][\w’'.&-]*)(?: (?:of |for |the )?[A-Z(][\w’'.&)-]*)*"
_CREDIT = re.compile(rf"\b(?:according to|originates from|comes from) (?:the )?(?P<name>{_NAME})")


def name_organisations(
    *,
    title: str | None,
    opening: Sequence[Part],
    sections: Sequence[ParsedSection],
    disclaimer: ParsedDisclaimer,
) -> tuple[NamedOrganisation, ...]:
    """Every organisation with its role."""
    found = {each["name"]: None for each in _CREDIT.finditer(disclaimer.text)}
    return tuple(NamedOrganisation(name, "source", state_owned=None) for name in found)
