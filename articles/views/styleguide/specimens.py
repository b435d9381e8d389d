"""Every component with its states: what the style guide shows, and what design.md lists.

What only ever stands inside another component is a part of it and is seen there.
"""

from articles.enums import ChallengeReason, DirectiveForce, DirectiveStatus, Policy
from articles.formats.discovery import feed_links
from articles.formats.trail import Crumb
from articles.views.parameters import Day, FilterForm, Pager, Query, Select
from articles.views.styleguide import sample
from articles.views.styleguide.article import OF_AN_ARTICLE
from articles.views.styleguide.components import Component, State
from sources.enums import CorroborationState


def _each(name: str, values: list[str]) -> list[State]:
    return [(value, {name: value}) for value in values]


_STATES = [*CorroborationState.values, *DirectiveStatus.values]
_SELECT = Select("force", "Force", "Any", list(DirectiveForce.choices), "order")
_DAY = Day("from", "From", sample.DAY)
_QUERY = Query("q", "Search", "colour:red", "There is no field “colour:”.")
_FIELD = {"id": "name", "name": "name", "label": "Name", "kind": "text", "value": ""}

COMPONENTS = [
    # The page around everything
    Component("components/masthead.html", _each("current", ["", "briefings", "search"])),
    Component(
        "components/breadcrumbs.html",
        [("", {"trail": [Crumb("Home", "/"), Crumb("Briefings", "/briefings/"), Crumb("Here")]})],
    ),
    Component("components/page_head.html", [("", {"heading": "Topics", "text": "All of them."})]),
    Component("components/footer.html", [("", {"policies": list(Policy)})]),
    Component(
        "components/error.html",
        [
            ("not found", {"code": 404, "heading": "Nothing is here", "text": "Look elsewhere."}),
            (
                "with a reason",
                {"code": 410, "heading": "Retracted", "text": "See the log.", "detail": "Forged."},
            ),
        ],
    ),
    Component(
        "components/empty.html",
        [("", {"heading": "No briefing matches.", "text": "Take away a filter.", "href": "/"})],
    ),
    Component(
        "components/follow.html", [("", {"feeds": feed_links("Nickel", under="/topics/nickel/")})]
    ),
    # Signs
    Component("components/shape.html", _each("state", _STATES)),
    Component("components/force.html", _each("force", DirectiveForce.values)),
    Component("components/party.html", [("on record", {"party": sample.MINISTRY})]),
    Component("components/parties.html", [("", {"parties": [sample.MINISTRY, sample.PORT]})]),
    Component("components/people.html", [("", {"people": [{"name": "Ana Berg", "slug": "ana"}]})]),
    Component(
        "components/chain.html",
        [("owned", {"party": sample.party()}), ("alone", {"party": sample.party(owned=False)})],
    ),
    Component(
        "components/chain_picture.html",
        [("", {"picture": sample.picture(), "id": "chain", "is_linked": True})],
    ),
    Component("components/day_of_record.html", [("today", {"slug": "port-authority"})]),
    # Lists
    Component("components/select.html", [("chosen", vars(_SELECT))]),
    Component("components/date_field.html", [("", vars(_DAY))]),
    Component("components/query_field.html", [("refused", vars(_QUERY))]),
    Component(
        "components/filters.html",
        [
            ("folded", {"filters": FilterForm("/", is_set=False, selects=[_SELECT], dates=[_DAY])}),
            ("in use", {"filters": FilterForm("/", is_set=True, selects=[_SELECT], dates=[_DAY])}),
        ],
    ),
    Component(
        "components/pager.html",
        [
            ("in the middle", {"pager": Pager(newer="?page=1", older="?page=3")}),
            ("after a jump", {"pager": Pager(older="?page=2", month="2026-10")}),
            ("without months", {"pager": Pager(older="?page=2", can_jump=False)}),
        ],
    ),
    Component(
        "components/entry.html",
        [
            *((state, {"entry": sample.entry(state)}) for state in CorroborationState.values),
            (
                "corrected, with directives",
                {"entry": sample.entry(correction=sample.correction(), issuer="Ministry of Mines")},
            ),
            ("published on another day", {"entry": sample.entry(published_on="2026-11-02")}),
        ],
        frame="entries",
    ),
    Component(
        "components/topic_index.html",
        [("", {"topics": [{"name": "Nickel", "slug": "nickel", "briefings": 3}]})],
    ),
    Component("components/order.html", [("", {"directive": sample.row()})], frame="orders"),
    Component("components/tracker.html", [("", {"directives": [sample.row()]})]),
    Component(
        "components/timeline.html",
        [("", {"timeline": sample.deadlines(), "action": "/directives/"})],
    ),
    *OF_AN_ARTICLE,
    # Readers
    Component(
        "components/comment.html",
        [
            ("of a reader", {"comment": sample.comment(), "level": 1}),
            ("of the newsroom", {"comment": sample.comment(is_by_staff=True), "level": 2}),
        ],
        frame="comments__list",
    ),
    Component(
        "components/comment_form.html",
        [
            ("empty", {"form": {}, "action": "/"}),
            ("refused", {"form": {"errors": {"text": "Write something."}}, "action": "/"}),
        ],
    ),
    Component("components/challenge.html", [("", {"count": 2, "path": sample.PATH})]),
    Component(
        "components/doubt.html",
        [
            ("decided", {"doubt": sample.doubt()}),
            ("beneath a directive", {"id": "d-1", "path": sample.PATH, "takes_comments": True}),
        ],
    ),
    Component(
        "components/reader_field.html",
        [
            ("with a hint", {**_FIELD, "hint": "Shown beside your comment."}),
            ("refused", {**_FIELD, "error": "Please tell us your name.", "is_required": True}),
        ],
    ),
    Component(
        "components/reader_choice.html",
        [("", {**_FIELD, "choices": ChallengeReason.choices, "chosen": ChallengeReason.FIGURE})],
    ),
    Component("components/languages.html", [("", {"translations": [sample.TRANSLATION]})]),
    Component("components/search_help.html"),
]
# Where the others are seen: within a component above, or on a page that is all about them.
PARTS = {
    "blocks/citation_mark.html": "blocks/paragraph.html",
    "blocks/directive.html": "blocks/directives.html",
    "blocks/margin_note.html": "blocks/paragraph.html",
    "components/chain_drawing.html": "components/chain_picture.html",
    "components/challenge_mark.html": "components/highlights.html",
    "components/comment_mark.html": "components/highlights.html",
    "components/comments.html": "articles/article.html",
    "components/difference.html": "articles/article.html",
    "components/directive_facts.html": "blocks/directives.html",
    "components/entries.html": "articles/briefings.html",
    "components/field_changes.html": "components/difference.html",
    "components/highlight.html": "components/highlights.html",
    "components/pictured_chain.html": "components/source_card.html",
    "components/reader_trap.html": "articles/challenges/form.html",
    "components/runs.html": "components/difference.html",
    "components/search_group.html": "articles/search.html",
    "components/search_results.html": "articles/search.html",
    "components/search_rows.html": "articles/search.html",
    "components/sign.html": "components/shape.html",
    "components/social.html": "base.html",
    "components/timeline_drawing.html": "components/timeline.html",
}
