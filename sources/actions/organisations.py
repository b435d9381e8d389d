"""Putting organisations on record."""

from typing import Any

from django.db import transaction
from django.utils.text import slugify
from wagtail.log_actions import log

from sources.enums import OrganisationKind
from sources.models import Organisation


@transaction.atomic
def create_organisation(
    *, name: str, kind: OrganisationKind | str, country: str = "", user: Any = None
) -> Organisation:
    """Put an organisation on record; one that already goes by the name is returned as it is."""
    name = " ".join(name.split())
    if known := Organisation.objects.named(name).first():
        return known
    organisation = Organisation(name=name, slug=free_slug(name), kind=kind, country=country)
    organisation.full_clean()
    organisation.save()
    log(instance=organisation, action="wagtail.create", user=user)
    return organisation


def free_slug(name: str) -> str:
    """A slug that no other organisation has; names without Latin letters get a plain one."""
    base = slugify(name)[:180].strip("-") or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, 100_000))
    return next(slug for slug in candidates if slug not in taken)
