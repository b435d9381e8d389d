"""Signed links: what people may do because a mail reached them. No account and no cookie."""

import datetime
from enum import Enum
from typing import Any

from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.formats.site import this_site


class LinkError(ValueError):
    """A link that was altered, that is too old, or that leads to what is no longer there."""


class Link(Enum):
    """What a link allows: the name of its address, and how many days it is good for."""

    CONFIRM = ("comment_confirm", 3)  # take what was written with an address
    OWN = ("own_comment", None)  # look at, change or delete one's comment
    APPEAL = ("comment_appeal", None)  # object to a decision, and read what came of it
    UNSUBSCRIBE = ("comment_mail", None)  # get no more mail, or mail again
    QUEUE_MAIL = ("queue_mail", None)  # get no more mail on what waits, or mail again
    DATA = ("my_data", 1)  # see and erase all that is stored

    def __init__(self, address: str, days: int | None) -> None:
        self.address = address
        self.days = days

    def path(self, *keys: Any) -> str:
        """The path of the page for these keys."""
        return reverse(self.address, args=[self.token(*keys)])

    def url(self, *keys: Any) -> str:
        """The same as an absolute address, for a mail."""
        return this_site().absolute(self.path(*keys))

    def token(self, *keys: Any) -> str:
        """The keys, signed; what is signed for one purpose is nothing for another."""
        return signing.dumps(keys, salt=self._salt)

    def read(self, token: str) -> list[Any]:
        """The keys in a token; raises LinkError with words for its holder."""
        age = datetime.timedelta(days=self.days) if self.days else None
        try:
            return list(signing.loads(token, salt=self._salt, max_age=age))
        except signing.SignatureExpired as error:
            raise LinkError(_("This link has expired. Please ask for a new one.")) from error
        except (signing.BadSignature, ValueError, TypeError) as error:
            message = _("This link is not complete. Please copy all of it from the mail.")
            raise LinkError(message) from error

    @property
    def _salt(self) -> str:
        return f"assay.link.{self.name.lower()}"
