"""What a link to a page looks like where it is shared: Open Graph and Twitter card."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.formats.card import HEIGHT, WIDTH
from articles.formats.site import Site
from sources.languages import primary

# Open Graph wants a territory; where a language has several, the one with most readers of ours.
LOCALES = {
    "ar": "ar_AR",
    "de": "de_DE",
    "en": "en_GB",
    "es": "es_ES",
    "fr": "fr_FR",
    "ja": "ja_JP",
    "ru": "ru_RU",
    "zh": "zh_CN",
}


@dataclass(frozen=True)
class Social:
    """A page as a shared link; `kind` is Open Graph's type, `properties` what that type adds."""

    kind: str
    locale: str
    image_url: str
    image_alt: str
    properties: tuple[tuple[str, str], ...] = ()
    width: int = WIDTH
    height: int = HEIGHT


def social_of_page(*, site: Site, language: str) -> Social:
    """Any page that has no picture of its own."""
    return Social(
        kind="website",
        locale=LOCALES.get(primary(language), ""),
        image_url=site.absolute("card.png"),
        image_alt=site.name,
    )


def social_of_article(content: Mapping[str, Any], *, number: int, site: Site) -> Social:
    """The current edition of an article, with the picture of exactly that edition."""
    return Social(
        kind="article",
        locale=LOCALES.get(primary(content["language"]), ""),
        image_url=site.absolute(f"{content['address']}card-{number}.png"),
        image_alt=_("%(title)s. Evidence: %(verdict)s.")
        % {"title": content["title"], "verdict": content["corroboration"]["words"]},
        properties=tuple(_of_article(content, site)),
    )


def _of_article(content: Mapping[str, Any], site: Site) -> Iterator[tuple[str, str]]:
    yield "article:published_time", content["published_at"]
    yield "article:modified_time", content["updated_at"]
    for author in content["authors"]:
        yield "article:author", site.absolute(f"authors/{author['slug']}/")
    topics = [topic["name"] for topic in content["topics"]]
    if topics:
        yield "article:section", topics[0]
    for name in topics:
        yield "article:tag", name
