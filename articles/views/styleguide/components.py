"""A component of the site with its states, and how a specimen of it is rendered."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.template import Engine
from django.template.loader import render_to_string

State = tuple[str, dict[str, Any]]
_REMARK = re.compile(
    r"\{% comment %\}(?P<long>.*?)\{% endcomment %\}|\{#(?P<short>.*?)#\}", re.DOTALL
)
_IDENTIFIED = re.compile(r'\b(id|for|list|aria-(?:labelledby|describedby|controls))="([^"]+)"')
_LOCAL = re.compile(r'href="#([^"]+)"|url\(#([^)]+)\)')


@dataclass(frozen=True)
class Component:
    """A template with the states it is shown in; `frame` is the class of what stands around it."""

    template: str
    states: list[State] = field(default_factory=lambda: [("", {})])
    frame: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return Path(self.template).stem.replace("_", " ").capitalize()

    @property
    def anchor(self) -> str:
        """Where it stands in the style guide."""
        return self.template.removesuffix(".html").replace("/", "-").replace("_", "-")

    @property
    def said(self) -> str:
        """What its template says of itself, variables included."""
        remark = _REMARK.search(Engine.get_default().get_template(self.template).source)
        return " ".join((remark["long"] or remark["short"]).split()) if remark else ""

    def specimens(self) -> list[tuple[str, str]]:
        """Each state with its HTML; no two pieces of it share an anchor with another state."""
        return [
            (words, _scoped(render_to_string(self.template, context), f"{self.anchor}-{place}"))
            for place, (words, context) in enumerate(self.states)
        ]


def _scoped(html: str, prefix: str) -> str:
    """With every anchor named anew, and whatever refers to one."""

    def identified(match: re.Match[str]) -> str:
        return f'{match[1]}="{" ".join(f"{prefix}-{name}" for name in match[2].split())}"'

    def local(match: re.Match[str]) -> str:
        return f'href="#{prefix}-{match[1]}"' if match[1] else f"url(#{prefix}-{match[2]})"

    return _LOCAL.sub(local, _IDENTIFIED.sub(identified, html))
