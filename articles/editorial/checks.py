"""What the gate says of the draft that was saved last, laid out for the screen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from articles.actions.gatekeeping import all_findings
from articles.compile import provenance_of
from articles.dossier import Dossier, open_dossier
from articles.editorial.schedule import Standing, schedule_of
from articles.enums import Transition
from articles.gate import ABOUT_REVIEW, Finding
from articles.models.pages import ArticlePage

# Where Wagtail's editor puts a field: the tab's ObjectList, and the panel in it.
PANELS = {
    "title": "panel-child-briefing-title-section",
    "standfirst": "panel-child-briefing-standfirst-section",
    "article_sources": "panel-child-briefing-sources-section",
    "highlights": "panel-child-briefing-highlights-section",
    "body": "panel-child-briefing-body-section",
    "analysis": "panel-child-briefing-analysis-section",
    "disclaimer_note": "panel-child-details-disclaimer_note-section",
    "ai_purpose": "panel-child-details-ai_assistance-section",
    "ai_responsible": "panel-child-details-ai_assistance-section",
    "change_note": "panel-child-change-change_note-section",
}
PLACES: dict[str, str | Promise] = {
    "title": _("Title"),
    "standfirst": _("Standfirst"),
    "article_sources": _("Sources"),
    "highlights": _("Highlights"),
    "body": _("Body"),
    "analysis": _("Analysis"),
    "disclaimer_note": _("Added to the disclaimer"),
    "ai_purpose": _("AI assistance"),
    "ai_responsible": _("AI assistance"),
    "change_note": _("What readers are told"),
}
BLOCKS: dict[Transition, str | Promise] = {
    Transition.SUBMIT: _("Blocks submission"),
    Transition.SOURCE_CHECK: _("Blocks the source check"),
    Transition.APPROVE: _("Blocks approval"),
    Transition.PUBLISH: _("Blocks publication"),
}


@dataclass(frozen=True)
class CheckLine:
    """One finding with the place it speaks of; `url` is empty where it speaks of the whole.

    `anchor` is the place's id on the editor's page.
    """

    finding: Finding
    place: str | Promise
    anchor: str
    url: str

    @property
    def severity(self) -> str | Promise:
        """In words: the first step that it stops, and with it every later one."""
        since = self.finding.rule.since
        return BLOCKS[since] if since else _("Warns")


@dataclass(frozen=True)
class Checks:
    """Everything the gate says of one saved draft, and where its schedule stands."""

    article: ArticlePage
    revision: Revision
    dossier: Dossier
    blocking: tuple[CheckLine, ...]
    warnings: tuple[CheckLine, ...]
    schedule: Standing

    @property
    def is_clear(self) -> bool:
        """Whether it could be published as it stands."""
        return not self.blocking

    @property
    def about_text(self) -> tuple[CheckLine, ...]:
        """What blocks and is no missing review: work on the text."""
        return tuple(line for line in self.blocking if line.finding.rule not in ABOUT_REVIEW)

    @property
    def is_text_clear(self) -> bool:
        """Whether nothing but a review is missing: no work on the text is left."""
        return not self.about_text

    @property
    def provenance(self) -> dict[str, Any]:
        """Sources, corroboration and disclaimer as they will read."""
        return provenance_of(self.dossier)


def read_checks(article: ArticlePage) -> Checks | None:
    """Run the gate on the newest draft; None for an article that was never saved."""
    revision = article.get_latest_revision() if article.pk else None
    if revision is None:
        return None
    dossier = open_dossier(revision.as_object())
    found = all_findings(article=article, revision=revision, dossier=dossier)
    return Checks(
        article=article,
        revision=revision,
        dossier=dossier,
        blocking=_lines(article, (finding for finding in found if finding.blocks)),
        warnings=_lines(article, (finding for finding in found if not finding.blocks)),
        schedule=schedule_of(article, now=timezone.now()),
    )


def _lines(article: ArticlePage, found: Iterable[Finding]) -> tuple[CheckLine, ...]:
    lines = (
        CheckLine(
            finding=finding,
            place=PLACES.get(finding.field, ""),
            anchor=place_anchor(finding.field, finding.block),
            url=place_url(article, finding.field, finding.block),
        )
        for finding in found
    )
    return tuple(sorted(lines, key=_earliest_first))


def _earliest_first(line: CheckLine) -> int:
    since = line.finding.rule.since
    return since.position if since else len(Transition)


def place_url(article: ArticlePage, field: str, block: str = "") -> str:
    """The editor, opened at a block or a field; empty where neither is named."""
    anchor = place_anchor(field, block)
    if not anchor:
        return ""
    return f"{reverse('wagtailadmin_pages:edit', args=[article.pk])}#{anchor}"


def place_anchor(field: str, block: str = "") -> str:
    """The id that Wagtail's editor gives to a block or a field; empty where neither is named."""
    return f"block-{block}-section" if block else PANELS.get(field, "")
