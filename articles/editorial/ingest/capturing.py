"""The first screen of ingest: bytes come in and are kept as evidence."""

from typing import Any, NamedTuple

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles.editorial.ingest.access import IngestAccess
from articles.editorial.ingest.forms import CaptureForm
from sources.actions.capturing import Captured, capture
from sources.actions.fetching import fetch
from sources.enums import CaptureWay
from sources.ingest.errors import IngestError
from sources.models import SourceDocument


class Received(NamedTuple):
    """What came in, and how."""

    raw: bytes
    way: CaptureWay
    media_type: str
    url: str = ""


class CaptureView(WagtailAdminTemplateMixin, IngestAccess, FormView[CaptureForm]):
    """Paste, upload or fetch one item."""

    form_class = CaptureForm
    page_title = gettext_lazy("Ingest")
    header_icon = "upload"
    template_name = "editorial/ingest/capture.html"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home and this screen."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Ingest")},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what was captured last, to go on with."""
        recent = SourceDocument.objects.defer("text", "repairs", "removals")[:8]
        return super().get_context_data(recent=recent, **kwargs)

    def form_valid(self, form: CaptureForm) -> HttpResponse:
        """Capture, and lead to the review; what ingest refuses is said at the form."""
        try:
            received = receive(form)
            captured = capture(
                raw=received.raw,
                way=received.way,
                media_type=received.media_type,
                url=received.url,
                user=self.request.user,
                now=timezone.now(),
            )
        except IngestError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        self._tell(captured)
        return HttpResponseRedirect(reverse("assay_ingest_review", args=[captured.document.uuid]))

    def _tell(self, captured: Captured) -> None:
        if captured.is_new:
            messages.success(self.request, _("Captured. Nothing of it can be changed any more."))
            return
        text = _("Exactly these bytes were captured before, on %(day)s. Here they are.")
        day = captured.document.captured_at
        messages.info(self.request, text % {"day": f"{day:%Y-%m-%d %H:%M} UTC"})


def receive(form: CaptureForm) -> Received:
    """The bytes of a valid form; fetches the address if that is what was given."""
    data = form.cleaned_data
    if file := data.get("file"):
        return Received(file.read(), CaptureWay.UPLOAD, file.content_type or "")
    if address := data.get("address"):
        fetched = fetch(url=address)
        return Received(fetched.raw, CaptureWay.ADDRESS, fetched.media_type, fetched.url)
    raw = data["text"].replace("\r\n", "\n").encode()
    return Received(raw, CaptureWay.PASTE, "text/plain; charset=utf-8")
