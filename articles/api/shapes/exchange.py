"""Articles in the shapes of others: the keys, with what stands under each left to its standard."""

from rest_framework import serializers

from sources.api.shapes import Shape, moment, string

KINDS_OF_RECORDS = (
    "entity",
    "activity",
    "agent",
    "specializationOf",
    "wasAssociatedWith",
    "wasGeneratedBy",
    "wasDerivedFrom",
    "wasInvalidatedBy",
    "wasAttributedTo",
    "wasInformedBy",
    "used",
    "actedOnBehalfOf",
    "alternateOf",
    "wasInfluencedBy",
    "hadMember",
)
TEXTS = ("uri", "version", "language", "title", "by", "edNote")
OBJECTS = (
    "headlines",
    "descriptions",
    "bodies",
    "people",
    "organisations",
    "subjects",
    "infoSources",
    "associations",
    "altIds",
    "trustIndicators",
)


def _objects() -> serializers.ListField:
    return serializers.ListField(child=serializers.DictField(), required=False)


# The keys are those of the standards, and no names that Python would have.
ProvenanceSerializer: type[Shape] = type(
    "ProvenanceSerializer",
    (Shape,),
    {
        "__doc__": "A document of the W3C provenance model (PROV-JSON).",
        "__module__": __name__,
        "prefix": serializers.DictField(child=serializers.CharField()),
        **{
            kind: serializers.DictField(child=serializers.DictField(), required=False)
            for kind in KINDS_OF_RECORDS
        },
    },
)

NinjsSerializer: type[Shape] = type(
    "NinjsSerializer",
    (Shape,),
    {
        "__doc__": "A news item of IPTC ninjs 3.1; what is empty is left out.",
        "__module__": __name__,
        **{name: serializers.CharField(required=name in ("uri", "version")) for name in TEXTS},
        "type": string("Always “text”."),
        "pubStatus": string("“usable”, or “canceled” for a retracted article."),
        "representationType": serializers.CharField(required=False),
        "firstCreated": moment(),
        "versionCreated": moment(),
        "standard": serializers.DictField(child=serializers.CharField()),
        "digitalSourceType": serializers.DictField(child=serializers.CharField(), required=False),
        **{name: _objects() for name in OBJECTS},
    },
)
