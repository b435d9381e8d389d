"""Blocks that show material as it is: quotations, figures, tables, charts, images, documents."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from articles.blocks.citations import citations_block


class QuotationBlock(blocks.StructBlock):
    """What somebody said, in the original language and in ours."""

    text = blocks.TextBlock(label=_("Quotation"), rows=3)
    original = blocks.TextBlock(required=False, rows=3, label=_("In the original language"))
    language = blocks.CharBlock(
        required=False,
        max_length=20,
        label=_("Original language (code)"),
        help_text="zh-Hans, de",
    )
    attribution = blocks.CharBlock(required=False, label=_("Who said it"))
    citations = citations_block()

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's words, with the original and its translation.")
        preview_value = {
            "text": "The sample mine will open.",
            "attribution": "Sample Speaker",
        }


class KeyFigureBlock(blocks.StructBlock):
    """One number that matters, with its unit and what it measures."""

    value = blocks.CharBlock(label=_("Figure"))
    unit = blocks.CharBlock(required=False, label=_("Unit"))
    label = blocks.CharBlock(label=_("What it measures"))
    citations = citations_block()

    class Meta:
        icon = "order"
        label = _("Key figure")
        description = _("One number that matters, set large.")
        preview_value = {
            "value": "1,200",
            "unit": "t",
            "label": "Sample output in 2025",
        }


class TableRowBlock(blocks.StructBlock):
    """A row of a table: one cell a line, so that it can be pasted and diffed."""

    cells = blocks.ListBlock(blocks.CharBlock(required=False), label=_("Cells"))

    class Meta:
        icon = "table"
        label = _("Row")


class TableBlock(blocks.StructBlock):
    """A table whose first row is its header."""

    caption = blocks.CharBlock(label=_("Caption"))
    rows = blocks.ListBlock(TableRowBlock(), label=_("Rows, the header first"))
    citations = citations_block()

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A small table; the first row is its header.")
        preview_value = {"caption": "Sample", "rows": [{"cells": ["Year", "Tonnes"]}]}


class ChartPointBlock(blocks.StructBlock):
    """One label and its value."""

    label = blocks.CharBlock(label=_("Label"))
    value = blocks.DecimalBlock(label=_("Value"))

    class Meta:
        icon = "order"
        label = _("Point")


class ChartBlock(blocks.StructBlock):
    """A chart drawn on the server from its data; the data stands beneath it as a table."""

    caption = blocks.CharBlock(label=_("Caption"))
    kind = blocks.ChoiceBlock(
        choices=[("bar", _("Bars")), ("line", _("Line"))],
        default="bar",
        label=_("Kind"),
    )
    unit = blocks.CharBlock(required=False, label=_("Unit"))
    points = blocks.ListBlock(ChartPointBlock(), label=_("Data"))
    citations = citations_block()

    class Meta:
        icon = "order-down"
        label = _("Chart")
        description = _("Bars or a line from a few numbers.")
        preview_value = {
            "caption": "Sample output",
            "points": [{"label": "2025", "value": 1}],
        }


class FigureImageBlock(blocks.StructBlock):
    """An image with alternative text, credit and caption."""

    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(required=False, label=_("Caption"))
    credit = blocks.CharBlock(required=False, label=_("Credit"))

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture with alternative text, caption and credit.")


class AttachmentBlock(blocks.StructBlock):
    """A file that readers can download."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(required=False, label=_("Title shown"))

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download.")


class LinkCardBlock(blocks.StructBlock):
    """Something elsewhere on the web, shown as a link: nothing of a third party is loaded."""

    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(label=_("Title"))

    class Meta:
        icon = "media"
        label = _("Embed")
        description = _("A video or post elsewhere, as a plain link.")
        preview_value = {"url": "https://example.org/", "title": "Sample recording"}
