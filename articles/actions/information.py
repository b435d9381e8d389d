"""Bringing what readers get of information pages to what the tree says.

As with briefings, the tree is read and not the event: whatever closes, opens, moves or changes a
page calls `reconcile_information` in the same transaction.
"""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from articles.compile.information import information_html
from articles.models.information import Information
from articles.models.information_pages import InformationPage
from articles.visibility import is_open


@transaction.atomic
def reconcile_information(page: InformationPage) -> Information | None:
    """Show what is live of a page now, or nothing; returns what readers get."""
    page = InformationPage.objects.select_related("locale").get(pk=page.pk)  # not a draft in hand
    if not is_open(page):
        Information.objects.filter(page=page).delete()
        return None
    html = information_html(page)
    moment = page.last_published_at or timezone.now()
    shown, _ = Information.objects.update_or_create(
        page=page,
        defaults={
            "address": page.public_address,
            "title": page.title,
            "summary": page.summary,
            "language": page.locale.language_code,
            "html": html,
            "published_at": page.first_published_at or moment,
            "updated_at": moment,
        },
    )
    return shown


@transaction.atomic
def reconcile_information_below(page: Page) -> None:
    """The same for every information page at or below a page."""
    for each in InformationPage.objects.descendant_of(page, inclusive=True):
        reconcile_information(each)
