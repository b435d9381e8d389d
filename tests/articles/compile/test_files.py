"""Images and files in the text column."""

from typing import Any

import pytest

from tests.articles.compile.builders import compiled, make_file, make_image, with_body
from tests.articles.newsroom import Desk, block


def test_image_comes_in_two_sizes_with_its_alternative_text(desk: Desk) -> None:
    image = make_image()
    chosen = {"image": image.pk, "alt_text": "The harbour at dawn", "decorative": False}
    article = with_body(desk, block("image", {"image": chosen, "caption": "Dawn", "credit": "Ada"}))
    html = compiled(article).body_html
    assert 'alt="The harbour at dawn"' in html
    assert "width-640" in html
    assert "width-1280" in html
    assert "Dawn" in html
    assert "Ada" in html


def test_decoration_has_an_empty_alternative_text(desk: Desk) -> None:
    chosen = {"image": make_image().pk, "alt_text": "Ignored", "decorative": True}
    html = compiled(with_body(desk, block("image", {"image": chosen}))).body_html
    assert 'alt=""' in html
    assert "Ignored" not in html


def test_file_is_offered_with_its_name_and_size(desk: Desk) -> None:
    file = make_file()
    html = compiled(with_body(desk, block("document", {"document": file.pk}))).body_html
    assert "Minutes" in html
    assert file.url in html
    assert "18\u00a0bytes" in html


@pytest.mark.parametrize(
    "part",
    [block("image", {"image": {"image": 999}}), block("document", {"document": 999})],
    ids=["image", "document"],
)
def test_what_was_deleted_meanwhile_leaves_no_hole(desk: Desk, part: dict[str, Any]) -> None:
    html = compiled(with_body(desk, part)).body_html
    assert "<img" not in html
    assert "<a" not in html
