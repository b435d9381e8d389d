"""What the upper domain adds to Wagtail's admin: registration only."""

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, reverse_lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from articles.editorial import (
    action_menu,
    buttons,
    dashboard,
    deleting,
    emergency,
    history,
    publishing,
    rechecks,
    schedule,
    urls,
)
from articles.editorial.challenges.routes import ChallengeMenuItem
from articles.editorial.comments import deeds
from articles.editorial.comments.blocked import BlockedPatternViewSet
from articles.editorial.comments.deciding import ApproveMany, RejectMany
from articles.editorial.comments.listing import CommentMenuItem, CommentViewSet
from articles.editorial.ingest.access import IngestMenuItem
from articles.editorial.pages import ArticlePageViewSet
from articles.views.files import refuse_unoffered

hooks.register("before_bulk_action", deleting.wait_for_others_of_many)
hooks.register("before_delete_page", deleting.wait_for_others)
hooks.register("before_publish_page", publishing.publish_through_the_gate)
hooks.register("before_serve_document", refuse_unoffered)
hooks.register("construct_page_action_menu", action_menu.order_actions)
hooks.register("register_page_header_buttons", buttons.header_buttons)
hooks.register("construct_homepage_panels", dashboard.show_waiting)
hooks.register("construct_homepage_panels", emergency.show_emergencies)
hooks.register("construct_homepage_panels", schedule.show_schedule)
hooks.register("register_permissions", emergency.grantable_permissions)
hooks.register("construct_homepage_panels", rechecks.show_changed)
hooks.register("register_log_actions", history.register_actions)
hooks.register("register_log_actions", deeds.register_actions)
hooks.register("register_bulk_action", ApproveMany)
hooks.register("register_bulk_action", RejectMany)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """Ingest, checks, editions, corrections and retraction, challenges."""
    return urls.urlpatterns


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[object]:
    """Briefings as pages, readers' comments, and the words that hold one."""
    return [ArticlePageViewSet(), CommentViewSet(), BlockedPatternViewSet()]


@hooks.register("register_admin_menu_item")
def register_ingest() -> IngestMenuItem:
    """Where the work begins: the first entry."""
    return IngestMenuItem(
        _("Ingest"), reverse_lazy("assay_ingest"), name="ingest", icon_name="upload", order=50
    )


@hooks.register("register_admin_menu_item")
def register_comments() -> CommentMenuItem:
    """Moderation, with its count."""
    return CommentMenuItem(
        _("Comments"),
        reverse_lazy("assay_comments:index"),
        name="reader-comments",
        icon_name="comment",
        order=250,
    )


@hooks.register("register_admin_menu_item")
def register_challenges() -> ChallengeMenuItem:
    """What readers doubt, with its count."""
    return ChallengeMenuItem(
        _("Challenges"),
        reverse_lazy("assay_challenges:index"),
        name="challenges",
        icon_name="help",
        order=251,
    )


@hooks.register("insert_global_admin_css")
def editorial_css() -> SafeString:
    """The little that Wagtail's own styles do not have."""
    return format_html('<link rel="stylesheet" href="{}">', static("editorial/admin.css"))


@hooks.register("insert_editor_js")
def editorial_js() -> SafeString:
    """Leads to what a check names and says it there; finds the passage that a claim rests on."""
    scripts = format_html_join(
        "",
        '<script type="module" src="{}"></script>',
        ((static(f"editorial/{name}.js"),) for name in ("anchors", "citing", "findings")),
    )
    return render_to_string("editorial/citing/panel.html") + scripts
