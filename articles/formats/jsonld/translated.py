"""One briefing in several languages, as each of its pages tells it."""

import datetime
from collections.abc import Iterable
from typing import Protocol

from articles.formats.jsonld.script import Node
from articles.formats.site import Site
from articles.formats.translations import Spoken


class Published(Spoken, Protocol):
    """A briefing in one language, and since when it can be read."""

    @property
    def published_at(self) -> datetime.datetime:
        """When it was first published."""


def in_other_languages(current: Published, others: Iterable[Published], *, site: Site) -> Node:
    """What it is a translation of, or what are translations of it.

    That which readers could read first counts as the original; of two at once, that of the address
    which comes first.
    """
    rows = sorted((current, *others), key=lambda row: (row.published_at, row.address))
    original, *translations = rows
    if original.address == current.address:
        return {"workTranslation": [_work(row, site) for row in translations]}
    return {"translationOfWork": _work(original, site)}


def _work(row: Published, site: Site) -> Node:
    url = site.absolute(row.address)
    return {"@type": "NewsArticle", "@id": url, "url": url, "inLanguage": row.language}
