"""The picture of a shared link: its size, what it can write, and for whom it is drawn."""

import io

import pytest
from django.test import Client
from PIL import Image, ImageChops

from articles.enums import EditionKind
from articles.formats.card import Card, card_of, draw
from articles.formats.lettering import BOLD, Face, is_writable
from articles.formats.site import Site
from sources.enums import CorroborationState
from tests.articles.public import make_public, seed_content, take_back

SITE = Site(name="Assay", base_url="https://assay.example")
BLANK = Card(site_name="", title="")


def opened(card: Card) -> Image.Image:
    image: Image.Image = Image.open(io.BytesIO(draw(card)))
    return image.convert("RGB")


def area_drawn(card: Card) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what a card shows more than a blank one."""
    box = ImageChops.difference(opened(card), opened(BLANK)).getbbox()
    assert box is not None
    return box


def test_picture_has_the_size_that_networks_ask_for() -> None:
    data = draw(card_of(seed_content(), site=SITE))
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert len(data) < 60_000


def test_picture_says_title_verdict_and_day() -> None:
    card = card_of(seed_content(), site=SITE)
    assert card.title == seed_content()["title"]
    assert (card.state, card.words) == ("single_source", "Single source")
    assert card.day == "24 October 2025"


def test_day_is_written_as_the_language_of_the_edition_writes_it() -> None:
    assert card_of(seed_content() | {"language": "de"}, site=SITE).day == "24. Oktober 2025"


def test_words_of_the_verdict_keep_their_capitals() -> None:
    verdict = {"state": "single_source", "words": "nur eine Quelle", "reason": ""}
    assert (
        card_of(seed_content() | {"corroboration": verdict}, site=SITE).words == "Nur eine Quelle"
    )


@pytest.mark.parametrize(
    "title",
    [
        "Short",
        "A title of many words " * 12,
        "x" * 255,
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz " * 4,
        "W" * 255,
    ],
)
def test_title_of_any_length_stays_between_the_margins(title: str) -> None:
    left, top, right, bottom = area_drawn(Card(site_name="", title=title.strip()))
    assert left >= 76
    assert right <= 1124
    assert top >= 165
    assert bottom <= 520


def test_too_long_a_title_ends_in_dots_and_not_in_the_middle_of_nothing() -> None:
    assert draw(Card(site_name="", title="W" * 255)) != draw(Card(site_name="", title="W" * 40))


def test_each_state_has_a_shape_of_its_own() -> None:
    drawings = {draw(Card(site_name="", title="", state=state)) for state in CorroborationState}
    assert len(drawings) == len(CorroborationState)


@pytest.mark.parametrize(
    ("text", "writable"),
    [
        ("Ólafur’s “quote” – 5 % & more…", True),
        ("Größe, façade, señor", True),
        ("稀土", False),
        ("Северный порт", True),
        ("Ґанок, Ўзбекістон, Қазақстан", True),
        ("Λιμάνι του Πειραιά", True),
        ("Łódź, Győr, Việt Nam", True),
        ("عنوان", False),
        ("a title with one 字", False),
        ("emoji 🙂", False),
    ],
)
def test_what_the_font_lacks_is_known(text: str, writable: bool) -> None:
    assert is_writable(text) is writable


@pytest.mark.parametrize("title", ["Северный порт", "Λιμάνι", "Łódź", "Việt Nam", "Port Северный"])
def test_title_in_another_alphabet_is_written_as_wide_as_its_letters(title: str) -> None:
    left, _top, right, _bottom = area_drawn(Card(site_name="Assay", title=title))
    assert draw(Card(site_name="Assay", title=title)) != draw(Card(site_name="Assay", title=""))
    assert left <= 90
    assert right >= 80 + Face(80, BOLD).length(title) - 10


def test_title_that_would_be_boxes_gives_way_to_the_name_of_the_site() -> None:
    assert draw(Card(site_name="Assay", title="稀土")) == draw(
        Card(site_name="Assay", title="عنوان")
    )
    assert draw(Card(site_name="Assay", title="稀土")) != draw(BLANK)


@pytest.mark.django_db
def test_picture_may_be_kept_for_a_year_and_is_not_sent_twice(client: Client) -> None:
    current = make_public()
    response = client.get(f"/{current.address}card-1.png")
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    again = client.get(f"/{current.address}card-1.png", headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.django_db
def test_only_the_current_edition_has_a_picture(client: Client) -> None:
    make_public()
    current = make_public(kind=EditionKind.UPDATED, title="Another title")
    statuses = [client.get(f"/{current.address}card-{n}.png").status_code for n in (1, 2, 3)]
    assert statuses == [404, 200, 404]
    take_back(current, kind=EditionKind.RETRACTED, reason="A forgery.")
    assert client.get(f"/{current.address}card-2.png").status_code == 410
    assert client.get("/briefings/never/card-1.png").status_code == 404


@pytest.mark.django_db
def test_page_names_its_picture_and_every_other_page_that_of_the_site(client: Client) -> None:
    current = make_public()
    page = client.get(f"/{current.address}").content.decode()
    image = f"https://testserver/{current.address}card-1.png"
    assert f'<meta property="og:image" content="{image}">' in page
    assert '<meta property="og:type" content="article">' in page
    assert '<meta property="article:published_time" content="2025-10-24T09:30:00Z">' in page
    assert '<meta property="og:locale" content="en_GB">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert '<meta name="robots" content="max-image-preview:large">' in page
    home = client.get("/").content.decode()
    assert '<meta property="og:image" content="https://testserver/card.png">' in home
    assert '<meta property="og:type" content="website">' in home
