"""Letters to those who wrote: was it you, it is public, somebody replied, what is stored of you."""

from django.utils.translation import gettext_lazy as _

from articles.actions.comments.letters.letter import Letter, write, write_to_reader
from articles.actions.comments.links import Link
from articles.enums import CommentStatus, ModerationDeed
from articles.formats.site import this_site
from articles.models.commenters import Commenter
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition


def confirmation(commenter_id: int, what: str, key: int) -> list[Letter]:
    """Ask the holder of an address whether they wrote; not a word of what was written is in it.

    Anybody can type anybody's address: a letter that carried their words would be their letter.
    """
    commenter = Commenter.objects.get(pk=commenter_id)
    if not commenter.email:
        return []
    letter = write(
        "confirm",
        to=commenter.email,
        language=commenter.language,
        subject=_("Please confirm what you wrote"),
        context={
            "what": what,
            "confirm_url": Link.CONFIRM.url(commenter_id, what, key),
            "days": Link.CONFIRM.days,
        },
    )
    return [letter]


def approval(comment_id: int) -> list[Letter]:
    """Tell the writer that a comment is public."""
    comment = _public(comment_id)
    if comment is None:
        return []
    context = _place(comment) | {"own_url": Link.OWN.url(comment.pk)}
    subject = _("Your comment is public")
    return _some(write_to_reader("approved", comment.commenter, subject=subject, context=context))


def reply(comment_id: int) -> list[Letter]:
    """Tell whoever is answered, once, and not those who answer themselves."""
    comment = _public(comment_id)
    answered = comment.parent if comment else None
    if comment is None or answered is None or answered.commenter == comment.commenter:
        return []
    approvals = comment.decisions.filter(deed=ModerationDeed.APPROVED)
    if answered.status != CommentStatus.APPROVED or approvals.count() > 1:
        return []
    context = _place(comment) | {"writer": comment.name, "text": comment.text}
    subject = _("A reply to your comment")
    return _some(write_to_reader("reply", answered.commenter, subject=subject, context=context))


def own_data(commenter_id: int) -> list[Letter]:
    """The link to all that is stored of a reader, to the address that it is stored under."""
    commenter = Commenter.objects.get(pk=commenter_id)
    if not commenter.email:
        return []
    letter = write(
        "my_data",
        to=commenter.email,
        language=commenter.language,
        subject=_("What we have stored of you"),
        context={"data_url": Link.DATA.url(commenter.pk)},
    )
    return [letter]


def _public(comment_id: int) -> Comment | None:
    rows = Comment.objects.select_related("commenter", "parent__commenter")
    return rows.filter(pk=comment_id, status=CommentStatus.APPROVED).first()


def _place(comment: Comment) -> dict[str, str]:
    """Where a public comment is read; without title and address where the briefing is gone."""
    rows = CurrentEdition.objects.whole().filter(article_uuid=comment.article_uuid)
    current = rows.first()
    if current is None:
        return {"title": "", "comment_url": ""}
    path = f"{current.address}?comment={comment.pk}#comment-{comment.pk}"
    return {"title": current.edition.title, "comment_url": this_site().absolute(path)}


def _some(letter: Letter | None) -> list[Letter]:
    return [letter] if letter else []
