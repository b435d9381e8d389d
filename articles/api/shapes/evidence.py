"""Where something comes from: organisations, owners, grades, documents, quotes."""

from rest_framework import serializers

from sources.api.shapes import Shape, choice, day, list_of, moment, string
from sources.enums import (
    CaptureWay,
    ControlKind,
    CorroborationState,
    Credibility,
    OrganisationKind,
    OwnershipStatus,
    Reliability,
    TestimonyRole,
)


class NamedSerializer(Shape):
    """An organisation with a page of its own."""

    name = string()
    slug = string()


class PartySerializer(Shape):
    """Somebody an edition names; without a slug where there is no record of them."""

    name = string()
    slug = string(nullable=True)


class OwnerSerializer(NamedSerializer):
    """A step up the chain of owners."""

    control = choice(ControlKind)
    control_words = string("Reads from the owned to the owner: “organ of”.")
    since = day(nullable=True)


class ChainPartySerializer(NamedSerializer):
    """An organisation on one of the ways up, with its own status."""

    kind = choice(OrganisationKind)
    words = string()


class StatementSerializer(Shape):
    """What is on record of one organisation; parties are named by their slugs."""

    organisation = string()
    control = choice(ControlKind)
    control_words = string()
    owner = string("Null where nobody stands above.", nullable=True)
    share = string("Per cent, as a decimal.", nullable=True)
    since = day(nullable=True)


class OwnershipSerializer(Shape):
    """Who stands above an organisation, as of the edition."""

    status = choice(OwnershipStatus)
    words = string()
    path = OwnerSerializer(many=True, help_text="From the next owner to the last.")
    parties = ChainPartySerializer(many=True, help_text="The organisation, and all above it.")
    statements = StatementSerializer(many=True, help_text="All chains, and minority stakes.")


class OutletSerializer(NamedSerializer):
    """A publisher or an originator."""

    kind = choice(OrganisationKind)
    ownership = OwnershipSerializer()


class ReliabilitySerializer(Shape):
    """Admiralty code of an organisation; F means that it cannot be judged."""

    code = choice(Reliability)
    words = string()


class CredibilitySerializer(Shape):
    """Admiralty code of a document's content; 6 means that it cannot be judged."""

    code = choice(Credibility)
    words = string()


class CorroborationSerializer(Shape):
    """Whether independent documents bear an article or a directive out."""

    state = choice(CorroborationState)
    words = string()
    reason = string()


class DocumentSerializer(Shape):
    """A source document: its description and the digest of its bytes, never its text."""

    uuid = serializers.UUIDField()
    title = string()
    url = string("Empty where the document has no address.")
    language = string("BCP 47; empty where it is not known.")
    published_on = day(nullable=True)
    publisher = OutletSerializer(allow_null=True)
    originators = OutletSerializer(many=True, help_text="From whom its content comes.")
    reliability = ReliabilitySerializer()
    credibility = CredibilitySerializer()
    sha256 = string("Of the bytes as they were captured.")
    captured_at = moment()
    captured_way = choice(CaptureWay)
    captured_way_words = string()


class ArticleSourceSerializer(DocumentSerializer):
    """A source document and what it does for an article."""

    role = choice(TestimonyRole)


class QuoteSerializer(Shape):
    """A W3C TextQuoteSelector and TextPositionSelector on a document's text."""

    number = serializers.IntegerField(help_text="As the article's marks have it.")
    quote = string()
    prefix = string()
    suffix = string()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class QuotingSerializer(Shape):
    """An article that names a document, with all that it quotes."""

    uuid = serializers.UUIDField()
    title = string()
    url = serializers.URLField()
    quotes = QuoteSerializer(many=True)


class SourceSerializer(DocumentSerializer):
    """A source document with what current articles quote of it, the newest first."""

    quoted_by = QuotingSerializer(many=True)


class AssessedReliabilitySerializer(ReliabilitySerializer):
    """A grade, why it was given, and when."""

    reason = string()
    assessed_on = day(nullable=True)


class StepSerializer(Shape):
    """A dated statement of ownership; without an owner where it says that nobody controls."""

    organisation = NamedSerializer()
    control = choice(ControlKind)
    control_words = string()
    owner = NamedSerializer(allow_null=True)
    share = string("Per cent, as a decimal.", nullable=True)
    valid_from = day(nullable=True)
    valid_to = serializers.DateField(
        allow_null=True, help_text="The first day on which it no longer holds."
    )
    evidence_note = string()


class ChainSerializer(Shape):
    """Who stands above an organisation on a day, each step with its dates."""

    status = choice(OwnershipStatus)
    words = string()
    on = serializers.DateField()
    chain = StepSerializer(many=True, help_text="From the organisation upwards.")


class OrganisationSerializer(Shape):
    """An organisation that a current article rests on or speaks of."""

    name = string()
    slug = string()
    native_name = string()
    aliases = serializers.ListField(child=serializers.CharField())
    kind = choice(OrganisationKind)
    country = string("ISO 3166-1, two letters; empty where it is not known.")
    website = string()
    wikidata_id = string()
    lei = string("ISO 17442.")
    reliability = AssessedReliabilitySerializer()
    ownership = ChainSerializer()
    briefings = serializers.IntegerField(help_text="How many are public.")
    url = serializers.URLField()


OrganisationList = list_of("OrganisationList", OrganisationSerializer)
