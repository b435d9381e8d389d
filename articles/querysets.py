"""The vocabulary in which editions are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from articles.models.editions import CurrentEdition, Edition
    from articles.models.emergencies import EmergencyPublication


class EditionQuerySet(models.QuerySet["Edition"]):
    """All editions, whether their article is public or not: for the record, never for readers."""

    def of_article(self, article_uuid: UUID | models.OuterRef) -> EditionQuerySet:
        """The editions of one article, newest first."""
        return self.filter(article_uuid=article_uuid).order_by("-number")

    def newest_at(self, address: str) -> Edition | None:
        """The last edition issued for an address."""
        return self.filter(address=address).order_by("-pk").first()


class EmergencyQuerySet(models.QuerySet["EmergencyPublication"]):
    """Publications that did not wait for their reviews."""

    def unacknowledged(self) -> EmergencyQuerySet:
        """Those that nobody else has looked at yet, with what the edition says of itself."""
        heavy = ("edition__content", "edition__body_html", "edition__search_text")
        waiting = self.filter(acknowledged_at=None).select_related("edition")
        return waiting.defer(*heavy)


class CurrentEditionQuerySet(models.QuerySet["CurrentEdition"]):
    """The one door for visibility: what is not here is not public."""

    def whole(self) -> CurrentEditionQuerySet:
        """With the edition itself, for a page or a detail answer."""
        return self.select_related("edition")

    def sealed(self) -> CurrentEditionQuerySet:
        """With what the edition says of itself, and nothing of its content."""
        heavy = ("edition__content", "edition__body_html", "edition__search_text")
        return self.select_related("edition").defer(*heavy)

    def searched(self) -> CurrentEditionQuerySet:
        """What a hit shows, and the text in which a search found its words."""
        shown = ("edition__title", "edition__standfirst", "edition__search_text")
        return self.select_related("edition").only("address", "summary", *shown)

    def newest_first(self) -> CurrentEditionQuerySet:
        """In the order of lists and feeds."""
        return self.order_by("-published_at", "-pk")

    def with_issuer(self) -> CurrentEditionQuerySet:
        """With `issuer_name`: who issued the first directive that tells it, or None."""
        issued = self._directives().filter(current=models.OuterRef("pk")).exclude(issuer=None)
        first = issued.order_by("position").values("issuer__name")[:1]
        return self.annotate(issuer_name=models.Subquery(first))

    def on_topic(self, slug: str) -> CurrentEditionQuerySet:
        """About a topic."""
        return self.filter(topics__slug=slug)

    def by_author(self, slug: str) -> CurrentEditionQuerySet:
        """With a name in the byline."""
        return self.filter(authors__slug=slug)

    def about(self, organisation_slug: str) -> CurrentEditionQuerySet:
        """Resting on, or speaking of, an organisation."""
        return self.filter(organisations__slug=organisation_slug)

    def translations_of(self, current: CurrentEdition) -> CurrentEditionQuerySet:
        """The same briefing in other languages."""
        return self.filter(translation_key=current.translation_key).exclude(pk=current.pk)

    def issued_by(self, organisation_slug: str) -> CurrentEditionQuerySet:
        """With a directive of an issuer."""
        issued = models.Exists(
            self._directives().filter(current=models.OuterRef("pk"), issuer__slug=organisation_slug)
        )
        return self.filter(issued)

    @staticmethod
    def _directives() -> models.QuerySet[Any]:
        directives: models.QuerySet[Any] = apps.get_model("articles", "Directive").objects.all()
        return directives
