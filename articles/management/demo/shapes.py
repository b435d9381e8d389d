"""The shapes in which the demo's content is written down: texts, briefings and what readers say."""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from articles.enums import (
    ChallengeReason,
    ChallengeStatus,
    ChangeKind,
    CommentReason,
    CommentStatus,
)
from sources.enums import CaptureWay, Credibility, TestimonyRole

DATA = Path(__file__).parent / "data"
SAMPLE = "Sample"
SAMPLE_NOTES = {
    "en": "This is a sample: every organisation, person and event in it is invented.",
    "de": "Dies ist ein Beispiel: Alle Organisationen, Personen und Ereignisse sind erfunden.",
    "ar": "هذا مثال: كل ما فيه من مؤسسات وأشخاص وأحداث مختلق.",
}


@dataclass(frozen=True)
class Text:
    """A raw item, captured from the file of that name in data/; its people are named as on record.

    Without `originators` its content comes from the publisher.
    """

    file: str
    captured_on: datetime.date
    publisher: str = ""
    originators: tuple[str, ...] = ()
    way: CaptureWay = CaptureWay.PASTE
    media_type: str = "text/plain"
    url: str = ""
    title: str = ""
    language: str = "en"
    published_on: datetime.date | None = None
    credibility: Credibility = Credibility.UNJUDGED
    credibility_reason: str = ""

    @property
    def raw(self) -> bytes:
        """The bytes as they came."""
        return (DATA / self.file).read_bytes()

    @property
    def sha256(self) -> str:
        """By which the captured document is found."""
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True)
class Quote:
    """Words of a text, as its captured document has them; in a block it becomes a citation."""

    text: Text
    exact: str


@dataclass(frozen=True)
class Named:
    """An organisation on record; in a block it becomes its key."""

    name: str


@dataclass(frozen=True)
class Picture:
    """A picture that `pictures` draws, with what it shows in words."""

    name: str
    title: str
    alt_text: str


@dataclass(frozen=True)
class Attachment:
    """A file for readers, with its content."""

    filename: str
    title: str
    content: str


@dataclass(frozen=True)
class Block:
    """A block as the editor's form would hold it; tuples are lists of items."""

    kind: str
    value: Any


@dataclass(frozen=True)
class Edit:
    """What the analyst changes in a draft where a block or a directive begins with `at`.

    Values in `amend` replace those of the same name; `then` follows the block, or with `drops`
    takes its place.
    """

    at: str
    amend: Mapping[str, Any] = field(default_factory=dict)
    then: tuple[Block, ...] = ()
    drops: bool = False


@dataclass(frozen=True)
class Witness:
    """A further text under a briefing, and what it does for it."""

    text: Text
    role: TestimonyRole = TestimonyRole.SUPPORTING


@dataclass(frozen=True)
class Change:
    """A later edition: of which kind, what readers are told, and what becomes different."""

    kind: ChangeKind
    note: str
    edits: tuple[Edit, ...] = ()
    witnesses: tuple[Witness, ...] = ()


class Stage(StrEnum):
    """How far a briefing has come, or what became of it."""

    DRAFT = "draft"
    IN_SOURCE_CHECK = "in source check"
    IN_APPROVAL = "in approval"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    RETRACTED = "retracted"


@dataclass(frozen=True)
class Report:
    """A notice that a comment should not stand, on which nobody has decided."""

    reason: CommentReason
    explanation: str = ""


@dataclass(frozen=True)
class Remark:
    """A reader's comment, what the moderator decided on it, and the replies to it.

    `appeal` is what the writer of a rejected one objects; `account` is who writes as one of the
    newsroom.
    """

    name: str
    text: str
    account: str = ""
    status: CommentStatus = CommentStatus.APPROVED
    reason: str = ""
    note: str = ""
    replies: tuple["Remark", ...] = ()
    report: Report | None = None
    appeal: str = ""


@dataclass(frozen=True)
class Doubt:
    """A reader's challenge to the claim that begins with `at`, and its outcome if it has one."""

    name: str
    at: str
    reason: ChallengeReason
    text: str
    source_url: str = ""
    outcome: ChallengeStatus = ChallengeStatus.OPEN
    answer: str = ""


@dataclass(frozen=True)
class Translation:
    """A briefing in another language; `words` has its texts by what the original's begin with."""

    language: str
    title: str
    standfirst: str
    words: Mapping[str, str]
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Briefing:
    """A briefing: the text it is drafted from, and what people then do to it."""

    title: str
    text: Text
    day: datetime.date
    standfirst: str
    topics: tuple[str, ...]
    witnesses: tuple[Witness, ...] = ()
    edits: tuple[Edit, ...] = ()
    analysis: tuple[Block, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    stage: Stage = Stage.PUBLISHED
    changes: tuple[Change, ...] = ()
    retraction: str = ""
    remarks: tuple[Remark, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    translations: tuple[Translation, ...] = ()
    is_sample: bool = True


def paragraph(text: str, *quotes: Quote) -> Block:
    """A paragraph, with the quotes that bear it out."""
    return Block("paragraph", {"text": f"<p>{text}</p>", "citations": quotes})


def heading(text: str) -> Block:
    """The heading of a section."""
    return Block("heading", text)
