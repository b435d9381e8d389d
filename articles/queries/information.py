"""What the newsroom says of itself, as far as it is public."""

from collections.abc import Mapping

from django.db.models import Exists

from articles.enums import Policy
from articles.models.information import Information


def information_at(address: str) -> Information | None:
    """The public information page at an address ("about/")."""
    return Information.objects.filter(address=address).first()


def public_policies() -> list[Policy]:
    """Which of the pages that readers look for are public, in their order. One query."""
    rows = Information.objects.filter(address__in=Policy.values)
    found = set(rows.values_list("address", flat=True))
    return [policy for policy in Policy if policy in found]


def policy_columns() -> Mapping[str, Exists]:
    """The same as columns of another query, where each query counts; read by `policies_of`."""
    return {
        f"has_{policy.name.lower()}": Exists(Information.objects.filter(address=policy))
        for policy in Policy
    }


def policies_of(row: object) -> list[Policy]:
    """Which are public, by the columns that `policy_columns` added to a row."""
    return [policy for policy in Policy if getattr(row, f"has_{policy.name.lower()}")]
