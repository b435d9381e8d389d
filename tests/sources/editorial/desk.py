"""People, an owned organisation and a document, for the tests of the record's screens."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from articles.actions.newsroom import ANALYSTS, EDITORS, MODERATORS, set_up_newsroom
from sources.enums import ControlKind, OrganisationKind
from sources.models import Organisation, Ownership, SourceDocument
from tests.articles.newsroom import make_person
from tests.sources.builders import (
    make_organisation,
    make_ownership,
    make_source_document,
    make_user,
)

ORGANISATION = "wagtailsnippets_sources_organisation"
OWNERSHIP = "wagtailsnippets_sources_ownership"
DOCUMENT = "wagtailsnippets_sources_sourcedocument"
TOKENS = "wagtailusers_api_tokens"


@dataclass(frozen=True)
class RecordDesk:
    """An analyst, an editor, a moderator and a superuser; who owns whom; a document."""

    people: dict[str, User]
    herald: Organisation
    port: Organisation
    statement: Ownership
    document: SourceDocument

    def signed_in(self, client: Client, name: str) -> Client:
        """The client as one of the people."""
        client.force_login(self.people[name])
        return client


def make_record_desk() -> RecordDesk:
    """Set up the newsroom, four people, and what is on record."""
    set_up_newsroom(with_policies=False)
    port = make_organisation(name="Port Authority", kind=OrganisationKind.GOVERNMENT)
    herald = make_organisation(name="Harbour Herald", aliases=["HH"])
    groups = {"ana": ANALYSTS, "edith": EDITORS, "mo": MODERATORS}
    people = {name: make_person(name, group) for name, group in groups.items()}
    return RecordDesk(
        people={**people, "root": make_user(username="root", is_superuser=True)},
        herald=herald,
        port=port,
        statement=make_ownership(owned=herald, owner=port, control=ControlKind.STATE),
        document=make_source_document(publisher=herald),
    )


def html_of(response: Any) -> str:
    """The page that was shown."""
    assert response.status_code == 200, response
    return str(response.content.decode())
