"""One command for each operation that a reader can try: curl, line by line, without a host."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from config.manual.words import Schema, name_of

JSON, PLAIN = "application/json", "text/plain"
IN_THE_ADDRESS = re.compile(r"\{(\w+)\}")
BEARER = '--header "Authorization: Bearer $TOKEN"'


def example(
    method: str, address: str, row: Schema, description: Mapping[str, Any]
) -> Iterator[str]:
    """The arguments after `curl`, the address first; `$UUID` and the like are the reader's."""
    yield IN_THE_ADDRESS.sub(lambda found: f"${found[1].upper()}", address)
    if {} not in row.get("security", [{}]):
        yield BEARER
    bodies = row.get("requestBody", {}).get("content", {})
    if PLAIN in bodies:
        yield f'--header "Content-Type: {PLAIN}"'
        yield "--data-binary @item.txt"
    elif JSON in bodies:
        yield f"--json '{_smallest(bodies[JSON]['schema'], description)}'"
    elif method != "GET":
        yield f"--request {method}"


def _smallest(schema: Schema, description: Mapping[str, Any]) -> str:
    """A body with the members that are required and no other."""
    shape = description["components"]["schemas"][name_of(schema["$ref"])]
    members = {name: _filler(name) for name in shape.get("required", ())}
    return json.dumps(members, ensure_ascii=False)


def _filler(name: str) -> str:
    return "reader@example.org" if name == "email" else f"Your {name}"
