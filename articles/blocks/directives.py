"""Directives: orders as data, so that they can be searched across all briefings."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from articles.blocks.citations import citations_block
from articles.enums import DirectiveForce, DirectiveStatus


class AddresseeBlock(blocks.StructBlock):
    """Whom a directive is addressed to: an organisation on record, or a name in words."""

    organisation = SnippetChooserBlock("sources.Organisation", required=False)
    name = blocks.CharBlock(
        required=False,
        help_text=_("If it is not on record: the name as the source gives it."),
    )

    class Meta:
        icon = "group"
        label = _("Addressee")


class DirectiveBlock(blocks.StructBlock):
    """One order: who tells whom to do what, until when, and how far it has come."""

    text = blocks.TextBlock(label=_("What is ordered"), rows=2)
    issuer = SnippetChooserBlock("sources.Organisation", required=False, label=_("Issuer"))
    addressees = blocks.ListBlock(
        AddresseeBlock(),
        default=[],
        label=_("Addressees"),
        collapsed=True,
        required=False,
    )
    target = blocks.CharBlock(required=False, label=_("Target"))
    rationale = blocks.TextBlock(required=False, rows=2, label=_("Rationale"))
    deadline = blocks.DateBlock(required=False, label=_("Deadline"))
    force = blocks.ChoiceBlock(
        choices=DirectiveForce.choices, default=DirectiveForce.ORDER, label=_("Force")
    )
    status = blocks.ChoiceBlock(
        choices=DirectiveStatus.choices,
        default=DirectiveStatus.ANNOUNCED,
        label=_("Status"),
    )
    citations = citations_block()

    class Meta:
        icon = "tasks"
        label = _("Directive")


class DirectivesBlock(blocks.StructBlock):
    """A list of directives at its place in the text."""

    introduction = blocks.TextBlock(required=False, rows=2, label=_("Introduction"))
    directives = blocks.ListBlock(DirectiveBlock(), label=_("Directives"))

    class Meta:
        icon = "tasks"
        label = _("Directives")
        description = _("Orders as data: searchable across all briefings.")
        preview_value = {
            "introduction": "The sample ministry ordered:",
            "directives": [{"text": "Publish the figures of every sample mine each quarter."}],
        }
