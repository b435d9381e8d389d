"""What a letter is, and how one is written: in the reader's language, plain, with a way out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from articles.actions.comments.links import Link
from articles.formats.language import spoken_for
from articles.formats.site import this_site
from articles.models.commenters import Commenter

LONGEST_SUBJECT = 120


@dataclass(frozen=True)
class Letter:
    """A mail that is ready to go."""

    to: str
    subject: str
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)

    def send(self) -> None:
        """Hand it to the mail server; raises what the server's refusal raises."""
        headers = {"Auto-Submitted": "auto-generated", **self.headers}
        EmailMessage(self.subject, self.text, to=[self.to], headers=headers).send()


def write(
    template: str, *, to: str, language: str, subject: Any, context: Mapping[str, Any]
) -> Letter:
    """Fill `templates/mail/TEMPLATE.txt`; `subject` is lazy, so that it is in the same language."""
    with override(spoken_for(language)):
        site = this_site()
        named = {"site_name": site.name, "site_url": site.base_url}
        text = render_to_string(f"mail/{template}.txt", {**named, **context})
        return Letter(to=to, subject=_one_line(str(subject)), text=f"{text.strip()}\n")


def write_to_reader(
    template: str, commenter: Commenter, *, subject: Any, context: Mapping[str, Any]
) -> Letter | None:
    """A letter that nobody asked for this very minute: with the way out of RFC 8058, if wanted."""
    if not commenter.can_be_written_to:
        return None
    way_out = Link.UNSUBSCRIBE.url(commenter.pk)
    letter = write(
        template,
        to=commenter.email,
        language=commenter.language,
        subject=subject,
        context={"name": commenter.name, "unsubscribe_url": way_out, **context},
    )
    return with_way_out(letter, way_out)


def with_way_out(letter: Letter, url: str) -> Letter:
    """With what mail programs need to take the way out themselves, in one click."""
    headers = {
        "List-Unsubscribe": f"<{url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return replace(letter, headers={**letter.headers, **headers})


def _one_line(subject: str) -> str:
    line = " ".join(subject.split())
    return line if len(line) <= LONGEST_SUBJECT else f"{line[: LONGEST_SUBJECT - 1]}…"
