"""The words of current editions, each with the number of editions that it stands in.

A word that stands in none has no row, so that nothing hidden can be suggested.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.backends.utils import CursorWrapper

TABLE = "articles_fulltext_word"
CANDIDATES = 30

_CREATE = f'CREATE TABLE "{TABLE}" (word varchar(30) PRIMARY KEY, editions integer NOT NULL)'
CREATE = {
    "postgresql": [
        _CREATE,
        f'CREATE INDEX "{TABLE}_likeness" ON "{TABLE}" USING gin (word gin_trgm_ops)',
    ],
    "sqlite": [f"{_CREATE} WITHOUT ROWID"],
}
_ADD = f"""
    INSERT INTO "{TABLE}" (word, editions) VALUES (%s, %s)
    ON CONFLICT (word) DO UPDATE SET editions = "{TABLE}".editions + EXCLUDED.editions"""
_NEAR = {
    # `%%` is likeness by trigrams, from 0.3 upwards.
    "postgresql": f"""
        (SELECT word, editions FROM "{TABLE}" WHERE word %% %s
        ORDER BY similarity(word, %s) DESC, word LIMIT {CANDIDATES})""",
    # Words that begin alike and are nearly as long.
    "sqlite": f"""
        SELECT word, editions FROM "{TABLE}"
        WHERE word >= %s AND word < %s AND length(word) BETWEEN %s AND %s""",
}


def renew(cursor: CursorWrapper, *, before: Iterable[str], after: Iterable[str]) -> None:
    """Count the words of rows anew; both are texts of words, each word once in each text."""
    change = Counter(word for text in after for word in text.split())
    change.subtract(word for text in before for word in text.split())
    # In one order, so that two who count at once never wait for each other.
    pairs = [(word, by) for word, by in sorted(change.items()) if by]
    if not pairs:
        return
    cursor.executemany(_ADD, pairs)
    if any(by < 0 for _word, by in pairs):
        cursor.execute(f'DELETE FROM "{TABLE}" WHERE editions <= 0')


def nearest(cursor: CursorWrapper, vendor: str, words: Sequence[str]) -> dict[str, str]:
    """For each word that no current edition has, the one most like it; without those that exist.

    At most two letters are wrong, in words of up to five letters one. Two queries at most.
    """
    marks = ", ".join(["%s"] * len(words))
    cursor.execute(f'SELECT word FROM "{TABLE}" WHERE word IN ({marks})', list(words))
    known = {row[0] for row in cursor.fetchall()}
    unknown = [word for word in words if word not in known]
    if not unknown:
        return {}
    arguments = [argument for word in unknown for argument in _arguments(vendor, word)]
    cursor.execute(" UNION ".join([_NEAR[vendor]] * len(unknown)), arguments)
    return _best(unknown, dict(cursor.fetchall()))


def distance(one: str, other: str) -> int:
    """How many letters were mistyped: put in, left out, replaced, or two neighbours swapped."""
    rows = [list(range(len(other) + 1))]
    for place, letter in enumerate(one, 1):
        row = [place]
        for at, theirs in enumerate(other, 1):
            cost = min(rows[-1][at] + 1, row[-1] + 1, rows[-1][at - 1] + (letter != theirs))
            swapped = place > 1 and at > 1 and (letter, one[place - 2]) == (other[at - 2], theirs)
            row.append(min(cost, rows[-2][at - 2] + 1) if swapped else cost)
        rows.append(row)
    return rows[-1][-1]


def _arguments(vendor: str, word: str) -> list[str | int]:
    if vendor == "postgresql":
        return [word, word]
    return [word[0], word[0] + "\U0010ffff", len(word) - 2, len(word) + 2]


def _best(unknown: Iterable[str], candidates: dict[str, int]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in unknown:
        most = 1 if len(word) <= 5 else 2
        near = (other for other in candidates if _can_be_near(word, other))
        graded = [(distance(word, other), -candidates[other], other) for other in near]
        if best := min((grade for grade in graded if grade[0] <= most), default=None):
            found[word] = best[2]
    return found


def _can_be_near(one: str, other: str) -> bool:
    """A cheap look before a dear one: two mistakes change at most four kinds of letters."""
    return abs(len(one) - len(other)) <= 2 and len(set(one) ^ set(other)) <= 4
