"""An edition as NewsArticle: what it says, what it rests on, and who stands behind that."""

from collections.abc import Collection, Iterator

from articles.enums import Policy
from articles.formats.card import HEIGHT, WIDTH
from articles.formats.jsonld.parties import newsroom, organisation, owned, person
from articles.formats.jsonld.script import Content, Node, filled
from articles.formats.site import Site

# IPTC's word for text that people wrote with the help of a generative model.
WITH_AI = "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"


def news_article(
    content: Content,
    *,
    number: int,
    sha256: str,
    comment_count: int,
    site: Site,
    policies: Collection[Policy],
) -> Node:
    """The current edition; `sha256` is its seal, `policies` are those that are public."""
    url = site.absolute(content["address"])
    return filled(
        {
            "@type": _type_of(content),
            "@id": url,
            "url": url,
            "mainEntityOfPage": {"@type": "WebPage", "@id": url},
            **_text(content),
            **_edition(content, number, sha256),
            "image": _image(content, number, site),
            "author": [person(author, site) for author in content["authors"]],
            "publisher": newsroom(site, policies),
            **_evidence(content, site),
            "discussionUrl": f"{url}#comments",
            "commentCount": comment_count,
        }
    )


def _type_of(content: Content) -> str:
    """Whether it is reported, or our reading alone."""
    is_analysis = content["analysis"] and not (content["sections"] or content["directives"])
    return "AnalysisNewsArticle" if is_analysis else "NewsArticle"


def _text(content: Content) -> Node:
    topics = [topic["name"] for topic in content["topics"]]
    return {
        "headline": content["title"],
        "description": content["standfirst"],
        "inLanguage": content["language"],
        "articleSection": topics[:1],
        "keywords": topics,
        "timeRequired": f"PT{content['reading_minutes']}M",
        "isAccessibleForFree": True,
    }


def _edition(content: Content, number: int, sha256: str) -> Node:
    seal = {"@type": "PropertyValue", "propertyID": "SHA-256", "value": sha256}
    return {
        "identifier": [f"urn:uuid:{content['uuid']}", seal],
        "version": str(number),
        "creativeWorkStatus": "Published",
        "datePublished": content["published_at"],
        "dateModified": content["updated_at"],
        "correction": [_correction(row) for row in content["corrections"]],
    }


def _image(content: Content, number: int, site: Site) -> Node:
    return {
        "@type": "ImageObject",
        "url": site.absolute(f"{content['address']}card-{number}.png"),
        "width": WIDTH,
        "height": HEIGHT,
    }


def _evidence(content: Content, site: Site) -> Node:
    """What the article rests on, and whom it speaks of."""
    same = {row["slug"]: row["same_as"] for row in content["organisations"]}
    return {
        "about": [_topic(topic, site) for topic in content["topics"]],
        "mentions": _once(organisation(party, site, same) for party in _named(content)),
        "isBasedOn": [_document(source, site, same) for source in content["sources"]],
        "citation": [source["title"] for source in content["sources"]],
        "sourceOrganization": _once(owned(party, site, same) for party in _originators(content)),
        "backstory": content["disclaimer"],
        "digitalSourceType": WITH_AI if content["ai_assistance"] else "",
    }


def _topic(topic: Content, site: Site) -> Node:
    url = site.absolute(f"topics/{topic['slug']}/")
    return {"@type": "DefinedTerm", "name": topic["name"], "url": url}


def _document(source: Content, site: Site, same: Content) -> Node:
    publisher = source["publisher"]
    return filled(
        {
            "@type": "CreativeWork",
            "identifier": f"urn:uuid:{source['uuid']}",
            "name": source["title"],
            "inLanguage": source["language"],
            "url": source["url"],
            "datePublished": source["published_on"],
            "publisher": owned(publisher, site, same) if publisher else None,
        }
    )


def _originators(content: Content) -> Iterator[Content]:
    for source in content["sources"]:
        yield from source["originators"]


def _named(content: Content) -> Iterator[Content]:
    """Who issues directives, and to whom."""
    for directive in content["directives"]:
        yield from filter(None, (directive["issuer"], *directive["addressees"]))


def _once(nodes: Iterator[Node]) -> list[Node]:
    """Each name once; the first node of it stays."""
    found: dict[str, Node] = {}
    for node in nodes:
        found.setdefault(node["name"], node)
    return list(found.values())


def _correction(row: Content) -> Node:
    return {"@type": "CorrectionComment", "text": row["text"], "datePublished": row["issued_at"]}
