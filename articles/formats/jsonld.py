"""An edition as schema.org NewsArticle (JSON-LD), for search engines and archives."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString

from articles.formats.site import Site

Content = Mapping[str, Any]
Node = dict[str, Any]
ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def news_article(content: Content, *, number: int, comment_count: int, site: Site) -> SafeString:
    """The whole node as text that may stand inside a script element."""
    url = site.absolute(content["address"])
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "identifier": f"urn:uuid:{content['uuid']}",
        "headline": content["title"],
        "description": content["standfirst"],
        "inLanguage": content["language"],
        "datePublished": content["published_at"],
        "dateModified": content["updated_at"],
        "version": str(number),
        "creativeWorkStatus": "Published",
        "author": [_person(author) for author in content["authors"]],
        "publisher": _publisher(site),
        "about": [_topic(topic, site) for topic in content["topics"]],
        "isBasedOn": [_document(source, site) for source in content["sources"]],
        "citation": [_document(source, site)["name"] for source in content["sources"]],
        "sourceOrganization": _organisations(content, site),
        "mentions": _mentions(content, site),
        "correction": [_correction(row) for row in content["corrections"]],
        "backstory": content["disclaimer"],
        "commentCount": comment_count,
    }
    filled = {key: value for key, value in node.items() if value not in ([], "")}
    return SafeString(json.dumps(filled, ensure_ascii=False).translate(ESCAPES))


def _publisher(site: Site) -> Node:
    return {
        "@type": "NewsMediaOrganization",
        "name": site.name,
        "url": site.absolute("/"),
        "correctionsPolicy": site.absolute("corrections/"),
    }


def _person(author: Content) -> Node:
    person = {"@type": "Person", "name": author["name"]}
    return person | {"jobTitle": author["role"]} if author["role"] else person


def _topic(topic: Content, site: Site) -> Node:
    url = site.absolute(f"topics/{topic['slug']}/")
    return {"@type": "DefinedTerm", "name": topic["name"], "url": url}


def _document(source: Content, site: Site) -> Node:
    node: Node = {
        "@type": "CreativeWork",
        "identifier": f"urn:uuid:{source['uuid']}",
        "name": source["title"],
        "inLanguage": source["language"],
    }
    if source["url"]:
        node["url"] = source["url"]
    if source["published_on"]:
        node["datePublished"] = source["published_on"]
    if source["publisher"]:
        node["publisher"] = _owned(source["publisher"], site)
    return {key: value for key, value in node.items() if value}


def _owned(party: Content, site: Site) -> Node:
    """An organisation with its owners as nested `parentOrganization`."""
    node = _organisation(party, site)
    node["ownershipFundingInfo"] = party["ownership"]["words"]
    below = node
    for step in party["ownership"]["path"]:
        below["parentOrganization"] = _organisation(step, site)
        below = below["parentOrganization"]
    return node


def _organisation(party: Content, site: Site) -> Node:
    node: Node = {"@type": "Organization", "name": party["name"]}
    if party["slug"]:
        node["url"] = site.absolute(f"organisations/{party['slug']}/")
    return node


def _organisations(content: Content, site: Site) -> list[Node]:
    """The originators of all sources, each once."""
    parties = {p["slug"]: p for source in content["sources"] for p in source["originators"]}
    return [_owned(party, site) for party in parties.values()]


def _mentions(content: Content, site: Site) -> list[Node]:
    """Who issues directives and to whom, each once."""
    parties = {
        party["name"]: party
        for directive in content["directives"]
        for party in (directive["issuer"], *directive["addressees"])
        if party
    }
    return [_organisation(party, site) for party in parties.values()]


def _correction(row: Content) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": row["text"],
        "datePublished": row["issued_at"],
    }
