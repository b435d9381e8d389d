"""Files that editors upload, as far as readers are offered them."""

import re
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from wagtail.documents import get_document_model

from articles.models.editions import CurrentEdition
from articles.models.information import Information

_LINKED = re.compile(r'href="/documents/(\d+)/')


def files_in(html: str) -> QuerySet[Any]:
    """The files that compiled HTML links to."""
    files: QuerySet[Any] = get_document_model().objects.all()
    keys = set(map(int, _LINKED.findall(html)))
    return files.filter(pk__in=keys) if keys else files.none()


def is_offered(file: Any) -> bool:
    """Whether something that readers see now links to a file."""
    if CurrentEdition.objects.filter(files=file).exists():
        return True
    return Information.objects.filter(html__contains=f'href="{address_before_name(file)}').exists()


def address_before_name(file: Any) -> str:
    """The part of a file's address that its name does not change."""
    address: str = reverse("wagtaildocs_serve", args=[file.pk, "name"])
    return address.removesuffix("name")
