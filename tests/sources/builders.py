"""Typed builders of the sources domain, with fixed defaults; every organisation is invented."""

import datetime
import hashlib
import uuid
from collections.abc import Iterable
from decimal import Decimal

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.utils.text import slugify
from wagtail.models import APIToken

from sources.enums import (
    CaptureWay,
    CheckOutcome,
    ControlKind,
    Credibility,
    OrganisationKind,
    Reliability,
)
from sources.models import (
    Organisation,
    OrganisationName,
    Ownership,
    SourceCheck,
    SourceDocument,
    TokenScope,
)

NOW = datetime.datetime(2025, 10, 24, 8, 30, tzinfo=datetime.UTC)
TODAY = NOW.date()


def make_organisation(
    *,
    name: str = "Harbour Herald",
    slug: str | None = None,
    kind: OrganisationKind = OrganisationKind.MEDIA,
    country: str = "NO",
    native_name: str = "",
    reliability: Reliability = Reliability.F,
    aliases: Iterable[str] = (),
) -> Organisation:
    """Store an organisation and its aliases."""
    organisation = Organisation.objects.create(
        name=name,
        slug=slug or slugify(name),
        kind=kind,
        country=country,
        native_name=native_name,
        reliability=reliability,
    )
    for alias in aliases:
        OrganisationName.objects.create(organisation=organisation, name=alias)
    return organisation


def make_ownership(
    *,
    owned: Organisation,
    owner: Organisation | None = None,
    control: ControlKind = ControlKind.SUBSIDIARY,
    share: Decimal | None = None,
    valid_from: datetime.date | None = None,
    valid_to: datetime.date | None = None,
    evidence: SourceDocument | None = None,
    evidence_note: str = "",
) -> Ownership:
    """Store a statement of ownership as it is, past the rules of the action."""
    return Ownership.objects.create(
        owned=owned,
        owner=owner,
        control=control,
        share=share,
        valid_from=valid_from,
        valid_to=valid_to,
        evidence=evidence,
        evidence_note=evidence_note,
    )


def make_source_document(
    *,
    raw: bytes = b"The harbour board met on Friday.",
    text: str | None = None,
    title: str = "Harbour board meets",
    publisher: Organisation | None = None,
    originators: Iterable[Organisation] = (),
    url: str = "",
    published_on: datetime.date | None = None,
    captured_at: datetime.datetime = NOW,
    captured_way: CaptureWay = CaptureWay.PASTE,
    credibility: Credibility = Credibility.UNJUDGED,
    republication_cluster: str = "",
) -> SourceDocument:
    """Store a captured document; its uuid follows from its bytes."""
    sha256 = hashlib.sha256(raw).hexdigest()
    document = SourceDocument.objects.create(
        uuid=uuid.UUID(sha256[:32]),
        publisher=publisher,
        title=title,
        url=url,
        published_on=published_on,
        captured_at=captured_at,
        captured_way=captured_way,
        media_type="text/plain",
        raw=ContentFile(raw, name="raw"),
        sha256=sha256,
        text=raw.decode() if text is None else text,
        credibility=credibility,
        republication_cluster=republication_cluster,
    )
    document.originators.set(originators)
    return document


def make_source_check(
    *,
    document: SourceDocument,
    outcome: CheckOutcome = CheckOutcome.CHANGED,
    checked_at: datetime.datetime = NOW,
    lost_quotes: Iterable[str] = (),
) -> SourceCheck:
    """Store what a look at the address of a document found."""
    return SourceCheck.objects.create(
        document=document, outcome=outcome, checked_at=checked_at, lost_quotes=list(lost_quotes)
    )


def make_user(*, username: str = "analyst", is_superuser: bool = False) -> User:
    """Store a person who may sign in to the admin when `is_superuser`."""
    make = User.objects.create_superuser if is_superuser else User.objects.create_user
    return make(username, email=f"{username}@assay.example", password="not-a-secret")


def make_token(
    *, scopes: Iterable[str] = ("ingest",), user: User | None = None, name: str = "terminal"
) -> str:
    """Store a token with its scopes and return its plain text, as its holder would keep it."""
    owner = user or make_user(username="terminal")
    token, plain = APIToken.create_token(user=owner, name=name)
    TokenScope.objects.create(token=token, scopes=list(scopes))
    return str(plain)
