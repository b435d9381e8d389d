"""The sentences on provenance that stand with every briefing, composed from the record.

Each sentence is translated whole. The wording is held by the golden tests.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sources.enums import CorroborationState, OwnershipStatus
from sources.independence import Corroboration, listed


@dataclass(frozen=True)
class Outlet:
    """An organisation on whose word the text rests; `path_names` are its owners, nearest first."""

    name: str
    status: OwnershipStatus
    path_names: tuple[str, ...] = ()
    is_media: bool = True
    is_state_body: bool = False

    @property
    def words(self) -> str:
        """What is said of its ownership."""
        return _("a state body") if self.is_state_body else OwnershipStatus(self.status).words


@dataclass(frozen=True)
class AiUse:
    """Which tool helped, with what, and who reviewed the result and answers for it."""

    tool: str
    purpose: str = ""
    responsible: str = ""


def compose(
    outlets: Sequence[Outlet],
    corroboration: Corroboration,
    ai: AiUse | None = None,
    note: str = "",
) -> str:
    """Return one plain paragraph: who it rests on, who confirms it, what to do, who made it."""
    distinct = list({outlet.name: outlet for outlet in outlets}.values())
    sentences = (
        _rests_on(distinct),
        _confirmed(corroboration.state, len(distinct)),
        _("Verify independently before forming a business or investment conclusion."),
        _assisted(ai),
        _sentence(note),
    )
    return " ".join(filter(None, sentences))


def _rests_on(outlets: Sequence[Outlet]) -> str:
    if not outlets:
        return _("This briefing names no outlet on which it rests.")
    if len(outlets) == 1:
        words = {"name": outlets[0].name, "ownership": _ownership(outlets[0])}
        return _("This briefing rests on %(name)s, %(ownership)s.") % words
    owner = _shared_owner(outlets)
    if len({outlet.words for outlet in outlets}) > 1 or any(o.is_state_body for o in outlets):
        return _rests_on_different(outlets, owner)
    return _rests_on_alike(outlets, owner)


def _rests_on_alike(outlets: Sequence[Outlet], owner: str | None) -> str:
    words = {
        "names": listed(outlet.name for outlet in outlets),
        "status": outlets[0].words,
        "owner": owner,
    }
    two = len(outlets) == 2
    if owner and two:
        return (
            _("This briefing rests on %(names)s, both %(status)s and both controlled by %(owner)s.")
            % words
        )
    if owner:
        return (
            _("This briefing rests on %(names)s, all %(status)s and all controlled by %(owner)s.")
            % words
        )
    if two:
        return _("This briefing rests on %(names)s, both %(status)s.") % words
    return _("This briefing rests on %(names)s, all %(status)s.") % words


def _rests_on_different(outlets: Sequence[Outlet], owner: str | None) -> str:
    def described(outlet: Outlet) -> str:
        ownership = outlet.words if owner else _ownership(outlet, short=True)
        return _("%(name)s (%(ownership)s)") % {"name": outlet.name, "ownership": ownership}

    words = {"names": listed(described(outlet) for outlet in outlets), "owner": owner}
    if not owner:
        return _("This briefing rests on %(names)s.") % words
    if len(outlets) == 2:
        return _("This briefing rests on %(names)s, both controlled by %(owner)s.") % words
    return _("This briefing rests on %(names)s, all controlled by %(owner)s.") % words


def _ownership(outlet: Outlet, *, short: bool = False) -> str:
    if not outlet.path_names:
        return outlet.words
    words = {"status": outlet.words, "owner": outlet.path_names[0]}
    if short:
        return _("%(status)s, controlled by %(owner)s") % words
    return _("%(status)s and controlled by %(owner)s") % words


def _shared_owner(outlets: Sequence[Outlet]) -> str | None:
    """Return the nearest owner that stands above all outlets."""
    others = [outlet.path_names for outlet in outlets[1:]]
    return next(
        (name for name in outlets[0].path_names if all(name in path for path in others)), None
    )


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
    """Return an editor's note on one line, closed by a full stop."""
    text = " ".join(note.split())
    return text if not text or text[-1] in '.!?。！？”"' else f"{text}."
