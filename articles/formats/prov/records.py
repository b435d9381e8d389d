"""A document of the W3C provenance model while it grows, and how PROV-JSON writes its values."""

from collections.abc import Mapping
from typing import Any

Attributes = Mapping[str, Any]
NOTHING: tuple[Any, ...] = (None, "", [])


class Records:
    """Elements by their name, each once, and relations between them in the order of telling."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = dict(prefixes)
        self._kinds: dict[str, dict[str, dict[str, Any]]] = {}
        self._relations = 0

    def tell(self, kind: str, name: str, attributes: Attributes) -> str:
        """Say something of an entity, an activity or an agent; returns its name.

        What is told of it a second time adds to the first.
        """
        told = self._kinds.setdefault(kind, {}).setdefault(name, {})
        told.update(_filled(attributes))
        return name

    def relate(self, kind: str, attributes: Attributes) -> None:
        """Say how two elements are related."""
        self._relations += 1
        self._kinds.setdefault(kind, {})[f"_:r{self._relations}"] = _filled(attributes)

    def relate_once(self, kind: str, attributes: Attributes) -> None:
        """Say it unless it was said in the same words."""
        if _filled(attributes) not in self._kinds.get(kind, {}).values():
            self.relate(kind, attributes)

    def as_json(self) -> dict[str, Any]:
        """The document as PROV-JSON has it."""
        return {"prefix": self._prefixes, **self._kinds}


def named(name: str) -> dict[str, str]:
    """A qualified name as a value."""
    return {"$": name, "type": "xsd:QName"}


def moment(value: str) -> dict[str, str]:
    """An RFC 3339 time as the value of an attribute that is not PROV's own."""
    return {"$": value, "type": "xsd:dateTime"}


def day(value: str | None) -> dict[str, str] | None:
    """A calendar day, if there is one."""
    return {"$": value, "type": "xsd:date"} if value else None


def address(url: str) -> dict[str, str] | None:
    """An absolute address, if there is one."""
    return {"$": url, "type": "xsd:anyURI"} if url else None


def number(value: int) -> dict[str, str]:
    """A whole number; PROV-JSON writes its digits as text."""
    return {"$": str(value), "type": "xsd:int"}


def words(text: str, language: str = "") -> str | dict[str, str]:
    """Text, with the language that it is in where that is known."""
    return {"$": text, "lang": language} if text and language else text


def _filled(attributes: Attributes) -> dict[str, Any]:
    return {key: value for key, value in attributes.items() if value not in NOTHING}
