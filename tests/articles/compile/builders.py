"""Texts to compile, and what they are compiled to."""

import datetime
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from articles.compile import Compiled, compile_edition
from articles.dossier import open_dossier
from articles.enums import EditionKind
from articles.models.pages import ArticlePage
from tests.articles.newsroom import Desk, make_draft

NOW = datetime.datetime(2025, 10, 25, 9, tzinfo=datetime.UTC)


def compiled(article: ArticlePage) -> Compiled:
    """The next edition of an article as it is in hand."""
    return compile_edition(open_dossier(article), kind=EditionKind.PUBLISHED, now=NOW)


def with_body(desk: Desk, *blocks: dict[str, Any]) -> ArticlePage:
    """A draft with this body and nothing else to read."""
    article = make_draft(desk)
    article.highlights = []
    article.body = list(blocks)
    return article


def make_file(title: str = "Minutes") -> Document:
    """A file that readers can download."""
    raw = ContentFile(b"Minutes of Friday.", name="minutes.pdf")
    return Document.objects.create(title=title, file=raw, file_size=18)


def make_image() -> Image:
    """A picture."""
    return Image.objects.create(title="Harbour", file=get_test_image_file())


def page_link(key: int) -> str:
    """A link to a page, as the editor stores it."""
    return f'<a linktype="page" id="{key}">page</a>'
