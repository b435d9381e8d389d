"""What is no longer public: a briefing retracted, and one unpublished."""

import datetime

from articles.management.demo import organisations as on_record
from articles.management.demo.shapes import Briefing, Stage, Text
from articles.management.demo.topics import MINING, TRADE
from sources.enums import Credibility

NOTICE = Text(
    file="osterby-notice.txt",
    captured_on=datetime.date(2026, 11, 9),
    publisher=on_record.OSTERBY,
    credibility=Credibility.IMPROBABLE,
    credibility_reason="The exchange says that it did not send the notice.",
)
CALLED_OFF = Text(
    file="skerry-strike.txt",
    captured_on=datetime.date(2026, 11, 11),
    publisher=on_record.REVIEW,
    credibility=Credibility.POSSIBLE,
)

COBALT = Briefing(
    title="Osterby Exchange halts trading in cobalt",
    text=NOTICE,
    day=datetime.date(2026, 11, 9),
    standfirst="Stocks in two warehouses could not be counted, says a notice to members.",
    topics=(TRADE,),
    stage=Stage.RETRACTED,
    retraction=(
        "This sample briefing rested on a notice that the Osterby Exchange did not send. Trading "
        "in cobalt was never halted. We should have asked the exchange before publishing."
    ),
)
STRIKE = Briefing(
    title="Vote on a strike at the Skerry pits is called off",
    text=CALLED_OFF,
    day=datetime.date(2026, 11, 11),
    standfirst="Works council and management go on talking until the end of the month.",
    topics=(MINING,),
    stage=Stage.UNPUBLISHED,
)
