"""Challenges: what readers hold against claims, and what became of them."""

from rest_framework import serializers

from articles.api.shapes.comments import ClaimSerializer
from articles.enums import ChallengeReason, ChallengeStatus
from sources.api.shapes import Shape, choice, list_of, moment, string


class ChallengeSerializer(Shape):
    """A reader's doubt about a claim; never who had it, nor in which words."""

    id = serializers.IntegerField()
    claim = ClaimSerializer()
    reason = choice(ChallengeReason)
    source_url = string("What the reader holds against it; empty until an editor has looked.")
    status = choice(ChallengeStatus, help_text="`open` until an editor has answered.")
    edition = serializers.IntegerField(help_text="The number of the edition that was challenged.")
    answer = string("What an editor says of it; empty until then.")
    answer_edition = serializers.IntegerField(
        allow_null=True, help_text="The number of the edition that answers it."
    )
    made_at = moment()
    decided_at = serializers.DateTimeField(allow_null=True)
    url = string("Where readers read of it.")


ChallengeList = list_of("ChallengeList", ChallengeSerializer)
