"""A sample in Arabic, which is read from right to left: a port opens a berth."""

import datetime

from articles.management.demo import organisations as on_record
from articles.management.demo.shapes import Block, Briefing, Edit, Quote, Text, heading, paragraph
from articles.management.demo.topics import NICKEL, TRADE
from sources.enums import Credibility

REPORT = Text(
    file="fourth-berth.txt",
    captured_on=datetime.date(2026, 11, 10),
    publisher=on_record.ANCHORAGE,
    language="ar",
    published_on=datetime.date(2026, 11, 10),
    credibility=Credibility.POSSIBLE,
)
WAITING = Block(
    "key_figure",
    {
        "value": "3",
        "unit": "أيام",
        "label": "مدة الانتظار التي تعد بها سلطة الميناء، بدل تسعة أيام",
        "citations": (Quote(REPORT, "أن ينخفض الانتظار إلى ثلاثة أيام قبل نهاية العام"),),
    },
)

BRIEFING = Briefing(
    title="ميناء سوندهافن يفتح رصيفاً رابعاً لخام النيكل",
    text=REPORT,
    day=datetime.date(2026, 11, 10),
    standfirst="رصيف طوله 310 أمتار دفعت شركة تعدين ربع كلفته. وحدها صحيفة المرسى تذكر ذلك.",
    topics=(NICKEL, TRADE),
    fields={"slug": "sundhavn-opens-a-fourth-berth"},
    edits=(Edit("كانت السفن تنتظر", then=(WAITING,)),),
    analysis=(
        heading("قراءتنا"),
        paragraph("من يدفع ربع الرصيف يشتري مكاناً في أول الصف. ولم يُنشر العقد حتى الآن."),
    ),
)
