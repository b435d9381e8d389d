"""The sentences on who the outlets are and who owns them, and on who owned them before."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext

from sources.enums import OrganisationKind, OwnershipStatus
from sources.independence import listed


@dataclass(frozen=True)
class Former:
    """Who controlled an organisation before; `until` is the first day on which nobody did."""

    owner: str
    until: datetime.date


@dataclass(frozen=True)
class Outlet:
    """An organisation on whose word the text rests; `path_names` are its owners, nearest first."""

    name: str
    status: OwnershipStatus
    path_names: tuple[str, ...] = ()
    kind: OrganisationKind = OrganisationKind.MEDIA
    former: tuple[Former, ...] = ()

    @property
    def is_through_owners(self) -> bool:
        """Whether its status speaks of the state's control, which its owners are the means of."""
        return self.status is OwnershipStatus.STATE_CONTROLLED and not self.kind.is_terminal


def rests_on(outlets: Sequence[Outlet]) -> str:
    """The sentence that names the outlets, each once, and says who owns them."""
    if not outlets:
        return _("This briefing names no outlet on which it rests.")
    if len(outlets) == 1:
        words = {"name": outlets[0].name, "ownership": _ownership(outlets[0])}
        return _("This briefing rests on %(name)s, %(ownership)s.") % words
    above = _owners_among(outlets)
    heads = [outlet for outlet in outlets if outlet.name not in above]
    if len(heads) == 1:
        return _rests_on_owner(heads[0], list(above))
    owner = _shared_owner(outlets)
    is_said = owner or not any(outlet.path_names for outlet in outlets)
    status = _status_of_all(outlets) if is_said and not above else ""
    if status:
        return _rests_on_alike(outlets, status, owner)
    return _rests_on_different(outlets, owner, above)


def _rests_on_owner(owner: Outlet, below: Sequence[str]) -> str:
    """One outlet that stands above all the others."""
    words = {"owner": owner.name, "ownership": _ownership(owner), "names": listed(below)}
    sentence = ngettext(
        "This briefing rests on %(owner)s, %(ownership)s, and on %(names)s, which belongs to it.",
        "This briefing rests on %(owner)s, %(ownership)s, and on %(names)s, which belong to it.",
        len(below),
    )
    return sentence % words


def _rests_on_alike(outlets: Sequence[Outlet], status: str, owner: str | None) -> str:
    names = listed(outlet.name for outlet in outlets)
    if owner and outlets[0].is_through_owners:
        status, owner = _through(status, owner), None
    words = {"names": names, "status": status, "owner": owner}
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


def _rests_on_different(
    outlets: Sequence[Outlet], owner: str | None, above: Mapping[str, str]
) -> str:
    def described(outlet: Outlet) -> str:
        if outlet.name in above:
            ownership = _("belonging to %(owner)s") % {"owner": above[outlet.name]}
        else:
            ownership = _status(outlet) if owner else _ownership_among(outlet, outlets)
        return _("%(name)s (%(ownership)s)") % {"name": outlet.name, "ownership": ownership}

    words = {"names": listed(described(outlet) for outlet in outlets), "owner": owner}
    if not owner:
        return _("This briefing rests on %(names)s.") % words
    if len(outlets) == 2:
        return _("This briefing rests on %(names)s, both controlled by %(owner)s.") % words
    return _("This briefing rests on %(names)s, all controlled by %(owner)s.") % words


def _ownership(outlet: Outlet) -> str:
    if not outlet.path_names:
        return _status(outlet)
    words = {"status": _status(outlet), "owner": outlet.path_names[0]}
    if outlet.is_through_owners or _noun(outlet):
        return _ownership_in_one(outlet, words["owner"])
    return _("%(status)s and controlled by %(owner)s") % words


def _ownership_among(outlet: Outlet, outlets: Sequence[Outlet]) -> str:
    """Name the nearest owner that another outlet has, too; where there is none, the nearest."""
    if not outlet.path_names:
        return _status(outlet)
    elsewhere = {name for other in outlets if other is not outlet for name in other.path_names}
    shared = (name for name in outlet.path_names if name in elsewhere)
    words = {"status": _status(outlet), "owner": next(shared, outlet.path_names[0])}
    if outlet.is_through_owners or _noun(outlet):
        return _ownership_in_one(outlet, words["owner"])
    return _("%(status)s, controlled by %(owner)s") % words


def _ownership_in_one(outlet: Outlet, owner: str) -> str:
    """Status and owner without "and": the status calls for it."""
    if outlet.is_through_owners:
        return _through(_status(outlet), owner)
    words = {"status": _status(outlet), "owner": owner}
    return _("%(status)s controlled by %(owner)s") % words


def _through(status: str, owner: str) -> str:
    return _("%(status)s through %(owner)s") % {"status": status, "owner": owner}


def _status(outlet: Outlet) -> str:
    return _noun(outlet) or outlet.status.words


def _status_of_all(outlets: Sequence[Outlet]) -> str:
    """What can be said of each in the same words; empty where nothing can."""
    nouns = {_noun(outlet, count=len(outlets)) for outlet in outlets}
    if len(nouns) == 1 and "" not in nouns:
        return nouns.pop()
    has_bodies = any(outlet.kind.is_terminal for outlet in outlets)
    is_alike = len({outlet.status for outlet in outlets}) == 1
    return outlets[0].status.words if is_alike and not has_bodies else ""


def _noun(outlet: Outlet, *, count: int = 1) -> str:
    """What an outlet is, where that says more than how it is owned; `count` of them are meant."""
    match outlet.kind, outlet.status:
        case OrganisationKind.GOVERNMENT, _:
            return ngettext("a state body", "state bodies", count)
        case OrganisationKind.PARTY, _:
            return ngettext("a political party", "political parties", count)
        case OrganisationKind.COMPANY, OwnershipStatus.STATE_OWNED:
            return ngettext("a state-owned company", "state-owned companies", count)
        case OrganisationKind.COMPANY, OwnershipStatus.STATE_CONTROLLED:
            return ngettext(
                "a company controlled by the state", "companies controlled by the state", count
            )
        case _, OwnershipStatus.STATE_AFFILIATED_MEDIA:
            return npgettext("outlets", "state-affiliated media", "state-affiliated media", count)
    return ""


def _owners_among(outlets: Sequence[Outlet]) -> dict[str, str]:
    """Of each outlet that belongs to another, the highest outlet above it."""
    names = {outlet.name for outlet in outlets}
    found = ((o.name, [name for name in o.path_names if name in names]) for o in outlets)
    return {name: above[-1] for name, above in found if above}


def _shared_owner(outlets: Sequence[Outlet]) -> str | None:
    """The nearest owner that stands above all outlets."""
    others = [outlet.path_names for outlet in outlets[1:]]
    return next(
        (name for name in outlets[0].path_names if all(name in path for path in others)), None
    )


def formerly(outlets: Sequence[Outlet]) -> list[str]:
    """A sentence for each owner and day, with all outlets of which it is true."""
    names: dict[Former, list[str]] = {}
    for outlet in outlets:
        for former in outlet.former:
            names.setdefault(former, []).append(outlet.name)
    return [_was_controlled(former, owned) for former, owned in names.items()]


def _was_controlled(former: Former, owned: Sequence[str]) -> str:
    words = {"owner": former.owner, "names": listed(owned), "day": _day(former.until)}
    sentence = ngettext(
        "Until %(day)s, %(names)s was controlled by %(owner)s.",
        "Until %(day)s, %(names)s were controlled by %(owner)s.",
        len(owned),
    )
    return sentence % words


def _day(day: datetime.date) -> str:
    # Translators: the pattern of a day in a sentence, in the letters of Django's date filter.
    return date_format(day, pgettext("pattern of a day", "j F Y"))
