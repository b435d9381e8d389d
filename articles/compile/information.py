"""From an information page to what readers get of it: links resolved, headings with anchors."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.text import slugify
from wagtail.documents import get_document_model

from articles.compile.richtext import TAGS, expand, plain
from articles.dossier import links_in
from articles.models.editions import CurrentEdition
from articles.models.information import Information
from articles.models.information_pages import InformationPage

_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)


def information_html(page: InformationPage) -> str:
    """The text of a page; a link to what is not public loses its tag and keeps its words."""
    linked = links_in([page.text])
    html = expand(
        page.text,
        addresses=dict(_addresses(linked["page"])) if linked["page"] else {},
        files=_files(linked["document"]) if linked["document"] else {},
        tags=TAGS | {"h2"},
    )
    return _anchored(html)


def _anchored(html: str) -> str:
    """With an id in each heading, made of its words; where two say the same, the first has it."""
    taken = {""}

    def anchored(match: re.Match[str]) -> str:
        anchor = slugify(plain(match[1]), allow_unicode=True)
        if anchor in taken:
            return match[0]
        taken.add(anchor)
        return f'<h2 id="{anchor}">{match[1]}</h2>'

    return _HEADING.sub(anchored, html)


def _addresses(pages: Iterable[int]) -> Iterable[tuple[int, str]]:
    """Where linked pages are read: briefings and other information pages."""
    briefings = CurrentEdition.objects.filter(edition__page_id__in=pages)
    yield from briefings.values_list("edition__page_id", "address")
    others = Information.objects.filter(page__in=pages)
    yield from others.values_list("page_id", "address")


def _files(documents: Iterable[int]) -> dict[int, Any]:
    return dict(get_document_model().objects.in_bulk(list(documents)))
