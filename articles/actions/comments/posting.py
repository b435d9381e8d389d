"""What a reader posts: checked, placed in its thread, and taken once the writer is known."""

import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.actions.comments.akismet import have_akismet_asked
from articles.actions.comments.commenters import commenter_of, find_commenter
from articles.actions.comments.limits import hold_to_limits, hold_to_waiting
from articles.actions.comments.mailing import Writing, ask_to_confirm, send_letter
from articles.actions.comments.networks import network_key
from articles.actions.comments.screening import admit_comment, screen_comment
from articles.actions.comments.sending import NOBODY, Sender
from articles.actions.comments.wording import check_words, text_key, tidy
from articles.enums import CommentStatus
from articles.formats.named import NamedClaim, named_claim
from articles.formats.remarks import one_line
from articles.models.commenters import Commenter
from articles.models.comments import DEEPEST, Comment, path_of
from articles.models.editions import CurrentEdition
from articles.queries.editions import article_by_uuid
from articles.queries.threads import closed_because

STAFF = "wagtailadmin.access_admin"


def post_comment(
    *,
    current: CurrentEdition,
    name: str,
    email: str,
    text: str,
    now: datetime.datetime,
    parent_id: int | None = None,
    about: str = "",
    sender: Sender = NOBODY,
) -> Comment:
    """Store a comment, and ask its writer to confirm the address, or take it from who signed in.

    `about` is the id of a highlight or directive. Who is signed in needs no name and no address.
    Raises ValidationError with a message for each field ("name", "email", "text", "parent",
    "about", and "form" for what no field can help); TooManyError where it is a limit. Who is not
    signed in is told nothing that only the holder of the address may know: the link says it.
    """
    if why := closed_because(current=current, now=now):
        raise ValidationError({"form": why})
    name, text = one_line(name), tidy(text)
    check_words(name=name, email=email, text=text, is_signed_in=bool(sender.user))
    parent = _parent(current, parent_id)
    comment = Comment(
        article_uuid=current.article_uuid,
        parent=parent,
        depth=parent.depth + 1 if parent else 1,
        name=name,
        text=text,
        text_sha256=text_key(text),
        status=CommentStatus.UNCONFIRMED,
        created_at=now,
        **_about(current, about),
    )
    with transaction.atomic():
        comment.network = network_key(address=sender.address, now=now)
        language = current.edition.language
        _sign(comment, email=email, language=language, sender=sender, now=now)
        hold_to_limits(comment=comment, now=now)
        return _post(comment, sender=sender, now=now)


@transaction.atomic
def take_comment(*, comment: Comment, now: datetime.datetime) -> Comment:
    """Take a comment whose writer is known, and tell whom it concerns; the second time, nothing.

    Raises ValidationError where comments were closed meanwhile, where they have said the same
    already, or have too much waiting.
    """
    Commenter.objects.select_for_update().get(pk=comment.commenter_id)  # one after the other
    locked = Comment.objects.select_for_update(of=("self",))
    comment.refresh_from_db(from_queryset=locked.filter(pk=comment.pk))
    if comment.status == CommentStatus.UNCONFIRMED:
        current = article_by_uuid(comment.article_uuid)
        if current and (why := closed_because(current=current, now=now)):
            raise ValidationError({"form": why})
        if _same_words(comment).exclude(status=CommentStatus.UNCONFIRMED).exists():
            raise ValidationError({"text": said_already()})
        hold_to_waiting(comment=comment)
        tell_where_it_stands(admit_comment(comment=comment, now=now))
    return comment


def tell_where_it_stands(comment: Comment) -> None:
    """Write to who is answered where a rule let it through, or to the moderators where it waits."""
    if comment.status == CommentStatus.APPROVED:
        send_letter("reply", comment.pk)
    elif comment.status in CommentStatus.queued():
        send_letter("queued", comment.pk)


def said_already() -> str:
    """What somebody is told who says the same again."""
    return _("You have said this here already.")


def _same_words(comment: Comment) -> QuerySet[Comment]:
    """Others with the words of a comment, by its writer, on its article."""
    same = Comment.objects.exclude(status=CommentStatus.DELETED).filter(
        article_uuid=comment.article_uuid,
        commenter=comment.commenter,
        text_sha256=comment.text_sha256,
    )
    return same.exclude(pk=comment.pk)


def _sign(
    comment: Comment, *, email: str, language: str, sender: Sender, now: datetime.datetime
) -> None:
    """Say who wrote it: who is signed in, or whoever the address belongs to."""
    if sender.user is None:
        comment.commenter = find_commenter(
            name=comment.name, email=email.strip(), now=now, language=language
        )
        return
    comment.commenter = commenter_of(user=sender.user, now=now, language=language)
    comment.name = comment.name or comment.commenter.name
    comment.is_by_staff = sender.user.has_perm(STAFF)
    if comment.commenter.is_banned:
        raise ValidationError({"form": banned(comment.commenter)})


def banned(commenter: Commenter) -> str:
    """What somebody is told whose comments are not taken any more."""
    return _("We take no more comments from you: %s") % commenter.ban_reason


def _post(comment: Comment, *, sender: Sender, now: datetime.datetime) -> Comment:
    try:
        with transaction.atomic():
            comment.save(force_insert=True)
    except IntegrityError:
        earlier = _same_words(comment).filter(status=CommentStatus.UNCONFIRMED).first()
        if earlier is None:
            raise
        ask_to_confirm(commenter=comment.commenter, what=Writing.COMMENT, key=earlier.pk)
        return earlier  # the letter was lost, perhaps
    comment.path = path_of(comment)
    comment.save(update_fields=["path"])
    screen_comment(comment=comment, now=now, seconds=sender.seconds, trap=sender.trap)
    have_akismet_asked(comment)
    if sender.is_known:
        return admit_comment(comment=comment, now=now)
    if sender.user is not None:
        return take_comment(comment=comment, now=now)
    ask_to_confirm(commenter=comment.commenter, what=Writing.COMMENT, key=comment.pk)
    return comment


def _parent(current: CurrentEdition, key: int | None) -> Comment | None:
    """The public comment that is answered, of the same article."""
    if key is None:
        return None
    public = Comment.objects.filter(
        article_uuid=current.article_uuid, status=CommentStatus.APPROVED
    )
    comment = public.select_related("parent").filter(pk=key).first()
    if comment is None:
        raise ValidationError({"parent": _("The comment you answer is no longer there.")})
    return comment.parent if comment.depth >= DEEPEST else comment


def _about(current: CurrentEdition, claim_id: str) -> dict[str, str]:
    """The claim by value: what the writer saw stands, whatever becomes of the briefing."""
    claim = named_claim(current.edition.content, claim_id) if claim_id else None
    if claim_id and claim is None:
        message = _("What you write about is no longer in this briefing.")
        raise ValidationError({"about": message})
    return _by_value(claim) if claim else {}


def _by_value(claim: NamedClaim) -> dict[str, str]:
    return {"about_kind": claim.kind, "about_id": claim.id, "about_text": claim.text}
