"""The sentences on provenance that stand with every briefing, composed from the record.

Each sentence is translated whole. The wording is held by the golden tests, one set a language.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sources.disclaimer.outlets import Former, Outlet, formerly, rests_on
from sources.enums import CorroborationState
from sources.independence import Corroboration, listed
from sources.languages import name_of, primary

__all__ = ["AiUse", "Former", "Outlet", "Tongues", "compose"]


@dataclass(frozen=True)
class AiUse:
    """Which tool helped, with what, and who reviewed the result and answers for it."""

    tool: str
    purpose: str = ""
    responsible: str = ""


@dataclass(frozen=True)
class Tongues:
    """The language of the text, and that of each document it rests on; empty where unknown."""

    text: str
    documents: tuple[str, ...] = ()


def compose(
    outlets: Sequence[Outlet],
    corroboration: Corroboration,
    *,
    tongues: Tongues | None = None,
    ai: AiUse | None = None,
    note: str = "",
) -> str:
    """One plain paragraph: who it rests on, who confirms it, what to do, who made it."""
    distinct = list({outlet.name: outlet for outlet in outlets}.values())
    sentences = (
        rests_on(distinct),
        _confirmed(corroboration.state, len(distinct)),
        _translated(tongues),
        *formerly(distinct),
        _("Verify independently before forming a business or investment conclusion."),
        _assisted(ai),
        _sentence(note),
    )
    return " ".join(filter(None, sentences))


def _confirmed(state: CorroborationState, outlets: int) -> str:
    if state == CorroborationState.DISPUTED:
        return _("At least one source contradicts what is reported.")
    if state == CorroborationState.CORROBORATED:
        if outlets == 2:
            return _("The two are independent of each other.")
        return _("At least two of its sources are independent of each other.")
    if outlets < 2:
        return _("No independent source confirms it.")
    if outlets == 2:
        return _("They do not confirm each other, and no independent source does.")
    return _("They do not confirm one another, and no independent source does.")


def _translated(tongues: Tongues | None) -> str:
    """Say what was translated; a document of unknown language counts as one in the text's own."""
    if tongues is None:
        return ""
    own = ("", primary(tongues.text))
    foreign = [tag for tag in tongues.documents if primary(tag) not in own]
    names = [name_of(tag) for tag in foreign]
    is_all = len(foreign) == len(tongues.documents)
    if not foreign:
        return ""
    if not all(names):
        return _translated_from_another(is_all=is_all)
    words = {"languages": listed(names)}
    if is_all:
        return _("What it reports is translated from %(languages)s.") % words
    return _("Part of what it reports is translated from %(languages)s.") % words


def _translated_from_another(*, is_all: bool) -> str:
    """The same where a language is one that we have no name for."""
    if is_all:
        return _("What it reports is translated from another language.")
    return _("Part of what it reports is translated from another language.")


def _assisted(ai: AiUse | None) -> str:
    if ai is None or not ai.tool:
        return ""
    words = {"tool": ai.tool, "purpose": ai.purpose.strip(" ."), "responsible": ai.responsible}
    with_purpose = _("The AI tool %(tool)s was used (%(purpose)s)") % words
    words["use"] = with_purpose if words["purpose"] else _("The AI tool %(tool)s was used") % words
    if not ai.responsible:
        return _("%(use)s.") % words
    return _("%(use)s; %(responsible)s reviewed the text and is responsible for it.") % words


def _sentence(note: str) -> str:
    """An editor's note on one line, closed by a full stop."""
    text = " ".join(note.split())
    return text if not text or text[-1] in '.!?。！？”"' else f"{text}."
