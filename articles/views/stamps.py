"""When a form was made. Pages are the same for all and cached, so the time is signed, not kept."""

from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils import timezone

OLDEST_SECONDS = 24 * 60 * 60


def stamp(article_uuid: UUID) -> str:
    """The time of this moment, signed for the form of one article."""
    return _signer(article_uuid).sign(str(int(timezone.now().timestamp())))


def age_of(stamped: str, article_uuid: UUID) -> float | None:
    """How many seconds ago a form was made; None for no stamp of ours, or one of long ago."""
    try:
        made_at = int(_signer(article_uuid).unsign(stamped))
    except (BadSignature, ValueError):
        return None
    age = timezone.now().timestamp() - made_at
    return age if 0 <= age <= OLDEST_SECONDS else None


def _signer(article_uuid: UUID) -> Signer:
    return Signer(salt=f"assay.form.{article_uuid}")
