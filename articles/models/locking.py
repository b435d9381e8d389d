"""One deed on the public record at a time: the lock that stands before every other."""

from django.db import connection
from wagtail.models import Page

CHAIN_LOCK = 0x4153_5341_5901  # any number that nothing else in the database locks


def lock_chain() -> None:
    """Let one transaction at a time open, change or close a public door, until it ends.

    SQLite does so by itself (IMMEDIATE). Whoever goes on what is public, or on who approved what,
    takes the lock before reading it; and before locking any row, so that no two wait for each
    other.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])


def lock_for_deletion(page: Page) -> None:
    """Wait until nobody publishes or saves the page or one beneath it, and keep it so.

    To be called in the transaction that deletes, before it looks for what goes with the page.
    """
    lock_chain()
    tree = Page.objects.descendant_of(page, inclusive=True)
    list(tree.order_by("pk").select_for_update().values_list("pk"))
