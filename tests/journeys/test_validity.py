"""Every public page as the standard wants it: HTML checked by the Nu HTML checker."""

from pathlib import Path

import pytest
from django.test import Client

from articles import urls
from tests.journeys.checker import remarks
from tests.journeys.pages import LEADS_ELSEWHERE, NO_PAGES, error_pages, public_pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_address_that_answers_with_a_page_is_among_the_pages(demo: None) -> None:
    named = {str(pattern.name) for pattern in urls.urlpatterns}
    pages = {name for name in named if not NO_PAGES.search(name)}
    shown = {page.view for page in public_pages()} - {"api-docs"}  # of the API's own addresses
    assert shown == pages - LEADS_ELSEWHERE


def test_html_of_every_public_page_conforms_to_the_standard(
    demo: None, client: Client, tmp_path: Path
) -> None:
    pages = {page.name: client.get(page.path, follow=True).text for page in public_pages()}
    errors = {path.strip("/"): html for path, html in error_pages().items()}
    assert remarks(pages | errors, tmp_path) == []
