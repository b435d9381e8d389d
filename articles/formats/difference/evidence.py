"""What differs in where an edition comes from, told in sentences: verdict, sources, quotes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from articles.formats.notes import source_publisher
from articles.formats.page import speakers
from articles.formats.wording import in_words, standing_alone
from sources.enums import TestimonyRole

Content = Mapping[str, Any]


def compare_evidence(before: Content, after: Content) -> list[str]:
    """One sentence for each thing that changed, the verdict first."""
    old, new = ({row["uuid"]: row for row in content["sources"]} for content in (before, after))
    sentences = [*_verdict(before["corroboration"], after["corroboration"])]
    for key, source in new.items():
        sentences += _changed(old[key], source) if key in old else [_added(source)]
    sentences += [_removed(source) for key, source in old.items() if key not in new]
    return [*sentences, *_quotes(before, after)]


def _verdict(before: Content, after: Content) -> Iterator[str]:
    values = {
        "before": standing_alone(before["words"]),
        "after": standing_alone(after["words"]),
        "why": after["reason"],
    }
    if before["state"] != after["state"]:
        yield _("The evidence was judged “%(before)s” and is now “%(after)s”: %(why)s") % values
    elif before["reason"] != after["reason"]:
        yield _("The evidence is still judged “%(after)s”, for another reason: %(why)s") % values


def _added(source: Content) -> str:
    return _("“%(title)s” (%(publisher)s) was added as a %(role)s source.") % _named(source)


def _removed(source: Content) -> str:
    return _("“%(title)s” (%(publisher)s) is no longer among the sources.") % _named(source)


def _named(source: Content) -> dict[str, str]:
    return {
        "title": source["title"],
        "publisher": source_publisher(source),
        "role": str(TestimonyRole(source["role"]).label),
    }


def _changed(before: Content, after: Content) -> Iterator[str]:
    """What is said of a source, and of those who speak through it, where it is said anew."""
    old, new = _said_of(before), _said_of(after)
    for name in new:
        if name in old and old[name] != new[name]:
            yield _("“%(title)s”, %(name)s: it was “%(before)s” and is now “%(after)s”.") % {
                "title": after["title"],
                "name": name,
                "before": old[name] or _("not stated"),
                "after": new[name] or _("not stated"),
            }


def _said_of(source: Content) -> dict[str, str]:
    facts = {
        _("title"): source["title"],
        _("address"): source["url"],
        _("role"): str(TestimonyRole(source["role"]).label),
        _("publisher or originators"): in_words([s.party["name"] for s in speakers(source)]),
        _("reliability"): source["reliability"]["words"],
        _("credibility"): source["credibility"]["words"],
    }
    for speaker in speakers(source):
        name = _("ownership of %(name)s") % {"name": speaker.party["name"]}
        facts[name] = _owned(speaker.party["ownership"])
    return facts


def _owned(ownership: Content) -> str:
    """A status with the chain that proves it: "state-owned: subsidiary of A, owned by B"."""
    steps = [f"{step['control_words']} {step['name']}" for step in ownership["path"]]
    return f"{ownership['words']}: {', '.join(steps)}" if steps else str(ownership["words"])


def _quotes(before: Content, after: Content) -> Iterator[str]:
    """Quotes that the text began or ceased to rest on; their numbers do not count."""
    old, new = _cited(before), _cited(after)
    added, removed = list((new - old).elements()), list((old - new).elements())
    yield from _told(added, after, _("A quote is newly cited from “%(title)s”: “%(quote)s”"))
    yield from _told(removed, before, _("A quote is no longer cited from “%(title)s”: “%(quote)s”"))


def _cited(content: Content) -> Counter[tuple[str, str]]:
    return Counter((row["source"], row["quote"]) for row in content["citations"])


def _told(quotes: Sequence[tuple[str, str]], content: Content, sentence: str) -> Iterator[str]:
    titles = {source["uuid"]: source["title"] for source in content["sources"]}
    for source, quote in quotes:
        yield sentence % {"title": titles[source], "quote": quote}
