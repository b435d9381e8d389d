"""An article as W3C PROV-JSON: from each claim to the owner of the one who says it, and who made
each edition when. Of a retracted article only the bare history is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from articles.formats.prov.evidence import tell_evidence
from articles.formats.prov.history import Version, tell_drafting, tell_history
from articles.formats.prov.names import Names
from articles.formats.prov.records import Records, address, named, words
from articles.formats.site import Site

__all__ = ["Version", "provenance"]


def provenance(
    content: Mapping[str, Any],
    *,
    body_html: str,
    versions: Sequence[Version],
    site: Site,
) -> dict[str, Any]:
    """The whole document; `versions` are all editions, the oldest first, the last with `content`.

    A retraction has no content: `uuid` and `reason` are all that is asked of it.
    """
    names = Names(base_url=site.base_url, uuid=content["uuid"])
    records = Records(names.prefixes)
    records.tell("entity", names.article, {"prov:type": named("schema:NewsArticle")})
    described = {"prov:type": named("prov:Organization"), "schema:name": site.name}
    records.tell("agent", names.newsroom, {**described, "schema:url": address(site.absolute("/"))})
    *earlier, last = versions
    if not last.kind.is_public:
        earlier = [replace(version, reason="") for version in earlier]
    edition = tell_history(records, names, (*earlier, last))
    if last.kind.is_public:
        _tell_content(records, content, names.article, edition, site)
        attribution = {"prov:entity": edition, "prov:agent": names.newsroom}
        records.relate("wasAttributedTo", attribution)
        tell_drafting(records, names, content, number=last.number, edition=edition)
        tell_evidence(records, names, content, body_html, edition=edition)
    return records.as_json()


def _tell_content(
    records: Records, content: Mapping[str, Any], article: str, edition: str, site: Site
) -> None:
    """What the newest edition says of itself."""
    language = content["language"]
    name = words(content["title"], language)
    url = address(site.absolute(content["address"]))
    records.tell("entity", article, {"schema:name": name, "schema:url": url})
    told = {
        "schema:name": name,
        "schema:inLanguage": language,
        "schema:backstory": words(content["disclaimer"], language),
        "assay:corroboration": content["corroboration"]["state"],
    }
    records.tell("entity", edition, told)
