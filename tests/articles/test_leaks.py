"""Nothing that is not public shows at any public door: real deeds, a secret word in every part.

Each state is brought about as an editor would; then every address of the site and the API is asked,
with every key that an outsider could know or guess.
"""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
import time_machine
from django.test import Client
from django.test.client import MULTIPART_CONTENT
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.actions.comments.challenging import challenge_claim, take_challenge
from articles.actions.comments.deciding import approve_comment
from articles.actions.comments.posting import post_comment
from articles.actions.comments.sending import Sender
from articles.actions.standing import retract
from articles.compile import compile_edition
from articles.dossier import open_dossier
from articles.enums import ChallengeReason, ChangeKind, EditionKind
from articles.models.attached import ArticleAuthor, ArticleSource
from articles.models.comments import Comment
from articles.models.editions import CurrentEdition
from articles.models.folders import ArticleIndexPage
from articles.models.pages import ArticlePage
from articles.models.snippets import Author, Topic
from sources.enums import ControlKind, OrganisationKind, TestimonyRole
from sources.models import SourceDocument
from tests.articles.newsroom import Desk, block, fresh, item, make_draft, republish, revise, submit
from tests.sources.builders import make_organisation, make_ownership, make_source_document

WORD = "quillonite"  # stands in every part of the briefing that is to stay unseen
COMMON = "harbour"  # a word that other briefings share
REASON = "It rested on a forgery."


@dataclass(frozen=True)
class Secret:
    """A briefing full of the word, and the keys by which doors are asked for it."""

    article: ArticlePage
    document: SourceDocument
    directive: str

    @property
    def keys(self) -> dict[str, str]:
        return {
            "address": "briefings/unseen/",
            "uuid": str(self.article.uuid),
            "directive": self.directive,
            "source": str(self.document.uuid),
            "outlet": "unseen-outlet",
            "issuer": "unseen-issuer",
            "topic": "unseen-topic",
            "author": "unseen-author",
        }


def make_secret(desk: Desk) -> Secret:
    """A draft in whose every part the word stands; only its keys are plain."""
    outlet = make_organisation(name=f"{WORD} Herald", slug="unseen-outlet")
    issuer = make_organisation(
        name=f"{WORD} Mining", slug="unseen-issuer", kind=OrganisationKind.COMPANY
    )
    owner = make_organisation(
        name=f"{WORD} Ministry", slug="unseen-owner", kind=OrganisationKind.GOVERNMENT
    )
    make_ownership(owned=outlet, owner=owner, control=ControlKind.STATE)
    quote = f"The {COMMON} takes {WORD} by sea."
    document = make_source_document(
        raw=quote.encode(),
        title=f"{WORD} by sea",
        publisher=outlet,
        url=f"https://a.example/{WORD}",
    )
    article = make_draft(desk, title="Unseen")
    cited = item({"source": document.pk, "exact": quote, "prefix": "", "suffix": ""})
    order = {
        "text": f"Ship the {WORD}",
        "issuer": issuer.pk,
        "addressees": [item({"organisation": None, "name": f"{WORD} crews"})],
        "target": f"all {WORD}",
        "rationale": f"{WORD} is dear",
        "citations": [cited],
    }
    revise(
        article,
        desk.analyst,
        title=f"{WORD} at the {COMMON}",
        standfirst=f"{WORD} comes by sea.",
        highlights=[block("highlight", {"text": f"{WORD} arrives", "citations": [cited]})],
        body=[
            block("heading", f"The {WORD}"),
            block("paragraph", {"text": f"<p>{quote}</p>", "citations": [cited]}),
            block("directives", {"introduction": f"On {WORD}:", "directives": [item(order)]}),
        ],
        analysis=[
            block("heading", f"Why {WORD}"),
            block("paragraph", {"text": f"<p>{WORD} matters.</p>"}),
        ],
        disclaimer_note=f"{WORD} is dear.",
        ai_tool=f"{WORD} translator",
        ai_purpose=f"translation of {WORD}",
        ai_responsible=desk.analyst,
        topics=[Topic.objects.create(name=f"{WORD} trade", slug="unseen-topic")],
        article_sources=[ArticleSource(source=document, role=TestimonyRole.PRIMARY)],
    )
    draft = fresh(article).get_latest_revision_as_object()
    author = Author.objects.create(name=f"{WORD} reporter", slug="unseen-author")
    draft.article_authors = [ArticleAuthor(author=author)]
    draft.save_revision(user=desk.analyst)
    dossier = open_dossier(fresh(article).get_latest_revision_as_object())
    content = compile_edition(dossier, kind=EditionKind.PUBLISHED, now=timezone.now()).content
    return Secret(fresh(article), document, content["directives"][0]["uuid"])


# -- The states -----------------------------------------------------------------------------------


def _draft(_desk: Desk, _secret: Secret) -> None:
    """Nothing more: a draft is what it is."""


def _in_review(desk: Desk, secret: Secret) -> None:
    submit(desk, secret.article)


def _scheduled(desk: Desk, secret: Secret) -> None:
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    revise(secret.article, desk.analyst, go_live_at=tomorrow)
    republish(desk, secret.article)


def _private(desk: Desk, secret: Secret) -> None:
    _published(desk, secret)
    PageViewRestriction.objects.create(page=secret.article, restriction_type="login")


def _password(desk: Desk, secret: Secret) -> None:
    _published(desk, secret)
    PageViewRestriction.objects.create(
        page=secret.article, restriction_type="password", password="not-a-secret"
    )


def _published_in_private(desk: Desk, secret: Secret) -> None:
    PageViewRestriction.objects.create(page=secret.article, restriction_type="login")
    republish(desk, secret.article)


def _private_parent(desk: Desk, secret: Secret) -> None:
    _published(desk, secret)
    PageViewRestriction.objects.create(page=desk.briefings, restriction_type="login")


def _moved_under_private(desk: Desk, secret: Secret) -> None:
    _published(desk, secret)
    folder = ArticleIndexPage(title="Archive", slug="archive")
    desk.briefings.get_parent().add_child(instance=folder)
    PageViewRestriction.objects.create(page=folder, restriction_type="login")
    fresh(secret.article).move(folder, pos="last-child")


def _unpublished(desk: Desk, secret: Secret) -> None:
    _published(desk, secret)
    fresh(secret.article).unpublish(user=desk.editor)


def _expired(desk: Desk, secret: Secret) -> None:
    _published(desk, secret)
    fresh(secret.article).unpublish(set_expired=True)


def _retracted(desk: Desk, secret: Secret) -> None:
    _published(desk, secret)
    retract(article=fresh(secret.article), reason=REASON, user=desk.editor)


def _deleted(desk: Desk, secret: Secret) -> None:
    _published(desk, secret)
    fresh(secret.article).delete(user=desk.editor)


def _published(desk: Desk, secret: Secret) -> None:
    """Public, commented on, challenged and corrected, until something closes it."""
    republish(desk, secret.article)
    current = CurrentEdition.objects.get(article_uuid=secret.article.uuid)
    comment = post_comment(
        current=current,
        name=f"{WORD} reader",
        email="reader@assay.example",
        text=f"I like {WORD}.",
        sender=Sender(is_known=True),
        now=timezone.now(),
    )
    approve_comment(comment=comment, user=desk.moderator, now=timezone.now())
    _challenged(current)
    note = f"It was more {WORD}."
    revise(secret.article, desk.analyst, change_kind=ChangeKind.CORRECTED, change_note=note)
    republish(desk, secret.article)


def _challenged(current: CurrentEdition) -> None:
    challenge = challenge_claim(
        current=current,
        claim_id=current.edition.content["directives"][0]["id"],
        reason=ChallengeReason.FIGURE,
        text=f"It was less {WORD}.",
        name=f"{WORD} reader",
        email="reader@assay.example",
        now=timezone.now(),
    )
    take_challenge(challenge=challenge, now=timezone.now())


STATES = [
    _draft,
    _in_review,
    _scheduled,
    _private,
    _password,
    _published_in_private,
    _private_parent,
    _moved_under_private,
    _unpublished,
    _expired,
    _retracted,
    _deleted,
]

# -- The doors ------------------------------------------------------------------------------------

# Every named address that answers without a token, with what can be asked of it.
DOORS: dict[str, list[str]] = {
    "home": ["/"],
    "briefings": [
        "/briefings/",
        "/briefings/?topic={topic}",
        "/briefings/?organisation={outlet}",
        "/briefings/?corroboration=single_source",
    ],
    "directives": [
        "/directives/",
        "/directives/?issuer={issuer}",
        "/directives/?q={common}",
        "/directives/?format=csv",
    ],
    "language": ["/de/", "/de/briefings/"],
    "organisations": ["/organisations/", "/organisations/?q={common}"],
    "organisation": ["/organisations/{outlet}/", "/organisations/{issuer}/"],
    "authors": ["/authors/"],
    "author": ["/authors/{author}/"],
    "topics": ["/topics/"],
    "topic": ["/topics/{topic}/"],
    "search": [
        "/search/?q={common}",
        "/search/?q={common}+topic:{topic}",
        "/search/?q=org:{outlet}",
        "/search/?q={common}&in=directives",
        "/search/?q={common}&in=organisations",
        "/search/?q={common}&in=sources",
    ],
    "corrections": ["/corrections/"],
    "corrections_rss": ["/corrections/feeds/rss.xml"],
    "corrections_atom": ["/corrections/feeds/atom.xml"],
    "corrections_json": ["/corrections/feeds/feed.json"],
    "feed_rss": ["/feeds/rss.xml"],
    "feed_atom": ["/feeds/atom.xml"],
    "feed_json": ["/feeds/feed.json"],
    "topic_rss": ["/topics/{topic}/feeds/rss.xml"],
    "topic_atom": ["/topics/{topic}/feeds/atom.xml"],
    "topic_json": ["/topics/{topic}/feeds/feed.json"],
    "organisation_rss": ["/organisations/{outlet}/feeds/rss.xml"],
    "organisation_atom": ["/organisations/{outlet}/feeds/atom.xml"],
    "organisation_json": ["/organisations/{outlet}/feeds/feed.json"],
    "author_rss": ["/authors/{author}/feeds/rss.xml"],
    "author_atom": ["/authors/{author}/feeds/atom.xml"],
    "author_json": ["/authors/{author}/feeds/feed.json"],
    "directives_rss": ["/directives/feeds/rss.xml"],
    "directives_atom": ["/directives/feeds/atom.xml"],
    "directives_json": ["/directives/feeds/feed.json"],
    "robots": ["/robots.txt"],
    "sitemap": ["/sitemap.xml"],
    "sitemap_page": [
        "/sitemap-briefings-0.xml",
        "/sitemap-organisations-0.xml",
        "/sitemap-topics-0.xml",
        "/sitemap-authors-0.xml",
        "/sitemap-pages-0.xml",
    ],
    "sitemap_news": ["/sitemap-news.xml"],
    "security": ["/.well-known/security.txt"],
    "provenance": ["/{address}provenance/"],
    "versions": ["/{address}versions/"],
    "version": ["/{address}versions/1/", "/{address}versions/2/"],
    "site_card": ["/card.png"],
    "card": ["/{address}card-1.png", "/{address}card-2.png"],
    "cite": ["/{address}cite.bib", "/{address}cite.ris", "/{address}cite.json"],
    "version_cite": ["/{address}versions/1/cite.bib", "/{address}versions/2/cite.ris"],
    "comments": ["/{address}comments/"],
    "challenge": ["/{address}challenge/", "/{address}challenge/?claim={directive}"],
    "challenges": ["/{address}challenges/"],
    "comment_report": ["/comments/{comment}/report/"],
    "comment_appeal": ["/comments/appeal/nonsense/"],
    "comment_confirm": ["/comments/confirm/nonsense/"],
    "own_comment": ["/comments/own/nonsense/"],
    "comment_mail": ["/comments/mail/nonsense/"],
    "queue_mail": ["/comments/queue-mail/nonsense/"],
    "ask_my_data": ["/comments/my-data/"],
    "my_data": ["/comments/my-data/nonsense/"],
    "export_my_data": ["/comments/my-data/nonsense/export.json"],
    "moderation": ["/comments/moderation/"],
    "wagtail_serve": ["/{address}", "/archive/unseen/"],
    "alive": ["/healthz"],
    "ready": ["/readyz"],
    "api-articles": [
        "/api/v1/articles/",
        "/api/v1/articles/?topic={topic}",
        "/api/v1/articles/?organisation={outlet}",
        "/api/v1/articles/?issuer={issuer}",
        "/api/v1/articles/?q={common}",
    ],
    "api-article": ["/api/v1/articles/{uuid}/"],
    "api-article-challenges": ["/api/v1/articles/{uuid}/challenges/"],
    "api-article-comments": ["/api/v1/articles/{uuid}/comments/"],
    "api-article-ninjs": ["/api/v1/articles/{uuid}/ninjs/"],
    "api-article-provenance": ["/api/v1/articles/{uuid}/provenance/"],
    "api-changes": ["/api/v1/changes/"],
    "api-directives": ["/api/v1/directives/", "/api/v1/directives/?issuer={issuer}"],
    "api-directive": ["/api/v1/directives/{directive}/"],
    "api-organisations": ["/api/v1/organisations/"],
    "api-organisation": ["/api/v1/organisations/{outlet}/", "/api/v1/organisations/{issuer}/"],
    "api-source": ["/api/v1/sources/{source}/"],
    "api-topics": ["/api/v1/topics/"],
    "api-root": ["/api/v1/"],
    "api-schema": ["/api/v1/schema/"],
    "api-docs": ["/api/v1/docs/"],
}
# Where nothing of a public briefing stands but its keys.
WITHOUT_BRIEFINGS = {
    "card",  # a picture of words, not words
    "site_card",
    "comments",
    "comment_appeal",
    "comment_confirm",
    "own_comment",
    "comment_mail",
    "queue_mail",
    "ask_my_data",
    "my_data",
    "export_my_data",
    "moderation",
    "language",  # it leads to the list
    "robots",
    "sitemap",
    "sitemap_page",
    "security",
    "alive",
    "ready",
    "api-changes",
    "api-root",
    "api-schema",
    "api-docs",
}
NOT_FOR_READING = {"api-ingest", "styleguide"}  # it takes bytes and a token; no briefing is in it
APART = ("admin/", "documents/")  # signed-in people, and files that have addresses of their own


def named_addresses(patterns: Iterable[URLPattern | URLResolver]) -> set[str]:
    """The name of every address that is mounted, but those apart."""
    names: set[str] = set()
    for pattern in patterns:
        if str(pattern.pattern).startswith(APART):
            continue
        if isinstance(pattern, URLResolver):
            names |= named_addresses(pattern.url_patterns)
        elif pattern.name:
            names.add(pattern.name)
    return names


def asked_addresses(secret: Secret) -> list[tuple[str, str]]:
    """Every door by name and the address at which it is asked."""
    comment = Comment.objects.values_list("pk", flat=True).first() or 1
    keys = secret.keys | {"common": COMMON, "comment": str(comment)}
    return [(name, form.format(**keys)) for name, forms in DOORS.items() for form in forms]


def shown(client: Client, address: str) -> str:
    """Everything that an answer says, its headers included."""
    response = client.get(address)
    assert response.status_code < 500, address
    body = b"".join(response) if response.streaming else response.content
    return f"{response.headers}\n{body.decode(errors='replace')}".lower()


def test_every_address_is_tried_here() -> None:
    assert named_addresses(get_resolver().url_patterns) == set(DOORS) | NOT_FOR_READING


def test_doors_do_show_what_is_public(desk: Desk, client: Client) -> None:
    """Or the others of these tests would prove nothing."""
    secret = make_secret(desk)
    _published(desk, secret)
    silent = set(DOORS)
    for name, address in asked_addresses(secret):
        if WORD in shown(client, address):
            silent.discard(name)
    assert silent == WITHOUT_BRIEFINGS


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__.strip("_"))
def test_nothing_shows_of_what_is_not_public(
    desk: Desk, client: Client, state: Callable[[Desk, Secret], None]
) -> None:
    secret = make_secret(desk)
    state(desk, secret)
    for _name, address in asked_addresses(secret):
        assert WORD not in shown(client, address), address


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__.strip("_"))
def test_searching_for_it_finds_what_searching_for_nonsense_finds(
    desk: Desk, client: Client, state: Callable[[Desk, Secret], None]
) -> None:
    secret = make_secret(desk)
    state(desk, secret)
    for form in ("/search/?q={}", "/api/v1/articles/?q={}", "/directives/?q={}"):
        about_it, about_nonsense = (
            _without(word, shown(client, form.format(word))) for word in (WORD, "zirkelnacht")
        )
        assert about_it == about_nonsense, form


def _without(word: str, text: str) -> str:
    """An answer without the echo of what was asked, and without what differs each time."""
    text = re.sub(r"'etag': '[^']*'|'content-length': '\d+'|'last-modified': '[^']*'", "", text)
    return text.replace(word, "…")


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__.strip("_"))
def test_nobody_can_comment_on_it(
    desk: Desk, client: Client, state: Callable[[Desk, Secret], None]
) -> None:
    secret = make_secret(desk)
    state(desk, secret)
    data = {"name": "Ada", "email": "ada@assay.example", "text": "Is it so?"}
    for address in (
        f"/{secret.keys['address']}comments/",
        f"/{secret.keys['address']}challenge/",
        f"/api/v1/articles/{secret.article.uuid}/comments/",
    ):
        response = client.post(address, data, content_type=_content_type(address))
        assert response.status_code in (404, 410), address
        assert WORD not in response.content.decode().lower()


def _content_type(address: str) -> str:
    return "application/json" if address.startswith("/api/") else MULTIPART_CONTENT


def test_draft_that_goes_on_shows_nowhere(desk: Desk, client: Client) -> None:
    secret = make_secret(desk)
    _published(desk, secret)
    later = "zirkelnacht"
    revise(
        secret.article,
        desk.analyst,
        title=f"{later} title",
        standfirst=f"{later} standfirst",
        body=[block("paragraph", {"text": f"<p>{later}</p>"})],
        change_note=f"{later} was wrong",
    )
    for _name, address in asked_addresses(secret):
        assert later not in shown(client, address), address


def test_mirror_is_told_that_it_is_gone_and_nothing_else(desk: Desk, client: Client) -> None:
    secret = make_secret(desk)
    _retracted(desk, secret)
    text = shown(client, "/api/v1/changes/")
    assert str(secret.article.uuid) in text
    assert '"retracted"' in text
    assert WORD not in text


def test_news_sitemap_forgets_what_was_taken_back_at_once(desk: Desk, client: Client) -> None:
    secret = make_secret(desk)
    with time_machine.travel(timezone.now(), tick=False):
        _published(desk, secret)
        assert "briefings/unseen/" in shown(client, "/sitemap-news.xml")
        fresh(secret.article).unpublish()
        assert "briefings/unseen/" not in shown(client, "/sitemap-news.xml")
        assert "briefings/unseen/" not in shown(client, "/sitemap-briefings-0.xml")
