"""Highlights: a tree of at most three levels, spelled out level by level."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.blocks.citations import citations_block


class HighlightLeafBlock(blocks.StructBlock):
    """The innermost bullet."""

    text = blocks.TextBlock(label=_("Text"), rows=2)
    citations = citations_block()

    class Meta:
        icon = "list-ul"
        label = _("Highlight")


class HighlightBranchBlock(HighlightLeafBlock):
    """A bullet of the second level with its own bullets."""

    children = blocks.ListBlock(
        HighlightLeafBlock(),
        default=[],
        label=_("Beneath it"),
        collapsed=True,
        required=False,
    )


class HighlightBlock(HighlightLeafBlock):
    """A bullet of the first level."""

    children = blocks.ListBlock(
        HighlightBranchBlock(), default=[], label=_("Beneath it"), required=False
    )

    class Meta:
        icon = "list-ul"
        label = _("Highlight")
        description = _("A bullet at the top of the briefing, with bullets beneath it.")
        preview_value = {
            "text": "Sample Mining reviewed its third quarter.",
            "children": [],
        }


class HighlightsBlock(blocks.StreamBlock):
    """All highlights of an article."""

    highlight = HighlightBlock()

    class Meta:
        required = False
