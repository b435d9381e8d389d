"""The block that ties a passage to a quote in a source document (W3C TextQuoteSelector)."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class CitationBlock(blocks.StructBlock):
    """A quote in a source document; picking a passage in the editor fills in all but the document.

    Prefix and suffix are the words around the quote, as many as make it unique.
    """

    source = SnippetChooserBlock("sources.SourceDocument", label=_("Source document"))
    exact = blocks.TextBlock(
        label=_("Quote"),
        rows=2,
        help_text=_("The words as they stand in the document."),
    )
    prefix = blocks.CharBlock(required=False, label=_("Text before the quote"))
    suffix = blocks.CharBlock(required=False, label=_("Text after the quote"))

    class Meta:
        icon = "openquote"
        label = _("Citation")
        # static/editorial/citing.js attaches here.
        form_attrs = {
            "data-controller": "assay-citing",
            "data-assay-citing-url-value": reverse_lazy("assay_citing"),
        }


def citations_block() -> blocks.ListBlock:
    """The list of citations that every citable block ends with; empty in a new block."""
    return blocks.ListBlock(
        CitationBlock(),
        default=[],
        label=_("Citations"),
        collapsed=True,
        required=False,
    )
