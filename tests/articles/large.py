"""A newsroom of any size, straight into the tables: for what must not grow with it.

Words are spread as in a language: a word of rank k stands in one briefing of k. Every briefing has
`industry`; half of them have `even` and the others `odd`, so that both are common and never meet.
"""

import datetime
import hashlib
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.db import connection

from articles.fulltext import BRIEFINGS, DIRECTIVES, ORGANISATIONS, Row
from articles.fulltext.marks import language_marks, mark
from articles.fulltext.spelling import TABLE
from articles.models import Topic
from articles.models.editions import CurrentEdition, Directive, Edition
from articles.projection import current_values
from sources.models import Organisation, OrganisationName

TOPICS, ORGANISATIONS_ON_RECORD, BATCH = 7, 50, 2000
RANKS, WORDS_OF_A_RANK = 250, 25
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
UNSPELT = replace(BRIEFINGS, is_spelt=False)  # words are counted once, at the end
MISSPELT = "babadin", "babadn"  # a word that is there, and one that is not
NOON = datetime.datetime(2015, 1, 1, 12, tzinfo=datetime.UTC)


def make_large_newsroom(count: int) -> None:
    """So many current editions, each with one directive, a topic and two organisations."""
    topics = [Topic(name=f"Topic {n}", slug=f"topic-{n}") for n in range(TOPICS)]
    Topic.objects.bulk_create(topics)
    parties = [
        Organisation(name=f"Company {_word(n)}", slug=f"company-{n}", kind="company")
        for n in range(ORGANISATIONS_ON_RECORD)
    ]
    Organisation.objects.bulk_create(parties)
    OrganisationName.objects.bulk_create(
        OrganisationName(organisation=party, name=party.name, folded=party.name.lower())
        for party in parties
    )
    ORGANISATIONS.put(Row(id=party.pk, title=party.name) for party in parties)
    texts = _texts(count)
    with _without_indexes():
        for start in range(1, count + 1, BATCH):
            numbers = range(start, min(start + BATCH, count + 1))
            _make_briefings(numbers, texts, topics, parties)
    words = Counter(word for text in texts[1:] for word in text)
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{TABLE}" VALUES (%s, %s)', sorted(words.items()))
        cursor.execute("ANALYZE")


@contextmanager
def _without_indexes() -> Iterator[None]:
    """To make an index of vectors takes a tenth of the time that filling it row by row does."""
    with connection.cursor() as cursor:
        made = []
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT indexdef FROM pg_indexes WHERE indexname LIKE %s",
                ["articles_fulltext%_vector"],
            )
            made = [row[0] for row in cursor.fetchall()]
        for definition in made:
            cursor.execute(f"DROP INDEX {definition.split()[2]}")
        yield
        for definition in made:
            cursor.execute(definition)


def _make_briefings(
    numbers: range, texts: list[list[str]], topics: list[Topic], parties: list[Organisation]
) -> None:
    editions = [_edition(number, texts[number]) for number in numbers]
    Edition.objects.bulk_create(editions)
    rows = CurrentEdition.objects.bulk_create(_current(edition) for edition in editions)
    about = {row.pk: parties[n % len(parties)] for row, n in zip(rows, numbers, strict=True)}
    on = {row.pk: topics[n % len(topics)] for row, n in zip(rows, numbers, strict=True)}
    linked = CurrentEdition.topics.through
    linked.objects.bulk_create(
        linked(currentedition_id=row.pk, topic_id=on[row.pk].pk) for row in rows
    )
    named = CurrentEdition.organisations.through
    named.objects.bulk_create(
        named(currentedition_id=row.pk, organisation_id=key)
        for row in rows
        for key in {about[row.pk].pk, parties[0].pk}
    )
    orders = Directive.objects.bulk_create(_directive(row, about[row.pk]) for row in rows)
    marks = {
        row.pk: [
            *language_marks(row.language),
            mark("topic", on[row.pk].pk),
            mark("is", row.corroboration),
            mark("org", about[row.pk].pk),
            mark("issuer", about[row.pk].pk),
        ]
        for row in rows
    }
    days = {row.pk: row.briefing_date for row in rows}
    UNSPELT.put(
        Row(
            id=row.pk,
            day=row.briefing_date,
            marks=[*marks[row.pk], mark("org", parties[0].pk)],
            title=edition.title,
            names=about[row.pk].name,
            body=edition.search_text,
        )
        for row, edition in zip(rows, editions, strict=True)
    )
    DIRECTIVES.put(
        Row(
            id=order.pk, day=days[order.current_id], marks=marks[order.current_id], title=order.text
        )
        for order in orders
    )


def _texts(count: int) -> list[list[str]]:
    texts = [["industry", "odd" if number % 2 else "even"] for number in range(count + 1)]
    for rank in range(1, RANKS):
        for place in range(WORDS_OF_A_RANK):
            word = _word(rank * WORDS_OF_A_RANK + place)
            for number in range((place * 31 + rank * 7) % (rank + 1), count + 1, rank + 1):
                texts[number].append(word)
    return texts


def _word(number: int) -> str:
    return "".join(_syllables(number + len(SYLLABLES) ** 2)) + "n"


def _syllables(number: int) -> Iterator[str]:
    while number:
        number, place = divmod(number, len(SYLLABLES))
        yield SYLLABLES[place]


def _edition(number: int, words: list[str]) -> Edition:
    title = f"Briefing {number} {words[-1]}"
    seal = hashlib.sha256(str(number).encode()).hexdigest()
    day = NOON + datetime.timedelta(hours=number)
    content: dict[str, Any] = {
        "title": title,
        "standfirst": "",
        "language": "en",
        "translation_key": str(uuid.UUID(seal[:32])),
        "published_at": day.isoformat(),
        "briefing_date": day.date().isoformat(),
        "topics": [],
        "highlights": [],
        "corrections": [],
        "sources": [],
        "corroboration": {"state": "single_source", "words": "single-source", "reason": ""},
    }
    return Edition(
        article_uuid=uuid.UUID(seal[:32]),
        number=1,
        kind="published",
        page_id=number,
        issued_at=day,
        address=f"briefings/briefing-{number}/",
        language="en",
        title=title,
        briefing_date=day.date(),
        published_at=day,
        content=content,
        search_text=" ".join(words),
        content_sha256=seal,
        previous_sha256=seal,
        sha256=seal,
    )


def _current(edition: Edition) -> CurrentEdition:
    return CurrentEdition(
        edition=edition, article_uuid=edition.article_uuid, **current_values(edition)
    )


def _directive(row: CurrentEdition, issuer: Organisation) -> Directive:
    return Directive(
        current=row,
        uuid=row.article_uuid,
        anchor="d-1",
        position=0,
        published_at=row.published_at,
        text=f"Report what the industry of {issuer.name} does.",
        issuer=issuer,
        force="order",
        status="announced",
        corroboration="single_source",
        content={},
    )
