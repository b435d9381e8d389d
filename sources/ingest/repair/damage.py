"""A damaged stretch of text, and what is known of it before its line is looked at."""

from dataclasses import dataclass

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Damage:
    """A damaged stretch `text[start:end]`.

    `after` is the mark where the bytes tell it, None where only the context can; then `is_quote`
    says that some bytes survived and leave nothing but quotation marks and apostrophes.
    """

    start: int
    end: int
    rule: str
    after: str | None = None
    sure: bool = True
    is_quote: bool = False
