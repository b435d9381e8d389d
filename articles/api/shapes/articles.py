"""Articles, directives, topics and changes."""

from typing import Any

from drf_spectacular.helpers import lazy_serializer
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.shapes.evidence import (
    ArticleSourceSerializer,
    CorroborationSerializer,
    PartySerializer,
    QuoteSerializer,
)
from articles.enums import CommentPolicy, DirectiveForce, DirectiveStatus, EditionKind
from articles.formats.changes import ChangeType
from sources.api.shapes import Shape, choice, day, list_of, moment, numbers, string

MARKS = "Numbers of citations."


class EditionSerializer(Shape):
    """What an edition says of itself."""

    number = serializers.IntegerField()
    kind = choice(EditionKind)
    reason = string("Why it was issued; empty for the first.")
    issued_at = moment()
    sha256 = string("The seal: over the content, and over the seal of the edition before.")


class AuthorSerializer(Shape):
    """Who wrote an article."""

    name = string()
    slug = string()
    role = string()


class TopicNameSerializer(Shape):
    """What an article is about."""

    name = string()
    slug = string()


class TopicSerializer(TopicNameSerializer):
    """A topic of at least one public article."""

    description = string()
    briefings = serializers.IntegerField(help_text="How many are public.")


class HighlightSerializer(Shape):
    """A bullet, with those beneath it."""

    id = string()
    text = string()
    citations = numbers(MARKS)
    children = serializers.SerializerMethodField()

    @extend_schema_field(lazy_serializer(f"{__name__}.HighlightSerializer")(many=True))
    def get_children(self, row: Any) -> Any:
        """Declared only: a tree of at most three levels."""
        return row["children"]


class SectionSerializer(Shape):
    """A section of the text; `html` is its prose, without marks."""

    id = string("The anchor; empty for what stands before the first heading.")
    heading = string()
    role = serializers.ChoiceField(
        choices=["text", "directives"],
        help_text="“directives”: its orders stand in `directives`.",
    )
    html = string()
    text = string()


class AnalysisSerializer(Shape):
    """Our reading, apart from what is reported."""

    id = string()
    heading = string()
    html = string()
    text = string()


class ArticleDirectiveSerializer(Shape):
    """An order, guidance or target that an article reports."""

    id = string("The anchor in the article.")
    uuid = serializers.UUIDField()
    text = string()
    verb = string()
    issuer = PartySerializer(allow_null=True)
    addressees = PartySerializer(many=True)
    target = string()
    rationale = string()
    deadline = day(nullable=True)
    force = choice(DirectiveForce)
    status = choice(DirectiveStatus)
    section = string("The `id` of the section that it stands in.")
    citations = numbers(f"{MARKS} They are those of the article.")
    corroboration = CorroborationSerializer(help_text="By the documents that it cites itself.")


class BriefingNameSerializer(Shape):
    """An article as others refer to it."""

    uuid = serializers.UUIDField()
    title = string()
    url = serializers.URLField()


class TranslationSerializer(BriefingNameSerializer):
    """The same article in another language."""

    language = string("BCP 47.")


class DirectiveSerializer(ArticleDirectiveSerializer):
    """A directive with the article that reports it."""

    briefing = BriefingNameSerializer()


class CorrectionSerializer(Shape):
    """What was wrong or unclear in an earlier edition."""

    kind = choice(EditionKind)
    kind_words = string()
    text = string()
    issued_at = moment()
    number = serializers.IntegerField(help_text="The edition that corrects it.")


class IdentitySerializer(Shape):
    """An organisation, and addresses elsewhere that stand for the same one."""

    name = string()
    slug = string()
    same_as = serializers.ListField(
        child=serializers.URLField(), help_text="Wikidata and its own site, where on record."
    )


class AiAssistanceSerializer(Shape):
    """The tool that helped, for what, and the person who answers for the result."""

    tool = string()
    purpose = string()
    responsible = string()


class ArticleItemSerializer(Shape):
    """An article without its long parts."""

    uuid = serializers.UUIDField()
    url = serializers.URLField()
    title = string()
    standfirst = string()
    language = string("BCP 47.")
    briefing_date = day()
    published_at = moment()
    updated_at = moment()
    reading_minutes = serializers.IntegerField()
    authors = AuthorSerializer(many=True)
    topics = TopicNameSerializer(many=True)
    highlights = HighlightSerializer(many=True)
    corroboration = CorroborationSerializer()
    disclaimer = string("From the ownership record.")
    sources = ArticleSourceSerializer(many=True)
    corrections = CorrectionSerializer(many=True, help_text="The newest first.")
    ai_assistance = AiAssistanceSerializer(allow_null=True)
    comment_policy = choice(CommentPolicy)
    edition = EditionSerializer()
    comment_count = serializers.IntegerField()


# A field named `source` would hide what a serializer says of itself to a type checker.
CitationSerializer = type(
    "CitationSerializer",
    (QuoteSerializer,),
    {
        "__doc__": "A quote, and the document that it stands in.",
        "__module__": __name__,
        "source": serializers.UUIDField(),
    },
)


class ReviewSerializer(Shape):
    """A step of the review, taken by somebody who did not write the text last."""

    step = serializers.ChoiceField(choices=["source-check", "approve"])
    words = string()
    reviewer = string("Empty where nobody is named.")
    reviewed_at = moment()


class ArticleSerializer(ArticleItemSerializer):
    """A public article."""

    sections = SectionSerializer(many=True)
    directives = ArticleDirectiveSerializer(many=True)
    analysis = AnalysisSerializer(allow_null=True)
    citations = CitationSerializer(many=True)
    organisations = IdentitySerializer(
        many=True, help_text="Publishers, originators, issuers and addressees."
    )
    reviews = ReviewSerializer(
        many=True, help_text="Of exactly this text; none after an emergency."
    )
    translations = TranslationSerializer(many=True, help_text="Those that are public.")


class ChangeSerializer(Shape):
    """An edition as a line of the record; no content."""

    position = serializers.IntegerField(help_text="Rises with every edition.")
    uuid = serializers.UUIDField(help_text="Of the article.")
    number = serializers.IntegerField()
    kind = choice(EditionKind)
    type = choice(ChangeType, help_text="“retracted” and “withdrawn” are tombstones.")
    issued_at = moment()
    url = serializers.URLField(
        allow_null=True, help_text="Null where the article is not public any more."
    )
    sha256 = string()


ArticleList = list_of("ArticleList", ArticleItemSerializer)
DirectiveList = list_of("DirectiveList", DirectiveSerializer)
TopicList = list_of("TopicList", TopicSerializer)
ChangeList = list_of("ChangeList", ChangeSerializer)
