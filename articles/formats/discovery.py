"""Where a page's feeds are, for browsers and readers that look for them."""

from dataclasses import dataclass

FORMATS = (
    ("Atom", "application/atom+xml", "atom.xml"),
    ("RSS", "application/rss+xml", "rss.xml"),
    ("JSON Feed", "application/feed+json", "feed.json"),
)


@dataclass(frozen=True)
class FeedLink:
    """A feed in one format, by `name`; `path` is where it is read on this site."""

    name: str
    title: str
    media_type: str
    path: str


def feed_links(title: str, *, under: str = "/") -> list[FeedLink]:
    """The feeds below a page ("/topics/some-slug/") in every format."""
    return [
        FeedLink(name, f"{title} ({name})", media_type, f"{under}feeds/{file}")
        for name, media_type, file in FORMATS
    ]
