"""Whether the tree lets readers see a page: live, and under no view restriction."""

from django.db.models import Q
from wagtail.models import Page


def is_open(page: Page) -> bool:
    """Whether a page is live and neither it nor a page above it is private."""
    if not page.live:
        return False
    above = Page.objects.ancestor_of(page, inclusive=True).order_by()
    notable = above.filter(Q(view_restrictions__isnull=False) | Q(alias_of__isnull=False))
    aliases = list(notable.values_list("alias_of", flat=True))
    if aliases and None not in aliases:  # an alias is as private as the page that it follows
        return not page.get_view_restrictions().exists()
    return not aliases
