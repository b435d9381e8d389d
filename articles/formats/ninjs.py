"""An edition as IPTC ninjs 3.1: what is published, and the cancellation of what was retracted.

The disclaimer stands in it twice: where a receiver may print it, and in the note to its editors.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles.formats.feed import highlight_tree
from articles.formats.site import Site
from articles.formats.wording import in_words, standing_alone

Content = Mapping[str, Any]
Item = dict[str, Any]
HTML, PLAIN = "text/html", "text/plain"
STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
# IPTC's word for text that people wrote with the help of a generative model.
WITH_AI = {
    "name": "Composite with trained algorithmic media",
    "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
}


def news_item(content: Content, *, number: int, sha256: str, site: Site) -> Item:
    """An edition; `number` is its version, raised with each correction, `sha256` its seal."""
    item = {
        **_identity(content["uuid"], number),
        "pubStatus": "usable",
        "representationType": "full",
        "firstCreated": content["published_at"],
        "versionCreated": content["updated_at"],
        "language": content["language"],
        "title": content["title"],
        "by": in_words([author["name"] for author in content["authors"]]),
        "headlines": [{"role": "main", "contentType": PLAIN, "value": content["title"]}],
        "descriptions": list(_descriptions(content)),
        "bodies": list(_bodies(content)),
        "edNote": _note(content),
        "people": [{"name": author["name"], "rel": "author"} for author in content["authors"]],
        "organisations": _organisations(content, site),
        "subjects": [_subject(topic, site) for topic in content["topics"]],
        "infoSources": _info_sources(content, site),
        "associations": [_association(source) for source in content["sources"]],
        "altIds": [
            {"role": "url", "value": site.absolute(content["address"])},
            {"role": "sha256", "value": sha256},
        ],
        "trustIndicators": _trust_indicators(content, site),
        "digitalSourceType": WITH_AI if content["ai_assistance"] else None,
    }
    return {key: value for key, value in item.items() if value}


def cancelled_item(
    *, uuid: str, number: int, reason: str, published_at: str, retracted_at: str
) -> Item:
    """What takes the place of a retracted article: that it is no longer to be used, and why."""
    return {
        **_identity(uuid, number),
        "pubStatus": "canceled",
        "firstCreated": published_at,
        "versionCreated": retracted_at,
        "edNote": reason,
    }


def _identity(uuid: str, number: int) -> Item:
    return {
        "uri": f"urn:uuid:{uuid}",
        "type": "text",
        "version": str(number),
        "standard": STANDARD,
    }


def _descriptions(content: Content) -> Iterator[Item]:
    yield from _described("summary", content["standfirst"])
    yield from _described("highlights", highlight_tree(content["highlights"]), HTML)
    yield from _described("corroboration", _corroboration(content["corroboration"]))
    yield from _described("disclaimer", content["disclaimer"])


def _corroboration(verdict: Content) -> str:
    words = standing_alone(verdict["words"])
    return f"{words}. {verdict['reason']}".rstrip()


def _described(role: str, value: str, content_type: str = PLAIN) -> Iterator[Item]:
    if value:
        yield {"role": role, "contentType": content_type, "value": str(value)}


def _bodies(content: Content) -> Iterator[Item]:
    """What is reported and what is our reading, apart from each other, each in both types."""
    html = SafeString("").join(_section_html(row, content) for row in content["sections"])
    plain = "\n\n".join(_section_text(row) for row in content["sections"])
    yield from _body("main", html, plain)
    if analysis := content["analysis"]:
        yield from _body("analysis", analysis["html"], _section_text(analysis))


def _body(role: str, html: str, plain: str) -> Iterator[Item]:
    counts = {"charCount": len(plain), "wordCount": len(plain.split())}
    yield {"role": role, "contentType": HTML, **counts, "value": str(html)}
    yield {"role": role, "contentType": PLAIN, **counts, "value": plain}


def _section_html(section: Content, content: Content) -> SafeString:
    heading = format_html("<h2>{}</h2>", section["heading"]) if section["heading"] else ""
    orders = [(row["text"],) for row in content["directives"] if row["section"] == section["id"]]
    listed = format_html("<ol>{}</ol>", format_html_join("", "<li>{}</li>", orders))
    prose = mark_safe(section["html"])  # noqa: S308 - sanitised when the edition was compiled
    return format_html("{}{}{}", heading, prose, listed if orders else "")


def _section_text(section: Content) -> str:
    return "\n\n".join(filter(None, (section["heading"], section["text"])))


def _note(content: Content) -> str:
    """For the receiver's editors: every correction so far, then the disclaimer."""
    corrections = [f"{row['kind_words']}: {row['text']}" for row in content["corrections"]]
    return "\n\n".join([*corrections, content["disclaimer"]])


def _subject(topic: Content, site: Site) -> Item:
    return {"name": topic["name"], "rel": "about", "uri": site.absolute(f"topics/{topic['slug']}/")}


def _info_sources(content: Content, site: Site) -> list[Item]:
    """Who published the sources, and from whom they come; each once in each capacity."""
    found: dict[tuple[str, str], Item] = {}
    for source in content["sources"]:
        parties = [("originator", party) for party in source["originators"]]
        if source["publisher"]:
            parties.insert(0, ("publisher", source["publisher"]))
        for role, party in parties:
            found[role, party["slug"]] = {**_party(party, site), "role": role}
    return list(found.values())


def _organisations(content: Content, site: Site) -> list[Item]:
    """Whom the article rests on, who owns them, who gives and who gets orders; each once."""
    found: dict[str, Item] = {}
    for relation, party in _parties(content["sources"], content["directives"]):
        found.setdefault(party["name"], {**_party(party, site), "rel": relation})
    return list(found.values())


def _parties(
    sources: Iterable[Content], directives: Iterable[Content]
) -> Iterator[tuple[str, Content]]:
    for source in sources:
        for party in filter(None, (source["publisher"], *source["originators"])):
            yield "source", party
            yield from (("owner", step) for step in party["ownership"]["path"])
    for directive in directives:
        if directive["issuer"]:
            yield "issuer", directive["issuer"]
        yield from (("addressee", party) for party in directive["addressees"])


def _party(party: Content, site: Site) -> Item:
    name = {"name": party["name"]}
    slug = party["slug"]
    return {**name, "uri": site.absolute(f"organisations/{slug}/")} if slug else name


def _association(source: Content) -> Item:
    """A source document: what it is called, what it does here, and the digest of its bytes."""
    ids = [{"role": "sha256", "value": source["sha256"]}]
    if source["url"]:
        ids.append({"role": "url", "value": source["url"]})
    item = {
        "uri": f"urn:uuid:{source['uuid']}",
        "name": source["title"],
        "rel": f"{source['role']} source",
        "type": "text",
        "language": source["language"],
        "altIds": ids,
    }
    return {key: value for key, value in item.items() if value}


def _trust_indicators(content: Content, site: Site) -> list[Item]:
    return [
        {
            "title": "Where each claim comes from",
            "href": site.absolute(f"{content['address']}provenance/"),
        },
        {"title": "Corrections", "href": site.absolute("corrections/")},
    ]
