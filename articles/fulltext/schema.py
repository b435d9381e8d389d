"""The migration operation that makes tables, indexes and functions of the engine at hand."""

from collections.abc import Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from articles.fulltext import postgresql, spelling, sqlite
from articles.fulltext.shelves import SHELVES


class CreateFullTextIndex(Operation):
    """Make, or take away, all that search needs."""

    reversible = True
    reduces_to_sql = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The tables are no models."""

    def database_forwards(
        self,
        _app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        _from_state: ProjectState,
        _to_state: ProjectState,
    ) -> None:
        """Create them."""
        for statement in _create(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        _app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        _from_state: ProjectState,
        _to_state: ProjectState,
    ) -> None:
        """Drop them; the extension may serve others and stays."""
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP FUNCTION {postgresql.FUNCTION}", params=None)
        for table in (*(shelf.table for shelf in SHELVES), spelling.TABLE):
            schema_editor.execute(f'DROP TABLE "{table}"', params=None)

    def describe(self) -> str:
        """For the output of `migrate`."""
        return "Create the full-text index of what is public"


def _create(vendor: str) -> Iterator[str]:
    if vendor == "postgresql":
        yield postgresql.EXTENSION
    for shelf in SHELVES:
        yield from (postgresql if vendor == "postgresql" else sqlite).create(shelf.table)
    yield from spelling.CREATE[vendor]
    if vendor == "postgresql":
        yield postgresql.CREATE_FUNCTION
