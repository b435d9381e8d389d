"""What the lower domain adds to Wagtail's admin: registration only."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from sources.editorial import history
from sources.editorial.documents import DocumentViewSet
from sources.editorial.organisations import OrganisationViewSet
from sources.editorial.ownership import OwnershipViewSet
from sources.editorial.permissions import KeptOnRecord
from sources.editorial.tokens import TokenViewSet
from sources.models import Organisation, Ownership, SourceDocument

register_permission_policy(Organisation, KeptOnRecord(Organisation))
register_permission_policy(Ownership, KeptOnRecord(Ownership))
# A document comes in through Ingest, which keeps its bytes.
register_permission_policy(SourceDocument, KeptOnRecord(SourceDocument, closed=["add"]))

hooks.register("register_log_actions", history.register_actions)


class SourcesGroup(SnippetViewSetGroup):
    """One entry of the menu for the whole record."""

    items = (OrganisationViewSet, OwnershipViewSet, DocumentViewSet)
    menu_label = _("Sources")
    menu_name = "sources"
    menu_icon = "globe"
    menu_order = 150


register_snippet(SourcesGroup)


@hooks.register("insert_global_admin_css")
def picture_css() -> SafeString:
    """The picture of a chain of owners, as readers see it."""
    name = static("css/components/chain-picture.css")
    return format_html('<link rel="stylesheet" href="{}">', name)


@hooks.register("register_admin_viewset")
def register_tokens() -> TokenViewSet:
    """API tokens, among the settings."""
    return TokenViewSet("wagtailusers_api_tokens", url_prefix="api-tokens")
