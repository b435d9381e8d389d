"""What stands at a claim that readers can doubt."""

from collections.abc import Mapping

from django import template

from articles.formats.challenged import Doubt

register = template.Library()


@register.filter
def at_claim(doubts: Mapping[str, Doubt] | None, claim_id: str) -> Doubt | None:
    """The outcome at a claim, if it was ever challenged."""
    return (doubts or {}).get(claim_id)
