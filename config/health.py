"""Two addresses for machines that watch the installation: is it alive, and can it serve?"""

import functools
import logging
import uuid
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def alive(_request: HttpRequest) -> JsonResponse:
    """Answer 200 as long as the process answers at all."""
    return JsonResponse({"status": "alive"})


@never_cache
@require_safe
def ready(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when every part that a page needs answers, else 503; the reasons go to the log."""
    answers = {name: _answers(name, check) for name, check in CHECKS.items()}
    is_ready = all(answers.values())
    return JsonResponse(
        {
            "status": "ready" if is_ready else "not ready",
            "checks": {name: "ok" if answer else "failed" for name, answer in answers.items()},
        },
        status=200 if is_ready else 503,
    )


def _answers(name: str, check: Callable[[], None]) -> bool:
    try:
        check()
    except Exception:
        logger.warning("Not ready: %s", name, exc_info=True)
        return False
    return True


def _check_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@functools.cache  # a failure is raised, so only "all applied" is remembered
def _check_migrations() -> None:
    executor = MigrationExecutor(connection)
    if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise RuntimeError(f"{len(plan)} migrations are not applied, first {plan[0][0]}")


def _check_cache() -> None:
    key, value = f"readyz-{uuid.uuid4()}", "answered"
    cache.set(key, value, timeout=10)
    if cache.get(key) != value:
        raise RuntimeError("The cache does not return what was stored in it")
    cache.delete(key)


CHECKS: dict[str, Callable[[], None]] = {
    "database": _check_database,
    "migrations": _check_migrations,
    "cache": _check_cache,
}
