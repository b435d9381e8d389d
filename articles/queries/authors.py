"""Authors as readers see them: only those with a public briefing."""

from django.db.models import Count, QuerySet

from articles.models.snippets import Author


def public_authors() -> list[Author]:
    """Authors with the number of their public briefings as `briefings`, by name."""
    return list(_counted())


def public_author(slug: str) -> Author | None:
    """An author by address, if a public briefing names them."""
    return _counted().filter(slug=slug).first()


def _counted() -> QuerySet[Author]:
    counted = Author.objects.annotate(briefings=Count("current_editions"))
    return counted.filter(briefings__gt=0).order_by("name")
