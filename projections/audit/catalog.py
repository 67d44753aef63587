"""
What a PostgreSQL database says an event store is made of, written as it would be made.

A table or function is written like the statement that makes it, in the one way of ours, so
that the two can be compared. Whatever else would act on the store, hide rows of it or let
somebody alter it is an object of its own, and none of them belongs there.
"""

from collections.abc import Callable
from typing import Any

SCHEMA = "trajet"

Ask = Callable[[str], list[Any]]
Object = tuple[str, str, str]
"""Kind, name and definition."""

_OURS = (
    "pg_class.relnamespace = to_regnamespace('trajet') "
    "AND pg_class.relkind NOT IN ('i', 'I', 't', 'c')"
)
_KINDS = {
    "r": ("table", "CREATE TABLE"),
    "v": ("view", "CREATE VIEW"),
    "m": ("view", "CREATE MATERIALIZED VIEW"),
    "f": ("table", "CREATE FOREIGN TABLE"),
    "p": ("table", "CREATE PARTITIONED TABLE"),
    "S": ("sequence", "CREATE SEQUENCE"),
}

_RELATIONS = (
    "SELECT pg_class.oid::bigint, relname::text, relkind::text, relpersistence::text, "
    "coalesce(amname::text, ''), relispartition "
    f"FROM pg_class LEFT JOIN pg_am ON pg_am.oid = relam WHERE {_OURS} ORDER BY relname"
)
_COLUMNS = (
    "SELECT attrelid::bigint, attname::text, format_type(atttypid, atttypmod), "
    "CASE WHEN attcollation <> typcollation THEN coalesce(collname::text, '?') END, "
    "attnotnull, attidentity::text, attgenerated::text, pg_get_expr(adbin, adrelid), "
    "EXISTS (SELECT FROM pg_constraint WHERE conrelid = attrelid AND contype = 'n' "
    "AND attnum = ANY(conkey) AND NOT convalidated) "
    "FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid "
    "JOIN pg_type ON pg_type.oid = atttypid "
    "LEFT JOIN pg_collation ON pg_collation.oid = attcollation "
    "LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum "
    f"WHERE {_OURS} AND attnum > 0 AND NOT attisdropped ORDER BY attrelid, attnum"
)
_CONSTRAINTS = (
    "SELECT conrelid::bigint, contype::text, "
    "pg_get_constraintdef(pg_constraint.oid) || CASE WHEN indisunique IS NOT FALSE "
    "AND indisvalid IS NOT FALSE AND indisready IS NOT FALSE AND indislive IS NOT FALSE "
    "THEN '' ELSE ' NOT VALID' END, "
    "(SELECT array_agg(attname::text ORDER BY place) "
    "FROM unnest(conkey) WITH ORDINALITY AS k(number, place) "
    "JOIN pg_attribute ON attrelid = conrelid AND attnum = number) "
    "FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid "
    "LEFT JOIN pg_index ON indexrelid = conindid AND contype IN ('p', 'u') "
    f"WHERE {_OURS} AND contype <> 'n' ORDER BY conrelid, contype, 3"
)
_FUNCTIONS = (
    "SELECT prokind::text, proname::text, pg_get_function_arguments(pg_proc.oid), "
    "CASE WHEN proallargtypes IS NULL THEN pg_get_function_result(pg_proc.oid) END, "
    "lanname::text, provolatile::text, prosecdef, proisstrict, proleakproof, "
    "proparallel::text, coalesce(array_to_string(proconfig, ', '), ''), prosrc "
    "FROM pg_proc JOIN pg_language ON pg_language.oid = prolang "
    "WHERE pronamespace = to_regnamespace('trajet') ORDER BY proname, 3"
)
_EXTRAS = {
    "index": (
        "SELECT ci.relname::text, pg_get_indexdef(indexrelid) FROM pg_index "
        "JOIN pg_class ci ON ci.oid = indexrelid JOIN pg_class ON pg_class.oid = indrelid "
        f"WHERE {_OURS} AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)"
    ),
    "trigger": (
        "SELECT tgname::text, pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger "
        f"JOIN pg_class ON pg_class.oid = tgrelid WHERE {_OURS}"
    ),
    "rule": (
        "SELECT rulename::text, pg_get_ruledef(pg_rewrite.oid) FROM pg_rewrite "
        f"JOIN pg_class ON pg_class.oid = ev_class WHERE {_OURS} AND relkind = 'r'"
    ),
    "policy": (
        "SELECT polname::text, 'on ' || relname FROM pg_policy "
        f"JOIN pg_class ON pg_class.oid = polrelid WHERE {_OURS}"
    ),
    "row-level security": (
        f"SELECT 'on ' || relname, 'enabled' FROM pg_class WHERE {_OURS} "
        "AND (relrowsecurity OR relforcerowsecurity)"
    ),
    "child table": (
        "SELECT inhrelid::regclass::text, 'of ' || relname FROM pg_inherits "
        f"JOIN pg_class ON pg_class.oid = inhparent WHERE {_OURS}"
    ),
    "parent table": (
        "SELECT inhparent::regclass::text, 'of ' || relname FROM pg_inherits "
        f"JOIN pg_class ON pg_class.oid = inhrelid WHERE {_OURS}"
    ),
    "foreign key": (
        "SELECT conname::text, 'to ' || relname FROM pg_constraint "
        f"JOIN pg_class ON pg_class.oid = confrelid WHERE {_OURS}"
    ),
    "object": (
        "SELECT identity, type FROM pg_depend, pg_identify_object(classid, objid, 0) "
        "WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('trajet') "
        "AND classid NOT IN ('pg_class'::regclass, 'pg_proc'::regclass)"
    ),
    "login trigger": (
        "SELECT evtname::text, 'calls ' || evtfoid::regprocedure::text FROM pg_event_trigger "
        "WHERE evtevent = 'login'"
    ),
    "setting": (
        "SELECT name, 'on' FROM pg_settings WHERE setting = 'on' "
        "AND name IN ('zero_damaged_pages', 'ignore_checksum_failure', 'ignore_system_indexes') "
        "UNION SELECT split_part(said, '=', 1), split_part(said, '=', 2) || ' for ' "
        "|| CASE setrole WHEN 0 THEN 'everybody' ELSE setrole::regrole::text END "
        "FROM pg_db_role_setting, unnest(setconfig) AS c(said) "
        "WHERE setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))"
        " AND said ~ '^(zero_damaged_pages|ignore_checksum_failure|session_replication_role)='"
    ),
}
"""What acts on a store, hides rows of it or hides damage, and belongs to none."""

_ALLOWED = (
    "CASE WHEN relname = 'tlog_head' THEN right_name IN ('SELECT', 'UPDATE') "
    "ELSE right_name IN ('SELECT', 'INSERT') END"
)
_RIGHTS = (
    "WITH ours AS MATERIALIZED (SELECT oid, relname, relkind, relowner, relacl FROM pg_class "
    f"WHERE {_OURS}), "
    "columns AS MATERIALIZED (SELECT relname, relowner, attacl FROM pg_attribute "
    "JOIN ours ON ours.oid = attrelid WHERE attacl IS NOT NULL), "
    "holders AS MATERIALIZED (SELECT pg_roles.oid AS holder, rolname FROM pg_roles "
    "WHERE NOT (rolsuper AND rolname <> current_user) AND oid IN ("
    "SELECT grantee FROM ours, aclexplode(relacl) WHERE grantee <> relowner "
    "UNION SELECT grantee FROM columns, aclexplode(attacl) WHERE grantee <> relowner "
    "UNION SELECT oid FROM pg_roles WHERE rolname = current_user AND NOT rolsuper "
    "AND oid NOT IN (SELECT relowner FROM ours))) "
    "SELECT rolname::text, right_name, relname::text FROM ours CROSS JOIN holders "
    "CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) "
    "AS r(right_name) "
    f"WHERE relkind = 'r' AND NOT ({_ALLOWED}) "
    "AND (has_table_privilege(holder, ours.oid, right_name) "
    "OR right_name IN ('INSERT', 'UPDATE') "
    "AND has_any_column_privilege(holder, ours.oid, right_name)) "
    "UNION ALL SELECT 'everybody', privilege_type, relname::text "
    "FROM ours, aclexplode(relacl) WHERE grantee = 0 AND privilege_type <> 'SELECT' "
    "UNION ALL SELECT 'everybody', privilege_type, relname::text "
    "FROM columns, aclexplode(attacl) WHERE grantee = 0 AND privilege_type <> 'SELECT' "
    "UNION ALL SELECT rolname::text, 'CREATE', nspname::text FROM pg_namespace, holders "
    "WHERE nspname = 'trajet' AND has_schema_privilege(holder, pg_namespace.oid, 'CREATE') "
    "UNION ALL SELECT 'everybody', privilege_type, nspname::text "
    "FROM pg_namespace, aclexplode(nspacl) "
    "WHERE nspname = 'trajet' AND grantee = 0 AND privilege_type = 'CREATE' "
    "UNION ALL SELECT 'everybody', 'EXECUTE', proname::text FROM pg_proc "
    "WHERE pronamespace = to_regnamespace('trajet') "
    "AND has_function_privilege('public', pg_proc.oid, 'EXECUTE') "
    "UNION ALL SELECT rolname::text, 'OWN', name::text FROM pg_roles CROSS JOIN ("
    "SELECT relname, relowner FROM ours UNION ALL SELECT proname, proowner FROM pg_proc "
    "WHERE pronamespace = to_regnamespace('trajet')) AS owned(name, owner) "
    "WHERE rolname = current_user AND NOT rolsuper AND pg_has_role(current_user, owner, 'USAGE') "
    "ORDER BY 3, 2, 1"
)
"""
Who may do more to a table than is granted when a store is made: through a grant on it or on a
column, or because a role that has one is a member of another, or a superuser.
"""


class Definitions:
    """Asks the catalog; ``ask`` returns the rows of a statement."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def tables(self) -> set[str]:
        """Name what is really a table."""
        return {name for _, name, kind, *_ in self._ask(_RELATIONS) if kind == "r"}

    def types(self) -> dict[tuple[str, str], str]:
        """Return the type of each column, by table and column."""
        names = {number: name for number, name, *_ in self._ask(_RELATIONS)}
        return {(names[table], column): kind for table, column, kind, *_ in self._ask(_COLUMNS)}

    def objects(self) -> list[Object]:
        """Return kind, name and definition of everything there is in our schema or acts on it."""
        extras = [
            (kind, name, statement)
            for kind, question in _EXTRAS.items()
            for name, statement in self._ask(question)
        ]
        return [*self._relations(), *self._functions(), *extras, *self._rights()]

    def _relations(self) -> list[Object]:
        columns: dict[int, list[str]] = {}
        for table, *column in self._ask(_COLUMNS):
            columns.setdefault(table, []).append(_column(*column))
        together: dict[int, list[str]] = {}
        for table, kind, definition, names in self._ask(_CONSTRAINTS):
            _note(columns[table], together.setdefault(table, []), kind, definition, names)
        return [
            _relation([*columns.get(number, []), *together.get(number, [])], *relation)
            for number, *relation in self._ask(_RELATIONS)
        ]

    def _functions(self) -> list[Object]:
        return [_function(*row) for row in self._ask(_FUNCTIONS)]

    def _rights(self) -> list[Object]:
        rights: dict[tuple[str, str], list[str]] = {}
        for holder, right, where in self._ask(_RIGHTS):
            rights.setdefault((where, holder), []).append(right)
        return [
            ("right", f"to {', '.join(held)} on {where}", f"held by {holder}")
            for (where, holder), held in rights.items()
        ]


def _column(
    name: str,
    kind: str,
    collation: str | None,
    required: bool,
    identity: str,
    generated: str,
    value: str | None,
    unchecked: bool,
) -> str:
    parts = [name, kind]
    if collation is not None:
        parts.append(f'COLLATE "{collation}"')
    if required:
        parts.append("NOT NULL NOT VALID" if unchecked else "NOT NULL")
    if identity:
        parts.append("GENERATED AS IDENTITY")
    if generated:
        parts.append(f"GENERATED ALWAYS AS ({value})")
    elif value is not None:
        parts.append(f"DEFAULT {value}")
    return " ".join(parts)


def _note(
    columns: list[str], together: list[str], kind: str, definition: str, names: list[str] | None
) -> None:
    """Write a constraint where we write it: with its column if it has but one."""
    short = {"p": "PRIMARY KEY", "u": "UNIQUE"}.get(kind)
    name = names[0] if names and len(names) == 1 else None
    if short is None or name is None or definition != f"{short} ({name})":
        together.append(definition)
        return
    at = next(at for at, column in enumerate(columns) if column.startswith(f"{name} "))
    if kind == "p":
        columns[at] = columns[at].removesuffix(" NOT NULL")
    columns[at] += f" {short}"


def _relation(
    parts: list[str], name: str, kind: str, kept: str, method: str, partition: bool
) -> Object:
    what, made_by = _KINDS.get(kind, ("relation", f"CREATE {kind}"))
    if kept == "u":
        made_by = made_by.replace("CREATE", "CREATE UNLOGGED")
    end = f" USING {method}" if method not in ("", "heap") else ""
    end += " PARTITION" if partition else ""
    return (what, name, f"{made_by} {SCHEMA}.{name} ({', '.join(parts)}){end}")


def _function(
    kind: str,
    name: str,
    arguments: str,
    returned: str | None,
    language: str,
    volatile: str,
    as_owner: bool,
    strict: bool,
    leakproof: bool,
    parallel: str,
    settings: str,
    body: str,
) -> Object:
    said = {
        "IMMUTABLE": volatile == "i",
        "STABLE": volatile == "s",
        "SECURITY DEFINER": as_owner,
        "STRICT": strict,
        "LEAKPROOF": leakproof,
        "PARALLEL": parallel != "u",
        f"SET {settings}": bool(settings),
        f"OF KIND {kind}": kind != "f",
    }
    more = "".join(f" {word}" for word, is_so in said.items() if is_so)
    result = f" RETURNS {returned}" if returned else ""
    made_by = f"CREATE FUNCTION {SCHEMA}.{name}({arguments}){result} LANGUAGE {language}{more} AS "
    return ("function", name, f"{made_by}$${body}$$")
