"""The rule of the best grade: nobody says "confirmed" without two independent documents."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sources.enums import Credibility
from sources.models import Organisation, SourceDocument
from sources.queries import day_of, ownership_graph, why_unconfirmed


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
    if same_as and other and same_as.pk == other.pk:
        raise _refusal(_("The document that bears it out republishes the same text."))
    graph = ownership_graph(on=day_of(document))
    if reason := why_unconfirmed(document, other, originators, graph):
        raise _refusal(reason)


def _refusal(reason: str) -> ValidationError:
    message = _("“Confirmed” needs two independent documents. %(reason)s Grade it 2 at most.")
    return ValidationError({"credibility": message % {"reason": reason}})
