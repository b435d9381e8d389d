"""What ingest takes, and the parsed item that it answers with."""

from typing import Any

from drf_spectacular.helpers import lazy_serializer
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from sources.api.parameters import Language
from sources.api.shapes import Shape, day, moment, string

MEDIA_TYPES = ["text/plain", "text/html"]
LANGUAGE_TAG = Language("language", "").pattern


class OriginSerializer(serializers.Serializer[Any]):
    """What a sender may know of where an item comes from."""

    url = serializers.URLField(
        required=False, default="", max_length=2000, help_text="Where it was published."
    )
    language = serializers.RegexField(
        rf"^{LANGUAGE_TAG}\Z", required=False, default="", max_length=35, help_text="BCP 47."
    )


class SentTextSerializer(OriginSerializer):
    """An item as text in JSON."""

    text = serializers.CharField(
        allow_blank=True, trim_whitespace=False, help_text="Everything, as it is."
    )
    media_type = serializers.ChoiceField(
        choices=MEDIA_TYPES, required=False, default=MEDIA_TYPES[0], help_text="What the text is."
    )


@extend_schema_field(OpenApiTypes.BINARY)
class BytesField(serializers.FileField):
    """A file as it is sent; in an answer DRF would show its address."""


class SentFileSerializer(OriginSerializer):
    """An item as a file in a form."""

    file = BytesField(allow_empty_file=True, help_text="Text or HTML.")


class HighlightNodeSerializer(Shape):
    """A bullet, with those beneath it."""

    text = string()
    children = serializers.SerializerMethodField()

    @extend_schema_field(lazy_serializer(f"{__name__}.HighlightNodeSerializer")(many=True))
    def get_children(self, row: Any) -> Any:
        """Declared only: a tree of at most three levels."""
        return row["children"]


class ParsedDirectiveSerializer(Shape):
    """An order as the text words it."""

    text = string()
    summary = string("What a second column, or the words after it, say of it.")


class ParagraphPartSerializer(Shape):
    """Running text."""

    type = string("“paragraph”.")
    text = string()


class ListPartSerializer(Shape):
    """A list that holds no orders."""

    type = string("“list”.")
    ordered = serializers.BooleanField()
    items = HighlightNodeSerializer(many=True)


class TablePartSerializer(Shape):
    """A table; its first row is the header."""

    type = string("“table”.")
    rows = serializers.ListField(child=serializers.ListField(child=serializers.CharField()))


class DirectivesPartSerializer(Shape):
    """Orders that stand together."""

    type = string("“directives”.")
    directives = ParsedDirectiveSerializer(many=True)


PARTS = PolymorphicProxySerializer(
    component_name="Part",
    serializers={
        "paragraph": ParagraphPartSerializer,
        "list": ListPartSerializer,
        "table": TablePartSerializer,
        "directives": DirectivesPartSerializer,
    },
    resource_type_field_name="type",
    many=True,
)


class ParsedSectionSerializer(Shape):
    """A heading and what stands under it."""

    heading = string()
    role = serializers.ChoiceField(choices=["body", "directives", "analysis"])
    parts = serializers.SerializerMethodField()

    @extend_schema_field(PARTS)
    def get_parts(self, row: Any) -> Any:
        """Declared only."""
        return row["parts"]


class ParsedDisclaimerSerializer(Shape):
    """The text's own words on where it comes from."""

    present = serializers.BooleanField()
    text = string()


class NamedOrganisationSerializer(Shape):
    """A body that the text names."""

    name = string()
    role = serializers.ChoiceField(choices=["source", "owner", "mentioned"])
    state_owned = serializers.BooleanField(
        allow_null=True, help_text="By the text's own words; null where it says nothing."
    )
    words = string("Those words.")
    slug = string("Of the organisation on record; null where there is none.", nullable=True)


class RepairSerializer(Shape):
    """A damaged mark that was made whole."""

    position = serializers.IntegerField(help_text="In characters of `source_text`.")
    before = string()
    after = string()
    rule = string()
    sure = serializers.BooleanField(help_text="False where an editor should look.")


class RemovalSerializer(Shape):
    """A leftover that was taken out."""

    position = serializers.IntegerField(help_text="In characters of `repaired_text`.")
    text = string()
    reason = string()


class CapturedDocumentSerializer(Shape):
    """The evidence that the item was read from."""

    uuid = serializers.UUIDField()
    sha256 = string("Of the bytes as they came.")
    captured_at = moment()
    is_new = serializers.BooleanField(help_text="False where the same bytes were there before.")


class ParsedItemSerializer(Shape):
    """One item: read, repaired, cleaned, parsed, and matched with the organisations on record."""

    document = CapturedDocumentSerializer(allow_null=True, help_text="Null after a dry run.")
    encoding = string()
    title = string(nullable=True)
    date = day(nullable=True)
    byline = string(nullable=True)
    lead = string("The first paragraph.", nullable=True)
    highlights = HighlightNodeSerializer(many=True)
    opening = serializers.SerializerMethodField()
    sections = ParsedSectionSerializer(many=True)
    directives = ParsedDirectiveSerializer(many=True, help_text="All of the item's.")
    disclaimer = ParsedDisclaimerSerializer()
    organisations = NamedOrganisationSerializer(many=True)
    comments_count = serializers.IntegerField(allow_null=True)
    repairs = RepairSerializer(many=True)
    removals = RemovalSerializer(many=True)
    repaired_text = string("The whole text after repair; citations are anchored to it.")
    source_text = string("The whole text before any repair.")

    @extend_schema_field(PARTS)
    def get_opening(self, row: Any) -> Any:
        """Declared only: what stands before the first section."""
        return row["opening"]
