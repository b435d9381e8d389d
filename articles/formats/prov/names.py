"""What things are called in a provenance document: addresses of this site that do not move.

An article keeps its name when it is moved or renamed. What has no address of its own is named as a
fragment of the document that describes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Names:
    """The qualified names in the document of one article."""

    base_url: str
    uuid: str

    @property
    def prefixes(self) -> dict[str, str]:
        """Every prefix that the document uses; `prov` and `xsd` are known to all readers."""
        api = f"{self.base_url}/api/v1"
        return {
            "schema": "https://schema.org/",
            "oa": "http://www.w3.org/ns/oa#",
            "assay": f"{api}/docs/#",
            "site": f"{self.base_url}/#",
            "article": f"{api}/articles/",
            "source": f"{api}/sources/",
            "organisation": f"{self.base_url}/organisations/",
            "here": f"{api}/articles/{self.uuid}/provenance/#",
        }

    @property
    def article(self) -> str:
        """The article itself, whatever its editions say."""
        return f"article:{self.uuid}/"

    @property
    def newsroom(self) -> str:
        """Those who run the site."""
        return "site:newsroom"

    def fragment(self, name: str) -> str:
        """Something that only this document speaks of."""
        return f"here:{name}"

    def edition(self, number: int) -> str:
        """One published state of the article."""
        return f"here:edition-{number}"

    def deed(self, what: str, number: int) -> str:
        """What was done about an edition: "drafting", "publication", "retraction"."""
        return f"here:{what}-{number}"

    def source(self, uuid: str) -> str:
        """A source document."""
        return f"source:{uuid}/"

    def capture(self, uuid: str) -> str:
        """The deed by which a source document came in."""
        return f"source:{uuid}/#capture"

    def copy(self, uuid: str) -> str:
        """The bytes of a source document as they are kept."""
        return f"source:{uuid}/#copy"

    def quote(self, number: int) -> str:
        """The quote behind a mark of the article."""
        return f"here:citation-{number}"

    def claim(self, place: int) -> str:
        """A claim of the article, counted from 1."""
        return f"here:claim-{place}"

    def organisation(self, party: Mapping[str, Any]) -> str:
        """A publisher, an originator or an owner."""
        return f"organisation:{party['slug']}/"

    def author(self, author: Mapping[str, Any]) -> str:
        """Somebody of the byline."""
        return f"site:author-{author['slug']}"
