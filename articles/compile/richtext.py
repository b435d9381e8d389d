"""Rich text as stored by the editor -> HTML for readers, with links resolved beforehand."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

import nh3
from django.utils.html import escape, strip_tags
from django.utils.text import normalize_newlines

_ANCHOR = re.compile(r"<a(?P<attributes>[^>]*)>(?P<text>.*?)</a>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_EMBED = re.compile(r"<embed[^>]*/?>")
TAGS = {"p", "b", "strong", "i", "em", "ul", "ol", "li", "a", "sup", "sub", "br", "h3", "h4"}
ATTRIBUTES = {"a": {"href", "hreflang", "type"}}


def expand(
    html: str,
    *,
    addresses: Mapping[int, str],
    files: Mapping[int, Any],
    tags: set[str] = TAGS,
) -> str:
    """Resolve links to pages and documents and keep nothing that could run.

    A link to an article that is not public loses its tag and keeps its words.
    """

    def link(match: re.Match[str]) -> str:
        found = _ATTRIBUTE.findall(match["attributes"])
        attributes = {name: unescape(value) for name, value in found}
        href = _target(attributes, addresses, files)
        return f'<a href="{escape(href)}">{match["text"]}</a>' if href else match["text"]

    resolved = _ANCHOR.sub(link, _EMBED.sub("", html))
    return nh3.clean(
        resolved,
        tags=tags,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )


def plain(html: str) -> str:
    """The words of a piece of HTML, with one space between blocks."""
    spaced = re.sub(r"</(p|li|h3|h4)>|<br ?/?>", " ", normalize_newlines(html))
    text = strip_tags(spaced)
    for entity, mark in (("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u00a0")):
        text = text.replace(entity, mark)
    return re.sub(r"[ \n\t]+", " ", text).strip()


def _target(
    attributes: Mapping[str, str], addresses: Mapping[int, str], files: Mapping[int, Any]
) -> str:
    key = int(attributes["id"]) if attributes.get("id", "").isdigit() else 0
    match attributes.get("linktype"):
        case "page":
            return f"/{addresses[key]}" if key in addresses else ""
        case "document":
            return str(files[key].url) if key in files else ""
        case _:
            return attributes.get("href", "")
