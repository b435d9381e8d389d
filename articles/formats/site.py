"""The site as the outside world knows it. Editions hold addresses without a domain; here is it."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Site:
    """What the site is called, and where it is read; `base_url` ends without a slash."""

    name: str
    base_url: str

    def absolute(self, address: str) -> str:
        """The URL of an edition's address ("briefings/some-slug/") or of a path."""
        return f"{self.base_url}/{address.removeprefix('/')}"


def this_site() -> Site:
    """The site as it is configured today."""
    return Site(name=settings.SITE_NAME, base_url=settings.BASE_URL)
