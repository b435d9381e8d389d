"""Rows that the database itself refuses to change, by triggers on SQLite and PostgreSQL.

A refused write raises `django.db.IntegrityError` with "immutable" in its message. SQLite drops a
table's triggers when a later migration rebuilds the table: repeat the operation after such a one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

PREFIX = "assay_immutable"
MAINTENANCE = "assay.maintenance"

# One function serves every trigger; with the session setting "on" it lets the write through.
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {PREFIX}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('{MAINTENANCE}', true) = 'on' THEN
        IF TG_OP = 'TRUNCATE' THEN RETURN NULL; END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""


@dataclass(frozen=True)
class Rule:
    """Which table is protected, and which of its columns; no columns: the whole row."""

    table: str
    columns: tuple[str, ...] = ()

    def forwards(self, vendor: str, keys: tuple[tuple[str, ...], ...] = ()) -> list[str]:
        """The statements that protect the table; `keys` are its unique keys (SQLite)."""
        create = self._postgresql() if vendor == "postgresql" else self._sqlite(keys)
        return [*self.backwards(vendor), *create]

    def backwards(self, vendor: str) -> list[str]:
        """The statements that take the protection away again."""
        on_table = f' ON "{self.table}"' if vendor == "postgresql" else ""
        deeds = ("update", "delete", "truncate" if vendor == "postgresql" else "insert")
        return [f'DROP TRIGGER IF EXISTS "{self._name(deed)}"{on_table}' for deed in deeds]

    def _name(self, deed: str) -> str:
        return f"{PREFIX}_{self.table}_{deed}"

    def _message(self, deed: str) -> str:
        what = f"{', '.join(self.columns)} of {self.table}" if self.columns else self.table
        return f"immutable: {what if deed == 'update' else self.table} refuses {deed}"

    def _changed(self, different: str) -> str:
        tests = (f'OLD."{column}" {different} NEW."{column}"' for column in self.columns)
        return f"WHEN ({' OR '.join(tests)})" if self.columns else ""

    def _postgresql(self) -> list[str]:
        head = 'CREATE TRIGGER "{}" BEFORE {} ON "{}" FOR EACH {} {} EXECUTE FUNCTION {}(\'{}\')'

        def trigger(deed: str, each: str, when: str = "") -> str:
            name, message = self._name(deed), self._message(deed)
            return head.format(name, deed.upper(), self.table, each, when, PREFIX, message)

        return [
            _FUNCTION,
            trigger("update", "ROW", self._changed("IS DISTINCT FROM")),
            trigger("delete", "ROW"),
            trigger("truncate", "STATEMENT"),
        ]

    def _sqlite(self, keys: tuple[tuple[str, ...], ...]) -> list[str]:
        def trigger(deed: str, when: str) -> str:
            refuse = f"SELECT RAISE(ABORT, '{self._message(deed)}');"
            head = f'CREATE TRIGGER "{self._name(deed)}" BEFORE {deed.upper()}'
            return f'{head} ON "{self.table}" {when} BEGIN {refuse} END'

        # INSERT OR REPLACE deletes the row it replaces without asking the trigger on DELETE.
        same = (" AND ".join(f'"{column}" = NEW."{column}"' for column in key) for key in keys)
        taken = " OR ".join(f'EXISTS (SELECT 1 FROM "{self.table}" WHERE {key})' for key in same)  # noqa: S608 - names from a migration
        statements = [trigger("update", self._changed("IS NOT")), trigger("delete", "")]
        return [*statements, trigger("insert", f"WHEN {taken}")] if taken else statements


def append_only(table: str) -> Rule:
    """Protect whole rows: they may be added, never changed and never deleted."""
    return Rule(table=table)


def frozen_columns(table: str, columns: tuple[str, ...]) -> Rule:
    """Protect these columns once a row is stored; the row may not be deleted either."""
    return Rule(table=table, columns=tuple(columns))


def operation(rule: Rule) -> "Protect":
    """The migration operation that puts a rule into the database."""
    return Protect(rule)


class Protect(Operation):
    """Create the triggers of a rule; the reverse drops them."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Say how a squashed migration writes this operation."""
        return self.__class__.__qualname__, [self.rule], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Triggers are no part of the models' state."""

    def database_forwards(
        self,
        _app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        _from_state: ProjectState,
        _to_state: ProjectState,
    ) -> None:
        """Create the triggers."""
        connection = schema_editor.connection
        keys = () if schema_editor.collect_sql else unique_keys(connection, self.rule.table)
        for statement in self.rule.forwards(connection.vendor, keys):
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        _app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        _from_state: ProjectState,
        _to_state: ProjectState,
    ) -> None:
        """Drop the triggers."""
        for statement in self.rule.backwards(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        """The line that `migrate` prints."""
        return f"Protect {self.rule.table} against change"


def unique_keys(connection: BaseDatabaseWrapper, table: str) -> tuple[tuple[str, ...], ...]:
    """The columns of the primary key and of every unique constraint of a table."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table).values()
    return tuple(sorted({tuple(each["columns"]) for each in found if each["unique"]}))


@contextmanager
def maintenance(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Let writes through that the triggers would refuse.

    For the test suite, whose transactional tests empty every table, and for the operator whom a
    court obliges to erase something. On SQLite the triggers are gone for everyone meanwhile.
    """
    connection = connections[using]
    if connection.vendor == "postgresql":
        with _setting_on(connection):
            yield
    else:
        with _without_triggers(connection):
            yield


@contextmanager
def _setting_on(connection: BaseDatabaseWrapper) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"SET {MAINTENANCE} = 'on'")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"SET {MAINTENANCE} = 'off'")


@contextmanager
def _without_triggers(connection: BaseDatabaseWrapper) -> Iterator[None]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
    with connection.cursor() as cursor:
        triggers = cursor.execute(query, [f"{PREFIX}%"]).fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for _, sql in triggers:
                cursor.execute(sql)
