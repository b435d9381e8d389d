"""Topics and authors: what an editor may change of them once readers know their address."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Author, Topic
from tests.articles.public import make_cast, make_public

pytestmark = pytest.mark.django_db

KINDS = (Author, Topic)


@pytest.mark.parametrize("kind", KINDS)
def test_address_that_briefings_lead_to_stays(kind: type[Author | Topic]) -> None:
    make_cast()
    make_public()
    record = kind.objects.filter(current_editions__isnull=False)[0]
    record.slug = "another"
    with pytest.raises(ValidationError, match="Briefings and feeds lead to this address"):
        record.full_clean()


@pytest.mark.parametrize("kind", KINDS)
def test_public_record_can_get_another_name(kind: type[Author | Topic]) -> None:
    make_cast()
    make_public()
    record = kind.objects.filter(current_editions__isnull=False)[0]
    record.name = "Another"
    record.full_clean()


@pytest.mark.parametrize("kind", KINDS)
def test_address_that_nothing_public_leads_to_can_change(kind: type[Author | Topic]) -> None:
    record = kind.objects.create(name="Somebody", slug="sombody")
    record.slug = "somebody"
    record.full_clean()
