"""The streams an article is written in: the body, and the analysis that is never mixed with it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.blocks.citations import citations_block
from articles.blocks.directives import DirectivesBlock
from articles.blocks.evidence import (
    AttachmentBlock,
    ChartBlock,
    FigureImageBlock,
    KeyFigureBlock,
    LinkCardBlock,
    QuotationBlock,
    TableBlock,
)

RICH_TEXT_FEATURES = [
    "bold",
    "italic",
    "ol",
    "ul",
    "link",
    "document-link",
    "superscript",
]


class HeadingBlock(blocks.CharBlock):
    """The heading of a section; its anchor comes from the block's id and survives renaming."""

    class Meta:
        icon = "title"
        label = _("Section heading")
        description = _("Starts a section and stands in the contents.")
        preview_value = "Sample section"


class ParagraphBlock(blocks.StructBlock):
    """One paragraph or a short run of them."""

    text = blocks.RichTextBlock(features=RICH_TEXT_FEATURES, label=_("Text"))
    citations = citations_block()

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("Text, with the quotes that bear it out.")
        preview_value = {"text": "<p>A sample paragraph.</p>"}


class CalloutBlock(blocks.StructBlock):
    """A short aside."""

    heading = blocks.CharBlock(required=False, label=_("Heading"))
    text = blocks.RichTextBlock(features=RICH_TEXT_FEATURES, label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        description = _("An aside: background, a definition, a caveat.")
        preview_value = {"heading": "Sample", "text": "<p>A sample aside.</p>"}


class BodyBlock(blocks.StreamBlock):
    """Reported fact."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    directives = DirectivesBlock()
    quotation = QuotationBlock()
    key_figure = KeyFigureBlock()
    table = TableBlock()
    image = FigureImageBlock()
    chart = ChartBlock()
    document = AttachmentBlock()
    embed = LinkCardBlock()
    callout = CalloutBlock()

    class Meta:
        required = False


class AnalysisBlock(blocks.StreamBlock):
    """Our reading: opinion, labelled as such wherever it is shown."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()

    class Meta:
        required = False
