"""Whether the tree lets readers see a page: live, and under no view restriction."""

from wagtail.models import Page


def is_open(page: Page) -> bool:
    """Whether a page is live and neither it nor a page above it is private."""
    is_live: bool = page.live and not page.get_view_restrictions().exists()
    return is_live
