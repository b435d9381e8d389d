"""Pages that are no briefings as schema.org has them, and the way that leads to any page."""

from collections.abc import Collection, Sequence

from articles.enums import Policy
from articles.formats.jsonld.parties import newsroom
from articles.formats.jsonld.script import Node, filled
from articles.formats.site import Site
from articles.formats.trail import Crumb


def home(*, site: Site, policies: Collection[Policy], language: str) -> Node:
    """The site itself, and who answers for it."""
    return {
        "@type": "WebSite",
        "@id": site.absolute("#site"),
        "name": site.name,
        "url": site.absolute("/"),
        "inLanguage": language,
        "publisher": newsroom(site, policies),
    }


def profile(about: Node) -> Node:
    """The page of a person or an organisation."""
    return {"@type": "ProfilePage", "url": about["url"], "mainEntity": about}


def about_page(
    *, title: str, summary: str, url: str, language: str, site: Site, policies: Collection[Policy]
) -> Node:
    """What the newsroom says of itself."""
    return filled(
        {
            "@type": "AboutPage",
            "url": url,
            "name": title,
            "description": summary,
            "inLanguage": language,
            "publisher": newsroom(site, policies),
        }
    )


def breadcrumbs(trail: Sequence[Crumb], *, site: Site) -> Node:
    """The way from the front page to the page itself."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            filled(
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": str(crumb.label),
                    "item": site.absolute(crumb.path) if crumb.path else "",
                }
            )
            for position, crumb in enumerate(trail, start=1)
        ],
    }
