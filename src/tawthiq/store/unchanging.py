"""What the database itself refuses: changing or removing what somebody said or did.

Our own code never tries. The triggers are for the day when a program, a shell or a
mistaken migration does. Whoever owns the file can take them away: they keep accidents
out, not an intruder, against whom only a ledger checkpoint held elsewhere helps.

A migration that adds a column to one of these tables makes SQLite rebuild the table
without its triggers, and has to put them on again (a test looks for each of them).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

# Per model, the columns that may still be written after the row is there.
CHANGEABLE: Mapping[str, tuple[str, ...]] = {
    "Claim": ("superseded_by_id",),
    "PeriodClaim": ("superseded_by_id",),
    "Toll": (),
    "Document": (),
    "ImportBatch": (),
    "JournalEntry": (),
    "Grouping": (),
    "GradeDecision": (),
    "NamedCount": (),
    "Statement": (),
}


# The tables of the log, put on by a later step. Salts are not among them: they may be removed.
OF_THE_LOG: tuple[str, ...] = (
    "LedgerEntry",
    "LedgerHash",
    "LedgerHead",
    "SealedPart",
    "KeptCheckpoint",
)

# Lists of people, put on by a later step. Persons are not among them: they are computed.
OF_PERSONS: Mapping[str, tuple[str, ...]] = {
    "VictimList": (),
    "ColumnMapping": (),
    "PersonRecord": ("superseded_by_id",),
    "LinkageRun": (),
    "LinkedPair": (),
    "PairDecision": (),
}

# The tables of evidence, put on by a later step still.
OF_EVIDENCE: tuple[str, ...] = (
    "EvidenceItem",
    "EvidenceLink",
    "PackageNumber",
    "PackageMade",
    "PersonsSeen",
    "ConsentEvent",
    "Release",
    "Authority",
    "StampAsked",
    "StampReply",
    "WitnessKey",
    "WitnessedCheckpoint",
    "Erasure",
)

# What may tell of a person: never changed, and removed only where a row of Erasure names it.
ERASABLE: tuple[str, ...] = (
    "EvidenceContent",
    "CustodyStep",
    "EvidenceSight",
    "EvidenceLikeness",
    "EvidenceDerivation",
    "Handover",
    "ConsentPerson",
)


def erasure_refusals(vendor: str, table: str, columns: Sequence[str]) -> list[str]:
    """The statements that make a database refuse all but an erasure that is on record.

    Raises:
        ValueError: Another vendor, for which nobody has written this.
    """
    named = ", ".join(f'"{column}"' for column in columns)
    on_record = f'SELECT 1 FROM store_erasure WHERE "table" = \'{table}\' AND "row" = OLD.id'
    if vendor == "sqlite":
        stop = f"SELECT RAISE(ABORT, '{_message(table)}');"
        return [
            f"CREATE TRIGGER {table}_stays BEFORE UPDATE OF {named} ON {table} BEGIN {stop} END",
            f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table} "
            f"WHEN NOT EXISTS ({on_record}) BEGIN {stop} END",
        ]
    if vendor != "postgresql":
        raise ValueError(f"no triggers are written for {vendor}")
    raise_ = f"RAISE EXCEPTION '{_message(table)}'"
    call = f"FOR EACH ROW EXECUTE FUNCTION {table}"
    return [
        f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {raise_}; END $$",
        f"CREATE FUNCTION {table}_erase() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF NOT EXISTS ({on_record}) THEN {raise_}; END IF; RETURN OLD; END $$",
        f"CREATE TRIGGER {table}_stays BEFORE UPDATE OF {named} ON {table} {call}_refuse()",
        f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table} {call}_erase()",
        f"CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
    ]


# What people say for the law, put on by a later step.
OF_THE_LAW: tuple[str, ...] = (
    "EvidencePiece",
    "IncidentFact",
    "Ascription",
    "ConflictClassification",
    "AreaAgreement",
    "IncidentPattern",
    "LawRow",
)


def refusals(vendor: str, table: str, columns: Sequence[str], later: Sequence[str]) -> list[str]:
    """The statements that make a database refuse changes to a table.

    Args:
        vendor: "sqlite" or "postgresql".
        columns: All columns of the table.
        later: Columns that may be set once, from NULL, after the row is there.

    Raises:
        ValueError: Another vendor, for which nobody has written this.
    """
    fixed = [column for column in columns if column not in later]
    if vendor == "sqlite":
        return list(_on_sqlite(table, fixed, later))
    if vendor == "postgresql":
        return list(_on_postgresql(table, fixed, later))
    raise ValueError(f"no triggers are written for {vendor}")


def _on_sqlite(table: str, fixed: Sequence[str], later: Sequence[str]) -> Iterator[str]:
    stop = f"SELECT RAISE(ABORT, '{_message(table)}');"
    named = ", ".join(f'"{column}"' for column in fixed)
    yield f"CREATE TRIGGER {table}_stays BEFORE UPDATE OF {named} ON {table} BEGIN {stop} END"
    yield f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table} BEGIN {stop} END"
    for column in later:
        yield (
            f'CREATE TRIGGER {table}_{column}_once BEFORE UPDATE OF "{column}" ON {table} '
            f'WHEN OLD."{column}" IS NOT NULL BEGIN {stop} END'
        )


def _on_postgresql(table: str, fixed: Sequence[str], later: Sequence[str]) -> Iterator[str]:
    yield (
        f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_message(table)}'; END $$"
    )
    named = ", ".join(f'"{column}"' for column in fixed)
    call = f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
    yield f"CREATE TRIGGER {table}_stays BEFORE UPDATE OF {named} ON {table} {call}"
    yield f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table} {call}"
    yield (
        f"CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
    )
    for column in later:
        yield (
            f'CREATE TRIGGER {table}_{column}_once BEFORE UPDATE OF "{column}" ON {table} '
            f'FOR EACH ROW WHEN (OLD."{column}" IS NOT NULL) EXECUTE FUNCTION {table}_refuse()'
        )


def _message(table: str) -> str:
    return f"{table}: what was recorded is never edited or removed; supersede it"
