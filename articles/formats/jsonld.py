"""An edition as schema.org NewsArticle (JSON-LD), for search engines and archives."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString

Content = Mapping[str, Any]
Node = dict[str, Any]
ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def news_article(
    content: Content, *, number: int, comment_count: int, site_name: str, base_url: str
) -> SafeString:
    """The whole node as text that may stand inside a script element."""
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": content["url"],
        "url": content["url"],
        "mainEntityOfPage": content["url"],
        "identifier": f"urn:uuid:{content['uuid']}",
        "headline": content["title"],
        "description": content["standfirst"],
        "inLanguage": content["language"],
        "datePublished": content["published_at"],
        "dateModified": content["updated_at"],
        "version": str(number),
        "creativeWorkStatus": "Published",
        "author": [_person(author) for author in content["authors"]],
        "publisher": _publisher(site_name, base_url),
        "about": [_topic(topic, base_url) for topic in content["topics"]],
        "isBasedOn": [_document(source, base_url) for source in content["sources"]],
        "citation": [_document(source, base_url)["name"] for source in content["sources"]],
        "sourceOrganization": _organisations(content, base_url),
        "mentions": _mentions(content, base_url),
        "correction": [_correction(row) for row in content["corrections"]],
        "backstory": content["disclaimer"],
        "commentCount": comment_count,
    }
    filled = {key: value for key, value in node.items() if value not in ([], "")}
    return SafeString(json.dumps(filled, ensure_ascii=False).translate(ESCAPES))


def _publisher(site_name: str, base_url: str) -> Node:
    return {
        "@type": "NewsMediaOrganization",
        "name": site_name,
        "url": f"{base_url}/",
        "correctionsPolicy": f"{base_url}/corrections/",
    }


def _person(author: Content) -> Node:
    person = {"@type": "Person", "name": author["name"]}
    return person | {"jobTitle": author["role"]} if author["role"] else person


def _topic(topic: Content, base_url: str) -> Node:
    url = f"{base_url}/topics/{topic['slug']}/"
    return {"@type": "DefinedTerm", "name": topic["name"], "url": url}


def _document(source: Content, base_url: str) -> Node:
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
        node["publisher"] = _owned(source["publisher"], base_url)
    return {key: value for key, value in node.items() if value}


def _owned(party: Content, base_url: str) -> Node:
    """An organisation with its owners as nested `parentOrganization`."""
    node = _organisation(party, base_url)
    node["ownershipFundingInfo"] = party["ownership"]["words"]
    below = node
    for step in party["ownership"]["path"]:
        below["parentOrganization"] = _organisation(step, base_url)
        below = below["parentOrganization"]
    return node


def _organisation(party: Content, base_url: str) -> Node:
    node: Node = {"@type": "Organization", "name": party["name"]}
    return node | {"url": f"{base_url}/organisations/{party['slug']}/"} if party["slug"] else node


def _organisations(content: Content, base_url: str) -> list[Node]:
    """The originators of all sources, each once."""
    parties = {p["slug"]: p for source in content["sources"] for p in source["originators"]}
    return [_owned(party, base_url) for party in parties.values()]


def _mentions(content: Content, base_url: str) -> list[Node]:
    """Who issues directives and to whom, each once."""
    parties = {
        party["name"]: party
        for directive in content["directives"]
        for party in (directive["issuer"], *directive["addressees"])
        if party
    }
    return [_organisation(party, base_url) for party in parties.values()]


def _correction(row: Content) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": row["text"],
        "datePublished": row["issued_at"],
    }
