"""The machine's own memory, and the guarantees that it checks against what is stored and shown.

It knows who wrote and who approved what because it watched them; it asks neither the gate nor the
fingerprints. What should be public it reads from the tree, and counts the changes itself.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple
from uuid import UUID

from django.test import Client
from wagtail.models import PageViewRestriction, Revision, TaskState

from articles.enums import EditionKind
from articles.models.editions import CurrentEdition, Edition
from articles.models.emergencies import EmergencyPublication
from articles.models.pages import ArticlePage
from articles.models.workflow import EditorialApprovalTask, SourceCheckTask
from articles.queries.verification import verify
from tests.articles.machine.words import readable, words_of
from tests.articles.machine.world import CHIEFS, POWERLESS, SYSTEM, Newsroom, owner_of

REVIEWS = (SourceCheckTask, EditorialApprovalTask)
GONE = (404, 410)


class Draft(NamedTuple):
    """A stored revision: what it says, and who made it say so."""

    text: str
    writer: str
    is_flawed: bool


class Approval(NamedTuple):
    """Somebody's word for a text, given in one of the two reviews."""

    page_id: int
    text: str
    review: type
    approver: str


class Face(NamedTuple):
    """All by which one public state of an article differs from another."""

    address: str
    revision_id: int | None
    published_at: Any
    owner: int | None


@dataclass
class Ledger:
    """What was seen so far. `check` after every deed, with the person who did it."""

    newsroom: Newsroom
    drafts: dict[int, dict[int, Draft]] = field(default_factory=dict)
    approvals: set[Approval] = field(default_factory=set)
    emergencies: set[tuple[int, int | None]] = field(default_factory=set)
    decided: set[int] = field(default_factory=set)
    faces: dict[UUID, Face] = field(default_factory=dict)
    changes: Counter[UUID] = field(default_factory=Counter)
    addresses: set[str] = field(default_factory=set)

    def check(self, person: str, *, publishes: bool = True) -> int:
        """Take note of what was done, check every guarantee; returns how many public changes.

        Publishing the same revision once more is a change, too, unless the door never `publishes`.
        """
        wrote = self._note_drafts(person)
        self._note_approvals(person)
        self._note_emergencies(person)
        changed = self._note_faces(publishes=publishes)
        assert not (person in POWERLESS and (wrote or changed)), f"{person} changed something"
        self._check_record()
        self._check_current()
        self._check_list()
        for uuid in changed:
            self._check_closings(uuid)
            self._check_page(uuid)
        return len(changed)

    def check_addresses(self) -> None:
        """Every address that was ever an article's leads to what is read there now, or nowhere."""
        current = set(CurrentEdition.objects.values_list("address", flat=True))
        for address in sorted(self.addresses):
            status = Client().get(f"/{address}").status_code
            assert (status == 200) == (address in current), (address, status)

    def check_after_several(self, deeds: int) -> None:
        """The same after deeds done at once, of which nobody knows the order.

        Who did what is taken from the rows. Each deed may be one public change at most, and an
        article that was closed is not closed again.
        """
        self._note_drafts(None)
        self._note_approvals(None)
        self._note_emergencies(None)
        self.faces = self._read_faces()
        counted = Counter(Edition.objects.values_list("article_uuid", flat=True))
        assert counted.total() - self.changes.total() <= deeds
        self.changes = counted
        self._check_record()
        self._check_current()
        self._check_list()
        for uuid in counted:
            self._check_closings(uuid)
            self._check_page(uuid)

    # -- What people did --------------------------------------------------------------------------

    def _note_drafts(self, person: str | None) -> bool:
        before, self.drafts = self.drafts, {}
        for page_id, revision_id, user_id, content in _revisions():
            known = before.get(page_id, {}).get(revision_id)
            text = readable(content)
            if known is None or known.text != text:
                saved_by = self.names.get(user_id, SYSTEM)
                writer = person if person and page_id in before else saved_by
                known = Draft(text, writer, bool(words_of(content).flaw))
            self.drafts.setdefault(page_id, {})[revision_id] = known
        return before != self.drafts

    @cached_property
    def names(self) -> dict[int | None, str]:
        """People by their accounts: a copy brings along who wrote what it is a copy of."""
        return {key: name for name, key in self.newsroom.ids.items() if key}

    def _note_approvals(self, person: str | None) -> None:
        rows = TaskState.objects.filter(status=TaskState.STATUS_APPROVED)
        for state in rows.exclude(pk__in=self.decided).select_related("workflow_state", "task"):
            self.decided.add(state.pk)
            page_id = int(state.workflow_state.object_id)
            if page_id not in self.drafts:
                continue
            approver = self.names[state.finished_by_id]
            assert person in (None, approver)
            revision_id = max(self.drafts[page_id]) if person else state.revision_id
            assert approver != self._writer(page_id, revision_id), "approved by who wrote it"
            text = self.drafts[page_id][revision_id].text
            self.approvals.add(Approval(page_id, text, state.task.specific_class, approver))

    def _note_emergencies(self, person: str | None) -> None:
        """One revision each: what is written afterwards needs reviews like anything else."""
        rows = EmergencyPublication.objects.select_related("edition")
        done = {(row.edition.page_id, row.edition.revision_id) for row in rows}
        assert person is None or person in CHIEFS or done == self.emergencies
        self.emergencies = done

    def _writer(self, page_id: int, revision_id: int) -> str:
        """Who made the text say what it says in a revision: saving it again is no writing."""
        drafts = self.drafts[page_id]
        text = drafts[revision_id].text
        writer = drafts[revision_id].writer
        for older in sorted((key for key in drafts if key < revision_id), reverse=True):
            if drafts[older].text != text:
                break
            writer = drafts[older].writer
        return writer

    # -- What became of it ------------------------------------------------------------------------

    def _note_faces(self, *, publishes: bool) -> list[UUID]:
        before, self.faces = self.faces, self._read_faces()
        if not publishes:
            before = {uuid: self._same_but_later(uuid, face) for uuid, face in before.items()}
        uuids = sorted(before.keys() | self.faces.keys())
        changed = [uuid for uuid in uuids if before.get(uuid) != self.faces.get(uuid)]
        self.changes.update(changed)
        return changed

    def _same_but_later(self, uuid: UUID, face: Face) -> Face:
        now = self.faces.get(uuid, face)
        return face._replace(published_at=now.published_at)

    def _read_faces(self) -> dict[UUID, Face]:
        """What the tree lets readers see, by who owns the one source that all rest on."""
        private = list(PageViewRestriction.objects.values_list("page__path", flat=True))
        owner = owner_of(self.newsroom.desk.herald)
        faces = {}
        for page in ArticlePage.objects.all():
            address = page.url_path.split("/", 2)[2]
            self.addresses.add(address)
            if page.live and not any(page.path.startswith(path) for path in private):
                moment = page.last_published_at
                faces[page.uuid] = Face(address, page.live_revision_id, moment, owner)
        return faces

    # -- What must hold ---------------------------------------------------------------------------

    def _check_record(self) -> None:
        report = verify()
        assert report.faults == (), [str(fault) for fault in report.faults]
        counted = Counter(Edition.objects.values_list("article_uuid", flat=True))
        assert counted == self.changes, "as many editions as public changes"
        assert report.head.count == self.changes.total()

    def _check_current(self) -> None:
        rows = list(CurrentEdition.objects.whole())
        assert {row.article_uuid for row in rows} == self.faces.keys()
        for row in rows:
            edition, face = row.edition, self.faces[row.article_uuid]
            assert edition.number == self.changes[row.article_uuid]
            assert EditionKind(edition.kind).is_public
            assert row.address == edition.address == face.address
            assert edition.revision_id == face.revision_id
            self._check_approved(edition)

    def _check_approved(self, edition: Edition) -> None:
        page_id, revision_id = edition.page_id, edition.revision_id
        assert revision_id is not None
        draft = self.drafts[page_id][revision_id]
        assert not draft.is_flawed, "a blocking finding is public"
        assert edition.reason or not EditionKind(edition.kind).is_correction
        content = Revision.objects.get(pk=revision_id).content
        assert (edition.title, edition.standfirst) == (content["title"], content["standfirst"])
        if (page_id, revision_id) in self.emergencies:
            return
        writer = self._writer(page_id, revision_id)
        approved = {
            approval.review
            for approval in self.approvals
            if (approval.page_id, approval.text) == (page_id, draft.text)
            and approval.approver != writer
        }
        assert approved >= set(REVIEWS), "public, and not approved by somebody else"

    def _check_closings(self, uuid: UUID) -> None:
        kinds = list(Edition.objects.of_article(uuid).values_list("kind", flat=True))
        assert EditionKind.RETRACTED not in kinds[1:], "what was retracted came back"
        public = [EditionKind(kind).is_public for kind in kinds]
        assert all(any(pair) for pair in pairwise(public)), "closed twice"

    def _check_list(self) -> None:
        rows = Client().get("/api/v1/articles/").json()["results"]
        assert {UUID(row["uuid"]) for row in rows} == self.faces.keys()

    def _check_page(self, uuid: UUID) -> None:
        """What is read of an article that has just changed."""
        answer = Client().get(f"/api/v1/articles/{uuid}/")
        if face := self.faces.get(uuid):
            page = Client().get(f"/{face.address}")
            standfirst = answer.json()["standfirst"]
            assert (answer.status_code, page.status_code) == (200, 200)
            assert standfirst in page.content.decode()
        else:
            assert answer.status_code in GONE


def _revisions() -> list[tuple[int, int, int | None, Any]]:
    pages = {str(pk) for pk in ArticlePage.objects.values_list("pk", flat=True)}
    columns = ("object_id", "pk", "user_id", "content")
    rows = Revision.objects.filter(object_id__in=pages, content__has_key="standfirst")
    return [
        (int(object_id), pk, user_id, content)
        for object_id, pk, user_id, content in rows.values_list(*columns)
    ]
