"""What the people of the demo do to a briefing: capture, draft, edit, submit, approve, correct."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.text import slugify
from wagtail.models import Locale

from articles.actions.drafting import draft_from_item
from articles.actions.standing import retract
from articles.management.demo import editing
from articles.management.demo.organisations import named
from articles.management.demo.people import ANA, Person, account
from articles.management.demo.shapes import (
    SAMPLE,
    SAMPLE_NOTES,
    Briefing,
    Change,
    Stage,
    Text,
    Translation,
    Witness,
)
from articles.models import (
    ArticleAuthor,
    ArticleIndexPage,
    ArticlePage,
    ArticleSource,
    Author,
    Topic,
)
from sources.actions.capturing import Captured, capture
from sources.actions.crediting import credit_originators

MORNING = datetime.time(8, 30, tzinfo=datetime.UTC)
SCHEDULED_AHEAD = datetime.timedelta(days=90)


@dataclass(frozen=True)
class Desk:
    """Who works on the demo's briefings, and in which folder."""

    briefings: ArticleIndexPage
    analyst: User
    checker: User
    approver: User

    def take(self, briefing: Briefing, *, now: datetime.datetime) -> ArticlePage:
        """Bring a briefing to where its content says that it stands."""
        article = self.draft(briefing)
        if briefing.stage is Stage.SCHEDULED:
            article.go_live_at = (now + SCHEDULED_AHEAD).replace(minute=0, second=0, microsecond=0)
        self.edit(article, briefing)
        article = self.review(article, until=briefing.stage)
        for change in briefing.changes:
            article = self.change(article, change)
        if briefing.stage is Stage.UNPUBLISHED:
            article.unpublish(user=self.approver, log_action=True)
        elif briefing.stage is Stage.RETRACTED:
            retract(article=article, reason=briefing.retraction, user=self.approver)
        for translation in briefing.translations:
            if translation.language != settings.LANGUAGE_CODE:  # its tree is the site's own
                self.translate(article, translation)
        return article

    def draft(self, briefing: Briefing) -> ArticlePage:
        """Capture the text, say where it comes from, and make the draft."""
        captured = self.capture(briefing.text)
        return draft_from_item(
            item=captured.item,
            document=captured.document,
            parent=self.briefings,
            user=self.analyst,
            title=briefing.title,
            briefing_date=briefing.day,
        )

    def capture(self, text: Text) -> Captured:
        """Keep the bytes of a text as evidence, with what is known of where they come from."""
        captured = capture(
            raw=text.raw,
            way=text.way,
            media_type=text.media_type,
            now=datetime.datetime.combine(text.captured_on, MORNING),
            url=text.url,
            user=self.analyst,
        )
        document = captured.document
        if text.originators:
            credit_originators(
                document=document, organisations=named(text.originators), user=self.analyst
            )
        if text.publisher:
            [document.publisher] = named([text.publisher])
        document.title = text.title or document.title
        document.language = text.language
        document.published_on = text.published_on or document.published_on
        document.credibility = text.credibility
        document.credibility_reason = text.credibility_reason
        document.full_clean()
        document.save()
        return captured

    def edit(self, article: ArticlePage, briefing: Briefing) -> None:
        """Write what ingest cannot know, and save the draft as the analyst."""
        for name, value in briefing.fields.items():
            setattr(article, name, account(value) if isinstance(value, Person) else value)
        article.standfirst = briefing.standfirst
        article.disclaimer_note = SAMPLE_NOTES[article.language] if briefing.is_sample else ""
        topics = (*briefing.topics, SAMPLE) if briefing.is_sample else briefing.topics
        article.topics.set(Topic.objects.filter(name__in=topics))
        article.article_authors = [ArticleAuthor(author=Author.objects.get(name=ANA.name))]
        self.attach(article, briefing.witnesses)
        article.body = editing.edited(article.body, briefing.edits)
        article.analysis = [
            *editing.raw_blocks(article.analysis),
            *map(editing.stored, briefing.analysis),
        ]
        article.save_revision(user=self.analyst, log_action=True)

    def attach(self, article: ArticlePage, witnesses: Iterable[Witness]) -> None:
        """Capture further texts and list them among the sources."""
        for witness in witnesses:
            document = self.capture(witness.text).document
            article.article_sources.add(ArticleSource(source=document, role=witness.role))

    def review(self, article: ArticlePage, *, until: Stage = Stage.PUBLISHED) -> ArticlePage:
        """Submit as the analyst; check and approve as two others, as far as `until`."""
        if until is Stage.DRAFT:
            return stored_page(article)
        stored_page(article).get_workflow().start(article, self.analyst)
        if until is not Stage.IN_SOURCE_CHECK:
            _approve(stored_page(article), self.checker)
            if until is not Stage.IN_APPROVAL:
                _approve(stored_page(article), self.approver)
        return stored_page(article)

    def translate(self, article: ArticlePage, translation: Translation) -> ArticlePage:
        """Make the same briefing in another language, through reviews of its own."""
        locale = Locale.objects.get(language_code=translation.language)
        draft = article.copy_for_translation(locale).get_latest_revision_as_object()
        draft.title, draft.standfirst = translation.title, translation.standfirst
        draft.slug = slugify(translation.title)
        draft.disclaimer_note = SAMPLE_NOTES[translation.language]
        for name, value in translation.fields.items():
            setattr(draft, name, value)
        for name in ("highlights", "body", "analysis"):
            blocks = editing.raw_blocks(getattr(draft, name))
            setattr(draft, name, editing.translated(blocks, translation.words))
        draft.save_revision(user=self.analyst, log_action=True)
        return self.review(draft)

    def change(self, article: ArticlePage, change: Change) -> ArticlePage:
        """Issue a later edition, through the same reviews."""
        draft = article.get_latest_revision_as_object()
        draft.change_kind, draft.change_note = change.kind, change.note
        self.attach(draft, change.witnesses)
        draft.body = editing.edited(draft.body, change.edits)
        draft.save_revision(user=self.analyst, log_action=True)
        return self.review(draft)


def stored_page(article: ArticlePage) -> ArticlePage:
    """The article as the database has it."""
    return ArticlePage.objects.get(pk=article.pk)


def _approve(article: ArticlePage, user: User) -> None:
    state = article.current_workflow_task_state
    state.task.specific.on_action(state.specific, user, "approve")
