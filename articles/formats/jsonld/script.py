"""Nodes as the text of a script element."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString

Content = Mapping[str, Any]
Node = dict[str, Any]
ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def script(nodes: Sequence[Node]) -> SafeString:
    """All nodes of a page; the text cannot end its script element."""
    graph = {"@context": "https://schema.org", "@graph": nodes}
    return SafeString(json.dumps(graph, ensure_ascii=False).translate(ESCAPES))


def filled(node: Node) -> Node:
    """A node without the properties that say nothing."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}
