"""What a new newsroom says of itself, until its editors say it in words of their own."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from articles.enums import Policy
from articles.models.folders import HomePage
from articles.models.information_pages import InformationPage


@dataclass(frozen=True)
class _Words:
    title: str
    summary: str
    text: str


ABOUT = _Words(
    title="About",
    summary="Short briefings in which every claim shows where it comes from.",
    text="""
<p>An assay is the test that tells what an ore really contains. We do the same with news of an
industry: we take an item apart, look at what each claim rests on, and put it together again so
that you can see it too.</p>
<h2>What a briefing is</h2>
<p>A few highlights that can be read in half a minute, the text, the orders that somebody gave,
and what we make of it. Reported fact and our reading never mix: what we think stands under “Our
reading”.</p>
<h2>What stands in the margin</h2>
<p>Beside each claim stands the sentence of the source that bears it, who published it, when, and
how far we trust it. Where nobody but one side says something, the page says so at the top.</p>
<h2>Who does what</h2>
<p>An analyst writes and cites. An editor checks each claim against its source. A second person
approves: nobody approves what they were the last to edit. <a href="/authors/">Who writes here</a>
is told with every briefing.</p>
<h2>Machines</h2>
<p>Where a tool took part, for instance in a translation, the briefing names it and the person who
answers for the result.</p>
""",
)
SOURCING = _Words(
    title="Sourcing policy",
    summary="How we judge sources, and what the signs on a briefing mean.",
    text="""
<h2>What we keep</h2>
<p>Every document that we rest on is kept as it came, with the time and a fingerprint (SHA-256) of
its bytes. It cannot be changed afterwards, neither by us nor by anybody else.</p>
<h2>Who owns the source</h2>
<p>For every organisation that we cite we record who controls it, from when until when, and how we
know. The sentence on ownership in a briefing is written from this record and not by hand: an
editor can add to it and cannot take it away.</p>
<h2>What confirms what</h2>
<p>Two sources confirm each other only when no one controls both and neither repeats the
other.</p>
<ul>
<li><b>Unverified</b>: no source that we could check.</li>
<li><b>Single source</b>: one source, or several that belong together.</li>
<li><b>Corroborated</b>: at least two independent sources say the same.</li>
<li><b>Disputed</b>: a source says otherwise.</li>
</ul>
<h2>How far we trust</h2>
<p>We judge two things apart: how reliable an organisation has been (A to F), and how far the
content of one document is borne out (1 to 6). F and 6 mean that it cannot be judged, not that it
is false.</p>
""",
)
CORRECTIONS = _Words(
    title="Corrections policy",
    summary="Nothing is changed in silence.",
    text="""
<h2>When something is wrong</h2>
<p>We put it right, say what was wrong, and say it at the top of the briefing. Each change is an
edition of its own with a number; the earlier ones stay readable, and the difference between two
can be seen.</p>
<h2>What we call it</h2>
<ul>
<li><b>Corrected</b>: something was wrong.</li>
<li><b>Clarified</b>: something could be misread.</li>
<li><b>Updated</b>: something has happened since.</li>
<li><b>Ownership record changed</b>: who owns a source is known better, or has changed.</li>
<li><b>Retracted</b>: the briefing should not be relied on. Its address keeps saying so, and
why.</li>
</ul>
<h2>Where to look</h2>
<p>All of it stands in the <a href="/corrections/">log of corrections</a>, which can be followed
as a feed.</p>
<h2>Found a mistake?</h2>
<p>Write a comment beneath the briefing, or <a href="/contact/">write to us</a>. Tell us which
sentence, and where it can be read otherwise.</p>
""",
)
CONTACT = _Words(
    title="Contact",
    summary="How to reach the people who make this.",
    text="""
<p>Write to <a href="mailto:info@{host}">info@{host}</a>.</p>
<h2>Mistakes</h2>
<p>Name the briefing and the sentence. How we deal with it is told in the <a
href="/corrections-policy/">corrections policy</a>.</p>
<h2>Holes in this site</h2>
<p>Write to <a href="mailto:security@{host}">security@{host}</a>, before you tell anybody
else.</p>
""",
)
WORDS = {
    Policy.ABOUT: ABOUT,
    Policy.SOURCING: SOURCING,
    Policy.CORRECTIONS: CORRECTIONS,
    Policy.CONTACT: CONTACT,
}


def write_policies(home: HomePage) -> None:
    """Add the pages that readers look for, published, beneath a home page that has none of them."""
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    for policy, words in WORDS.items():
        page = InformationPage(
            title=words.title,
            slug=policy.rstrip("/"),
            summary=words.summary,
            text=words.text.replace("{host}", host).replace("\n", " ").strip(),
            live=False,
        )
        home.add_child(instance=page)
        page.save_revision().publish()
