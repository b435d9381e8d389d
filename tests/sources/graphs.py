"""Ownership graphs without a database, written as short tables: (owned, control, owner)."""

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal

from sources.enums import ControlKind, OrganisationKind
from sources.independence import Testimony
from sources.ownership import OwnershipGraph, Party, Step

ON = datetime.date(2025, 10, 24)
Link = tuple[str, str, str] | tuple[str, str]

KINDS = {
    "Baogang Daily": OrganisationKind.MEDIA,
    "Inner Mongolia government": OrganisationKind.GOVERNMENT,
    "Harbour Herald": OrganisationKind.MEDIA,
    "Fjord Post": OrganisationKind.MEDIA,
    "People's Lantern": OrganisationKind.MEDIA,
    "Lantern Party": OrganisationKind.PARTY,
    "Ministry of Mines": OrganisationKind.GOVERNMENT,
}
SEED: list[Link] = [
    ("Baogang Daily", "subsidiary", "Baogang Group"),
    ("Northern Rare Earth Group", "subsidiary", "Baogang Group"),
    ("Baogang Group", "state", "Inner Mongolia government"),
]


class Sketch:
    """A graph, and the ids of its organisations by name."""

    def __init__(self, links: Sequence[Link], *, alone: Sequence[str] = ()) -> None:
        names = dict.fromkeys([*alone, *(name for link in links for name in (link[0], *link[2:]))])
        self.ids = {name: number for number, name in enumerate(names, start=1)}
        parties = {name: self._party(name) for name in names}
        self.graph = OwnershipGraph(
            on=ON,
            parties=parties.values(),
            steps=[self._step(link, parties) for link in links],
        )

    def id(self, name: str) -> int:
        return self.ids[name]

    def testimony(
        self, *originators: str, role: str = "primary", cluster: str = "", document: int = 0
    ) -> Testimony:
        """A witness; documents with other originators are other documents."""
        number = document or sum(10**place * self.id(n) for place, n in enumerate(originators))
        return Testimony(
            document_id=number,
            uuid=f"00000000-0000-4000-8000-{number:012}",
            title=f"Item {number}",
            originators=tuple(self.id(name) for name in originators),
            cluster=cluster,
            role=role,
        )

    def _party(self, name: str) -> Party:
        kind = KINDS.get(name, OrganisationKind.COMPANY)
        slug = name.lower().replace(" ", "-").replace("'", "")
        return Party(id=self.ids[name], name=name, slug=slug, kind=kind)

    def _step(self, link: Link, parties: Mapping[str, Party]) -> Step:
        control, _, share = link[1].partition(" ")
        return Step(
            organisation=parties[link[0]],
            control=ControlKind(control),
            owner=parties[link[2]] if len(link) == 3 else None,
            share=Decimal(share) if share else None,
        )
