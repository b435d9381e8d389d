"""Samples on their way to readers, one at each station."""

import datetime

from articles.management.demo import organisations as on_record
from articles.management.demo.shapes import Briefing, Stage, Text
from articles.management.demo.topics import MINING, NICKEL, REGULATION, TRADE

LETTER = Text(
    file="smelters-letter.txt",
    captured_on=datetime.date(2026, 11, 16),
    publisher=on_record.SMELTERS,
)
REGISTER = Text(
    file="tailings-register.txt",
    captured_on=datetime.date(2026, 11, 17),
    publisher=on_record.ESTMARK_MINERALS,
)
SCRUBBERS = Text(
    file="berth-scrubbers.txt",
    captured_on=datetime.date(2026, 11, 18),
    publisher=on_record.PORT,
)
CONTRACT = Text(
    file="sulphate-contract.txt",
    captured_on=datetime.date(2026, 11, 19),
    publisher=on_record.OSTERBY,
)

BRIEFINGS = (
    Briefing(
        title="Smelters ask for a cap on the price of power",
        text=LETTER,
        day=datetime.date(2026, 11, 16),
        standfirst="Two of five would close a furnace this winter, says their association.",
        topics=(REGULATION, TRADE),
        stage=Stage.DRAFT,
    ),
    Briefing(
        title="Estmark Minerals plans a public register of its tailings dams",
        text=REGISTER,
        day=datetime.date(2026, 11, 17),
        standfirst="Twenty-three dams, with the name of the engineer who answers for each.",
        topics=(MINING,),
        stage=Stage.IN_SOURCE_CHECK,
    ),
    Briefing(
        title="Sundhavn orders scrubbers for three berths",
        text=SCRUBBERS,
        day=datetime.date(2026, 11, 18),
        standfirst="Nine tenths of the sulphur dust are to stay out of the town’s air.",
        topics=(REGULATION,),
        stage=Stage.IN_APPROVAL,
    ),
    Briefing(
        title="Osterby Exchange lists a contract for nickel sulphate",
        text=CONTRACT,
        day=datetime.date(2026, 11, 19),
        standfirst="Five tonnes of sulphate, delivered to Sundhavn or paid for in cash.",
        topics=(NICKEL, TRADE),
        stage=Stage.SCHEDULED,
    ),
)
