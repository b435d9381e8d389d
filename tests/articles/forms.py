"""The editor's form as a browser sends it: what tests of screens and doors type into it."""

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield


def editor_form(**values: Any) -> dict[str, str]:
    """The form of a briefing without text and sources; nested values as Wagtail's builders give."""
    data: dict[str, str] = nested_form_data(
        {
            "title": "Harbour board meets",
            "slug": "harbour-board-meets",
            "standfirst": "The board met.",
            "briefing_date": "2025-10-24",
            "language": "en",
            "highlights": streamfield([]),
            "body": streamfield([]),
            "analysis": streamfield([]),
            "article_sources": inline_formset([]),
            "article_authors": inline_formset([]),
            "comments": inline_formset([]),
            "comment_policy": "open",
            "change_kind": "updated",
            **values,
        }
    )
    return data
