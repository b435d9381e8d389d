"""A post as the WordPress REST API and its likes give it, whole or cut within a string."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from sources.ingest.errors import IngestError
from sources.ingest.item import Removal
from sources.ingest.read.html import ends_in_text, markup_to_lines
from sources.ingest.read.result import ReadText

# Where the titles, dates and bodies of posts stand, most telling first.
_TITLES = ("title", "headline", "name")
_DATES = ("date", "datePublished", "date_published", "published", "published_at")
_BODIES = ("content", "content_html", "articleBody", "body", "html", "content_text")

_STARTS_LIKE_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"')
_STRING = r'"(?P<value>(?:[^"\\]|\\.)*)'
# An escape that is not whole, or the first half of a pair of them.
_CUT_ESCAPE = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2})?(?:\\(?:u[0-9a-fA-F]{0,3})?)?\Z")
_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<char>.))", re.DOTALL)
_SHORT_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SHOWN_ENVELOPE = 200


class NoPostInJsonError(IngestError):
    """The JSON holds nothing that could be the body of an item."""


def read_post(decoded: ReadText) -> ReadText | None:
    """The post in a JSON text as lines, title and date first; None where it is not JSON.

    A cut text gives what stands before the cut. Raises `NoPostInJsonError` for whole JSON without body.
    """
    if not _STARTS_LIKE_JSON.match(decoded.text):
        return None
    fields, is_cut = _read_fields(decoded.text)
    if not fields.get("body"):
        if is_cut:
            return None
        known = ", ".join(_BODIES)
        raise NoPostInJsonError(f"This JSON has none of {known}. Send one post with its content.")
    return _lay_out(decoded, fields, is_cut=is_cut)


def _lay_out(decoded: ReadText, fields: Mapping[str, str], *, is_cut: bool) -> ReadText:
    title, _ = markup_to_lines(fields.get("title", ""))
    body, dropped = markup_to_lines(fields["body"])
    head = "".join(f"{line}\n\n" for line in (title and f"# {title}", fields.get("date")) if line)
    moved = tuple(replace(each, position=each.position + len(head)) for each in dropped)
    envelope = decoded.text.strip()[:_SHOWN_ENVELOPE].split('"title"')[0]
    return ReadText(
        text=head + body,
        encoding=decoded.encoding,
        form="post",
        notes=(*decoded.notes, *(["The JSON ends in the middle."] if is_cut else [])),
        dropped=(Removal(0, envelope, "JSON envelope"), *moved),
        is_cut=is_cut and ends_in_text(fields["body"]),
    )


def _read_fields(text: str) -> tuple[dict[str, str], bool]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return _salvage_fields(text), True
    post = document[0] if isinstance(document, list) else document
    wanted = {"title": _TITLES, "date": _DATES, "body": _BODIES}
    return {part: _first_text(post, keys) for part, keys in wanted.items()}, False


def _first_text(post: object, keys: tuple[str, ...]) -> str:
    """The first of `keys` that holds text, directly or under "rendered" as WordPress nests it."""
    if not isinstance(post, Mapping):
        return ""
    for key in keys:
        value = post.get(key)
        text = value.get("rendered") if isinstance(value, Mapping) else value
        if isinstance(text, str) and text.strip():
            return _pair_surrogates(text)
    return ""


def _salvage_fields(text: str) -> dict[str, str]:
    wanted = {"title": _TITLES, "date": _DATES, "body": _BODIES}
    return {part: _salvage_text(text, keys) for part, keys in wanted.items()}


def _salvage_text(text: str, keys: tuple[str, ...]) -> str:
    for key in keys:
        pattern = rf'"{key}"\s*:\s*(?:\{{\s*"rendered"\s*:\s*)?{_STRING}'
        found = re.search(pattern, text, re.DOTALL)
        if found and found["value"].strip():
            whole = _CUT_ESCAPE.sub("", found["value"])
            return _pair_surrogates(_ESCAPE.sub(_unescape, whole))
    return ""


def _unescape(escape: re.Match[str]) -> str:
    """The character of an escape; one that JSON does not know stands for itself."""
    if escape["code"]:
        return chr(int(escape["code"], 16))
    return _SHORT_ESCAPES.get(escape["char"], escape["char"])


def _pair_surrogates(text: str) -> str:
    """`text` without half characters, which JSON can spell and no encoding can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
