"""Who is on record in the demo: four real organisations of the one real item, the rest invented."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User

from sources.actions.organisations import create_organisation
from sources.enums import OrganisationKind, Reliability
from sources.models import Organisation, OrganisationName

ASSESSED_ON = datetime.date(2026, 9, 30)


@dataclass(frozen=True)
class Body:
    """An organisation and how far it can be trusted."""

    name: str
    kind: OrganisationKind
    country: str = ""
    native_name: str = ""
    aliases: tuple[str, ...] = ()
    reliability: Reliability = Reliability.F
    reason: str = ""


NORTHERN_RARE_EARTH = "Northern Rare Earth Group"
BAOGANG_DAILY = "Baogang Daily"
BAOGANG = "Baogang Group"
INNER_MONGOLIA = "Government of Inner Mongolia"
ESTMARK = "Republic of Estmark"
MINISTRY = "Ministry of Mines of Estmark"
PORT = "Sundhavn Port Authority"
UNITY = "Estmark Unity Party"
UNITY_DAILY = "Unity Daily"
ESTMARK_MINERALS = "Estmark Minerals"
TARNFJELL = "Tarnfjell Nickel"
GREYHAVEN = "Greyhaven Metals"
LUMENHALL = "Lumenhall Cells"
METALLHOF = "Metallhof Brandt"
OSTERBY = "Osterby Exchange"
PALLAS = "Pallas Materials Institute"
SMELTERS = "Smelters’ Association of Estmark"
COURIER = "Sundhavn Courier"
REVIEW = "Skerry Mining Review"
QUILLON = "Quillon Wire"
ANCHORAGE = "Sundhavn Anchorage Weekly"

BODIES = (
    Body(
        NORTHERN_RARE_EARTH,
        OrganisationKind.COMPANY,
        country="CN",
        native_name="北方稀土",
        aliases=("Northern Rare Earth", "Northern Rare Earth (Group) High-Tech Co."),
    ),
    Body(BAOGANG_DAILY, OrganisationKind.MEDIA, country="CN", native_name="包钢日报"),
    Body(
        BAOGANG,
        OrganisationKind.COMPANY,
        country="CN",
        native_name="包钢集团",
        aliases=("Baogang", "Baotou Iron and Steel Group"),
    ),
    Body(INNER_MONGOLIA, OrganisationKind.GOVERNMENT, country="CN"),
    Body(ESTMARK, OrganisationKind.GOVERNMENT, aliases=("Estmark",)),
    Body(MINISTRY, OrganisationKind.GOVERNMENT, aliases=("Ministry of Mines",)),
    Body(PORT, OrganisationKind.GOVERNMENT, aliases=("Port of Sundhavn",)),
    Body(UNITY, OrganisationKind.PARTY),
    Body(
        UNITY_DAILY,
        OrganisationKind.MEDIA,
        reliability=Reliability.D,
        reason="Denied two accidents in 2025 that the port later confirmed.",
    ),
    Body(
        ESTMARK_MINERALS,
        OrganisationKind.COMPANY,
        reliability=Reliability.B,
        reason="Its figures have matched the export statistics for five years.",
    ),
    Body(TARNFJELL, OrganisationKind.COMPANY, reliability=Reliability.B),
    Body(
        GREYHAVEN,
        OrganisationKind.COMPANY,
        reliability=Reliability.B,
        reason="Audited figures; two corrections since 2020, both its own.",
    ),
    Body(LUMENHALL, OrganisationKind.COMPANY),
    Body(METALLHOF, OrganisationKind.COMPANY, reliability=Reliability.C),
    Body(OSTERBY, OrganisationKind.EXCHANGE, reliability=Reliability.A),
    Body(PALLAS, OrganisationKind.RESEARCH, reliability=Reliability.A),
    Body(SMELTERS, OrganisationKind.ASSOCIATION, aliases=("the smelters",)),
    Body(
        COURIER,
        OrganisationKind.MEDIA,
        reliability=Reliability.B,
        reason="Names its sources where it can, and corrects itself within days.",
    ),
    Body(REVIEW, OrganisationKind.MEDIA, reliability=Reliability.C),
    Body(
        QUILLON,
        OrganisationKind.MEDIA,
        reliability=Reliability.E,
        reason="No imprint; four of its last ten reports were denied and not corrected.",
    ),
    Body(
        ANCHORAGE,
        OrganisationKind.MEDIA,
        native_name="المرسى",
        reliability=Reliability.C,
        reason="Written by dockers for dockers; precise about ships, partial about wages.",
    ),
)


def make_organisations(user: User) -> None:
    """Put everybody on record, with the names they go by and how far they can be trusted."""
    for body in BODIES:
        _make(body, user)


def named(names: Iterable[str]) -> list[Organisation]:
    """The organisations of these names, in their order."""
    wanted = list(names)
    found = {row.name: row for row in Organisation.objects.filter(name__in=wanted)}
    return [found[name] for name in wanted]


def _make(body: Body, user: User) -> None:
    organisation = create_organisation(
        name=body.name, kind=body.kind, country=body.country, user=user
    )
    organisation.native_name = body.native_name
    organisation.reliability = body.reliability
    organisation.reliability_reason = body.reason
    if body.reliability.is_judged:
        organisation.reliability_assessor, organisation.reliability_on = user, ASSESSED_ON
    organisation.full_clean()
    organisation.save()
    for alias in body.aliases:
        OrganisationName.objects.create(organisation=organisation, name=alias)
