"""Telling a WebSub hub that feeds have something new; the hub tells those who subscribed."""

from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from articles.enums import EditionKind
from articles.formats.discovery import FORMATS
from articles.formats.site import this_site
from articles.models.editions import Edition

SECONDS = 5.0


class HubError(Exception):
    """The hub did not take the news."""


class _NoRedirects(HTTPRedirectHandler):
    """A form that is sent on elsewhere would arrive without its fields."""

    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        """Follow none: the answer itself is then the error."""


def tell_hub(*, edition_id: int) -> int:
    """Name every feed that an edition changes (WebSub 7); returns how many there are.

    Raises HubError or an OSError where the hub cannot be reached or refuses.
    """
    edition = Edition.objects.get(pk=edition_id)
    urls = [this_site().absolute(path) for path in _paths(edition)]
    form = urlencode([("hub.mode", "publish"), *(("hub.url", url) for url in urls)]).encode()
    request = Request(settings.WEBSUB_HUB, form)  # noqa: S310 - the address is a setting
    with build_opener(_NoRedirects).open(request, timeout=SECONDS) as response:
        if response.status >= HTTPStatus.MULTIPLE_CHOICES:
            raise HubError(f"{settings.WEBSUB_HUB} answered {response.status}.")
    return len(urls)


def _paths(edition: Edition) -> Iterator[str]:
    for below in _pages(edition):
        yield from (f"{below}feeds/{file}" for _name, _media_type, file in FORMATS)


def _pages(edition: Edition) -> Iterator[str]:
    """The pages whose feeds list the article, or listed it until now."""
    yield "/"
    if EditionKind(edition.kind).is_correction:
        yield "/corrections/"
    shown = _last_shown(edition)
    if shown is None:
        return
    if shown.content["directives"]:
        yield "/directives/"
    yield from (f"/topics/{topic['slug']}/" for topic in shown.content["topics"])
    yield from (f"/authors/{author['slug']}/" for author in shown.content["authors"])
    current = getattr(shown, "current", None)
    if current:
        slugs = current.organisations.order_by("slug").values_list("slug", flat=True)
        yield from (f"/organisations/{slug}/" for slug in slugs)


def _last_shown(edition: Edition) -> Edition | None:
    """The edition itself, or the one before that readers could read."""
    shown = [kind for kind in EditionKind if kind.is_public]
    rows = Edition.objects.of_article(edition.article_uuid).filter(kind__in=shown)
    return rows.filter(number__lte=edition.number).first()
