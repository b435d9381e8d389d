"""docs/reference/design.md, written from the tokens and components that the style guide shows."""

from collections.abc import Iterator
from pathlib import Path

from django.contrib.staticfiles import finders
from django.utils.translation import override

from articles.views.styleguide.components import Component
from articles.views.styleguide.specimens import COMPONENTS, PARTS
from articles.views.styleguide.tokens import TokenGroup, token_groups

INTRODUCTION = """\
# Design

Every token and every component of the site. All of it is to be seen live at `/styleguide/`, by
whoever may enter the admin. This page is written by `make design`; change the tokens, the templates
or the specimens, and make it again.

Tokens come in two tiers: primitives say what a value is, meanings say what it is for. Components
use meanings only."""


def design_document() -> str:
    """The whole page."""
    with override("en"):
        return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    yield "\n## Tokens"
    for group in token_groups():
        yield from _token_lines(group)
    yield "\n## Components"
    for component in COMPONENTS:
        yield from _component_lines(component)
    yield "\n## Parts of components\n"
    yield "| template | is seen in |"
    yield "|---|---|"
    for part, whole in sorted(PARTS.items()):
        yield f"| `templates/{part}` | `templates/{whole}` |"


def _token_lines(group: TokenGroup) -> Iterator[str]:
    yield f"\n### {group.heading}\n"
    yield "| token | value |"
    yield "|---|---|"
    for token in group.tokens:
        yield f"| `--{token.name}` | `{token.value}` |"


def _component_lines(component: Component) -> Iterator[str]:
    what, _, variables = component.said.partition("Variables")
    yield f"\n### {component.name}\n"
    yield _escaped(what.strip())
    yield f"\n- Template: `templates/{component.template}`"
    if sheet := _sheet(component):
        yield f"- Styles: `static/{sheet}`"
    if variables:
        yield f"- Variables{_escaped(variables.strip())}"
    if states := [words for words, _html in component.specimens() if words]:
        yield f"- States: {', '.join(word.replace('_', ' ') for word in states)}"


def _sheet(component: Component) -> str:
    """The style sheet of the same name, where the component has one of its own."""
    name = f"css/components/{Path(component.template).stem.replace('_', '-')}.css"
    return name if finders.find(name) else ""


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*")
