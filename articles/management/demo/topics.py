"""What the demo's briefings are about."""

from django.utils.text import slugify

from articles.management.demo.shapes import SAMPLE
from articles.models import Topic

BATTERIES = "Batteries"
MINING = "Mining"
NICKEL = "Nickel"
RARE_EARTHS = "Rare earths"
REGULATION = "Regulation"
TRADE = "Trade"

TOPICS = {
    BATTERIES: "Cells, what goes into them, and what comes back out of them.",
    MINING: "Ore, the pits it comes from, and the people who work there.",
    NICKEL: "From concentrate to battery-grade sulphate.",
    RARE_EARTHS: "Mining, separation and magnets.",
    REGULATION: "What ministries and authorities ask of the industry.",
    TRADE: "Prices, exchanges and ports.",
    SAMPLE: "Invented briefings that show what Assay does. No organisation, person or event in "
    "them is real.",
}


def make_topics() -> None:
    """All topics."""
    for name, description in TOPICS.items():
        Topic.objects.create(name=name, slug=slugify(name), description=description)
