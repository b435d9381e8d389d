"""Letters to those who moderate: the first comment in an empty queue, not each of a hundred."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.actions.comments.letters.letter import Letter, write
from articles.enums import CommentStatus
from articles.formats.site import this_site
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition

MODERATE = "articles.change_comment"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def queued(comment_id: int) -> list[Letter]:
    """Say that somebody waits; who has been told already is not told again for the next in line."""
    waiting = Comment.objects.filter(status__in=CommentStatus.queued())
    comment = waiting.filter(pk=comment_id).first()
    if comment is None or waiting.exclude(pk=comment_id).exists():
        return []
    current = CurrentEdition.objects.whole().filter(article_uuid=comment.article_uuid).first()
    context = {
        "title": current.edition.title if current else "",
        "queue_url": this_site().absolute(reverse("assay_comments:index")),
    }
    people = get_user_model().objects.with_perm(MODERATE, backend=BACKEND)
    return [
        write(
            "queued",
            to=person.email,
            language=_language(person),
            subject=_("A comment waits for a moderator"),
            context=context | {"name": person.get_short_name()},
        )
        for person in people.exclude(email="").select_related("wagtail_userprofile")
    ]


def _language(person: object) -> str:
    profile = getattr(person, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else ""
