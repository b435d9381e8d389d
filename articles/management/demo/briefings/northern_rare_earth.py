"""The one real item: as it left its newsroom, damaged characters and all."""

import datetime

from articles.management.demo import organisations as on_record
from articles.management.demo.shapes import Briefing, Edit, Remark, Text
from articles.management.demo.topics import RARE_EARTHS

TEXT = Text(
    file="northern-rare-earth.txt",
    captured_on=datetime.date(2025, 10, 24),
    originators=(on_record.BAOGANG_DAILY, on_record.NORTHERN_RARE_EARTH),
    title="Northern Rare Earth: third-quarter operational analysis meeting",
)

BRIEFING = Briefing(
    title="Northern Rare Earth sets course for 2026",
    text=TEXT,
    day=datetime.date(2025, 10, 24),
    standfirst=(
        "China’s largest rare-earth producer ends its third quarter with five orders: faster "
        "green smelting, tighter costs, safer sites, cleaner sites, more research. All that is "
        "known of the meeting comes from one group."
    ),
    topics=(RARE_EARTHS,),
    edits=(
        Edit(
            "Accelerate Phase II",
            amend={"target": "Phase II of the Green Smelting and Refining Upgrade Project"},
        ),
        Edit(
            "Tighten cost control",
            amend={"target": "Separation, smelting and metal-processing units"},
        ),
        Edit(
            "Strengthen safety accountability",
            amend={"target": "Construction and maintenance"},
        ),
    ),
    remarks=(
        Remark(
            name="Petra Vall",
            text="Two outlets are named. Why does it say “single source”?",
            replies=(
                Remark(
                    name="Edith Lund",
                    account="edith",
                    text=(
                        "Because both belong to Baogang Group: follow “How we know” under the "
                        "title. One owner repeating itself is still one source."
                    ),
                ),
            ),
        ),
    ),
    is_sample=False,
)
