"""The same briefing in other languages, from the current editions alone."""

from articles.models.editions import CurrentEdition


def translations(current: CurrentEdition) -> list[CurrentEdition]:
    """Those that are public, by language. One query, and none where there never was one."""
    if current.translations_changed_at is None:
        return []
    rows = CurrentEdition.objects.translations_of(current).sealed().order_by("language", "pk")
    return list(rows)
