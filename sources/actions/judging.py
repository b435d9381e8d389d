"""The rule of the best grade: nobody says "confirmed" without two independent documents."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sources.enums import CorroborationState, Credibility, TestimonyRole
from sources.independence import Testimony, assess
from sources.models import Organisation, SourceDocument
from sources.queries import ownership_graph


def refuse_unconfirmed(
    *,
    document: SourceDocument,
    originators: Sequence[Organisation],
    same_as: SourceDocument | None = None,
) -> None:
    """Raise ValidationError where a document is graded 1 and no independent one bears it out.

    `originators` and `same_as` are what is about to be said of the document: from whom it comes,
    and whose text it republishes. Who owns whom counts as of the day on which it was published,
    else captured. What is unknown is never independent.
    """
    if document.credibility != Credibility.CONFIRMED:
        return
    other = document.borne_out_by
    if other is None or other.pk == document.pk:
        raise _refusal(_("Name another document that bears it out."))
    if same_as and same_as.pk == other.pk:
        raise _refusal(_("The document that bears it out republishes the same text."))
    testimonies = (
        _testimony(document, originators),
        _testimony(other, list(other.originators.all())),
    )
    graph = ownership_graph(on=document.published_on or document.captured_at.date())
    verdict = assess(testimonies, graph)
    if verdict.state is not CorroborationState.CORROBORATED:
        raise _refusal(verdict.reason)


def _refusal(reason: str) -> ValidationError:
    message = _("“Confirmed” needs two independent documents. %(reason)s Grade it 2 at most.")
    return ValidationError({"credibility": message % {"reason": reason}})


def _testimony(document: SourceDocument, originators: Sequence[Organisation]) -> Testimony:
    speakers = originators or ([document.publisher] if document.publisher else [])
    return Testimony(
        document_id=document.pk,
        uuid=str(document.uuid),
        title=str(document),
        originators=tuple(row.pk for row in speakers),
        cluster=document.republication_cluster,
        role=TestimonyRole.PRIMARY,
    )
