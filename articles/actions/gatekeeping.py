"""The gate in front of each step: submission, source check, approval and publication.

Which finding stops which step, `articles.gate.policy` says. Every door comes here, so that none can
be kinder than another.
"""

from collections.abc import Collection, Iterable, Iterator

from django.utils.translation import gettext as _
from wagtail.models import Revision

from articles.dossier import Dossier, open_dossier
from articles.enums import EditionKind, Transition
from articles.gate import Finding, Severity, approval_findings, findings, preflight
from articles.models.editions import CurrentEdition
from articles.models.pages import ArticlePage
from articles.models.workflow import ReviewTask
from articles.refusals import Refusal


class GateClosed(Refusal):
    """A step was refused; `findings` say why, each with what to do about it."""

    step = Transition.PUBLISH

    def __init__(
        self, article: ArticlePage, refused: Iterable[Finding], *, step: Transition | None = None
    ) -> None:
        self.step = step or self.step
        self.findings = tuple(refused)
        super().__init__(article, " ".join(finding.message for finding in self.findings))


class PublicationRefused(GateClosed):
    """The last step was refused: nothing became public."""


def require_open_gate(*, article: ArticlePage, step: Transition) -> None:
    """Raise GateClosed where a finding about the newest content blocks this step of the review."""
    refuse_if_blocked(article, findings_of_draft(article=article), step=step)


def findings_of_draft(*, article: ArticlePage) -> tuple[Finding, ...]:
    """What the gate says of what was saved last; nothing of what was never saved."""
    revision = article.get_latest_revision()
    if revision is None:
        return ()
    dossier = open_dossier(revision.as_object())
    return all_findings(article=article, revision=revision, dossier=dossier)


def refuse_if_blocked(
    article: ArticlePage, found: Iterable[Finding], *, step: Transition = Transition.PUBLISH
) -> None:
    """Raise GateClosed, for publication PublicationRefused, where a finding blocks the step."""
    if blocking := [finding for finding in found if finding.rule.blocks_at(step)]:
        if step is Transition.PUBLISH:
            raise PublicationRefused(article, blocking)
        raise GateClosed(article, blocking, step=step)


def all_findings(
    *,
    article: ArticlePage,
    revision: Revision,
    dossier: Dossier,
    given: Collection[type[ReviewTask]] | None = None,
) -> tuple[Finding, ...]:
    """Exactly what the gate says of a revision: about the text, and about who checked it.

    `given` are the reviews of its content, where somebody has read them already.
    """
    about_standing = (*retraction_findings(dossier), *address_findings(dossier))
    about_review = approval_findings(article=article, revision=revision, given=given)
    return (*about_standing, *preflight(dossier), *about_review)


def findings_at(step: Transition, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is said at one step, those that block it first."""
    said = [each for each in found if each.rule.severities[step] is not Severity.SILENT]
    return tuple(sorted(said, key=lambda finding: not finding.rule.blocks_at(step)))


def retraction_findings(dossier: Dossier) -> Iterator[Finding]:
    """A retracted briefing does not come back under the same identity."""
    previous = dossier.previous
    if previous and previous.kind == EditionKind.RETRACTED:
        message = _("This briefing was retracted: %(reason)s") % {"reason": previous.reason}
        yield Finding(findings.RETRACTED, message)


def address_findings(dossier: Dossier) -> Iterator[Finding]:
    """One address, one briefing: a tree beside the site's own can lead to the same address."""
    article = dossier.article
    folder = article.public_address.rstrip("/").rpartition("/")[0]
    address = f"{folder}/{article.slug}/"
    others = CurrentEdition.objects.filter(address=address).exclude(article_uuid=article.uuid)
    if others.exists():
        message = _("Another briefing is read at /%(address)s.") % {"address": address}
        yield Finding(findings.ADDRESS_TAKEN, message)
