"""Putting organisations on record: what they are called, and how far they can be trusted."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from sources.enums import OrganisationKind, Reliability
from sources.models import Organisation, OrganisationName
from sources.names import fold

GRADED, NAMED = "assay.reliability", "assay.names"


@transaction.atomic
def create_organisation(
    *, name: str, kind: OrganisationKind | str, country: str = "", user: Any = None
) -> Organisation:
    """Put an organisation on record; one that already goes by the name is returned as it is."""
    name = " ".join(name.split())
    if known := Organisation.objects.named(name).first():
        return known
    organisation = Organisation(name=name, slug=free_slug(name), kind=kind, country=country)
    _save(organisation)
    log(instance=organisation, action="wagtail.create", user=user)
    return organisation


@transaction.atomic
def save_organisation(
    *, organisation: Organisation, aliases: Iterable[str], on: datetime.date, user: Any = None
) -> Organisation:
    """Save an organisation with the other names that it goes by; for forms of the admin.

    A name that it gives up stays on as an alias, and whoever changes the grade or its reason is
    the assessor of that day. Raises ValidationError.
    """
    before = Organisation.objects.filter(pk=organisation.pk).first()
    organisation.slug = organisation.slug or free_slug(organisation.name)
    was = before or Organisation()
    is_graded = _grade(organisation) != _grade(was)
    if is_graded:
        organisation.reliability_assessor, organisation.reliability_on = user, on
    _save(organisation)
    names = _set_aliases(organisation, aliases, kept=_own_names(organisation, was))
    action = "wagtail.edit" if before else "wagtail.create"
    log(instance=organisation, action=action, user=user)
    if any(names.values()):
        log(instance=organisation, action=NAMED, user=user, data=names)
    if is_graded:
        _log_grade(organisation, was, user)
    return organisation


def free_slug(name: str) -> str:
    """A slug that no other organisation has; names without Latin letters get a plain one."""
    base = slugify(name)[:180].strip("-") or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, 100_000))
    return next(slug for slug in candidates if slug not in taken)


def _save(organisation: Organisation) -> None:
    organisation.full_clean()
    if not fold(organisation.name):
        raise ValidationError(_("“%(name)s” is no name."), params={"name": organisation.name})
    organisation.save()


def _own_names(*organisations: Organisation) -> set[str]:
    names = (name for each in organisations for name in (each.name, each.native_name))
    return {fold(name) for name in names}


def _set_aliases(
    organisation: Organisation, aliases: Iterable[str], *, kept: set[str]
) -> dict[str, list[str]]:
    """Make these the aliases, beside the folded names that are kept; says what that changed."""
    wanted: dict[str, str] = {}
    for alias in filter(fold, aliases):
        wanted.setdefault(fold(alias), alias)
    known = {row.folded: row for row in organisation.names.all()}
    removed = [row for folded, row in known.items() if folded not in wanted.keys() | kept]
    added = [alias for folded, alias in wanted.items() if folded not in known]
    for row in removed:
        row.delete()
    for alias in added:
        OrganisationName.objects.create(organisation=organisation, name=alias)
    return {"added": added, "removed": [row.name for row in removed]}


def _grade(organisation: Organisation) -> tuple[str, str]:
    return organisation.reliability, organisation.reliability_reason


def _log_grade(organisation: Organisation, was: Organisation, user: Any) -> None:
    data = {
        "was": Reliability(was.reliability).value,
        "now": Reliability(organisation.reliability).value,
        "reason": organisation.reliability_reason,
        "reason_before": was.reliability_reason,
    }
    log(instance=organisation, action=GRADED, user=user, data=data)
