from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tawthiq.actions.checkpoints import checkpoint
from tawthiq.actions.import_places import import_places
from tawthiq.actions.save_statement import save_statement
from tawthiq.actions.verify import Verified, verify
from tawthiq.errors import NotLookedAtError
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.sealed.promises import KINDS
from tawthiq.store.sealed.tables import KEPT, table_of

from ..house import LAYLA
from .tampering import OUTLINE, copied, run, undone, value

EVERY = sorted(KEPT)

# For each table: a column that somebody might want to say something else, and what it would say.
WANTED = {
    "AreaAgreement": ("source", "'nowhere'"),
    "Ascription": ("party", "'Somebody else'"),
    "Boundary": ("credit", "'somebody'"),
    "Case": ("title_en", "'Nothing happened'"),
    "Claim": ("words", "'nobody was killed'"),
    "Authority": ("address", "'http://elsewhere.example/'"),
    "ColumnMapping": ("columns", "'{}'"),
    "ConflictClassification": ("conflict", "'IAC'"),
    "ConsentEvent": ("purpose", "'publish-name'"),
    "ConsentPerson": ("name", "'Somebody else'"),
    "CustodyStep": ("holder", "'Somebody else'"),
    "Document": ("title", "'Another report'"),
    "Erasure": ("row", "1"),
    "EvidenceContent": ("source", "'Somebody else'"),
    "EvidenceDerivation": ("reason", "'another'"),
    "EvidenceItem": ("came", "'captured'"),
    "EvidenceLikeness": ("quality", "99"),
    "EvidenceLink": ("code", "'N002'"),
    "EvidencePiece": ("kind", "'photo'"),
    "EvidenceSight": ("said", "'{\"width\": 1}'"),
    "GradeDecision": ("grade", "'discounted'"),
    "Grouping": ("incident", "'N002'"),
    "Handover": ('"to"', "'Somebody else'"),
    "ImportBatch": ("sha256", "'00'"),
    "IncidentFact": ("value", "'true'"),
    "IncidentPattern": ("title_en", "'Another set'"),
    "JournalEntry": ('"by"', "'Somebody else'"),
    "LinkageRun": ("high", "0.1"),
    "LinkedPair": ("same", "0.1"),
    "LawRow": ("signed_by", "'Another lawyer'"),
    "NamedCount": ("title_en", "'Rebels killed'"),
    "PackageMade": ("about", "'another matter'"),
    "PackageNumber": ("number", "7"),
    "PeriodClaim": ("low", "6"),
    "PersonsSeen": ("persons", "'[]'"),
    "PairDecision": ("verdict", "'different'"),
    "PersonRecord": ("status", "'combatant'"),
    "Place": ("name_en", "'Elsewhere'"),
    "Release": ("recipient", "'Somebody else'"),
    "Source": ("name_en", "'A party to the war'"),
    "StampAsked": ("since", "'2001-01-01 00:00:00'"),
    "StampReply": ("reply", "'AA=='"),
    "Statement": ("text", "'All is well.'"),
    "Toll": ("best", "1"),
    "WitnessKey": ("name", "'Somebody else'"),
    "WitnessedCheckpoint": ("note", "'another note'"),
    "VictimList": ("code", "'L9'"),
}
# What keeps two rows apart, so that a slipped-in one is possible at all.
APART = {
    "Boundary": {"place": "'ZZ1'"},
    "Case": {"code": "'another'"},
    "Claim": {"code": "'N009.1'"},
    "ConsentPerson": {"code": "'P-9999'"},
    "CustodyStep": {"number": "99"},
    "Document": {"digest": "'00'"},
    "Erasure": {'"row"': "1", "row": "1"},
    "EvidenceContent": {"item_id": "(SELECT min(id) FROM store_evidenceitem) + 100"},
    "EvidenceDerivation": {"item_id": "(SELECT min(id) FROM store_evidenceitem)", "number": "9"},
    "EvidenceItem": {"code": "'E-999999'"},
    "LinkageRun": {"number": "99"},
    "NamedCount": {"version": "99"},
    "PackageNumber": {"number": "99", "prefix": "'SOUTH'"},
    "PeriodClaim": {"code": "'T009'"},
    "PersonRecord": {"version": "99"},
    "Place": {"code": "'ZZ1'"},
    "Source": {"key": "'somebody'"},
    "StampAsked": {"sha256": "'00'"},
    "Statement": {"version": "99"},
    "WitnessKey": {"key": "'another key'"},
    "VictimList": {"code": "'L9'", "document_id": "(SELECT min(id) FROM store_document)"},
}


def found(home: Home, **more: object) -> list[tuple[str, str]]:
    done = verify(home, **more)  # type: ignore[arg-type]
    return [(each.table, each.what.value) for each in done.differences]


def codes(done: Verified) -> set[str]:
    return {each.code for each in done.differences}


def test_what_honest_people_did_holds(full: str, home: Home) -> None:
    done = verify(home)
    assert done.differences == ()
    assert done.rows[table_of("Claim")] == models.Claim.objects.count()
    promises = sum(f"kind {kind}\n".encode() in bytes(one.sealed) for kind in KINDS
                   for one in models.LedgerEntry.objects.all())  # fmt: skip
    assert done.head.size == models.JournalEntry.objects.count() + promises


def test_where_nothing_was_sealed_nothing_is_said_to_hold(db: None, home: Home) -> None:
    with pytest.raises(NotLookedAtError, match="nothing has been sealed yet"):
        verify(home)


def missed(home: Home, what: str, *deeds: tuple[str, Sequence[str]]) -> list[str]:
    """Tables in which something was done, and undone again, that nobody named."""
    unnamed = list[str]()
    for name, statements in deeds:
        with undone():
            run(*statements)
            if (table_of(name), what) not in found(home):
                unnamed.append(name)
    return unnamed


def last_of(name: str) -> object:
    return value(f"SELECT max(id) FROM {table_of(name)}")


def test_a_row_edited_behind_our_back_is_named(full: str, home: Home) -> None:
    deeds = [
        (name, [f"UPDATE {table_of(name)} SET {column} = {other} WHERE id = {last_of(name)}"])
        for name, (column, other) in sorted(WANTED.items())
    ]
    assert set(WANTED) == set(EVERY)
    assert missed(home, "changed", *deeds) == []


def test_a_row_removed_behind_our_back_is_named(full: str, home: Home) -> None:
    assert missed(home, "deleted", *((name, removal(name)) for name in EVERY)) == []


def removal(name: str) -> Sequence[str]:
    """Statements that remove the last row of a table."""
    number = last_of(name)
    gone = f"DELETE FROM {table_of(name)} WHERE id = {number}"
    if not pointing(name):
        return [gone]
    # Under another number, so that no row that points to it stands in the way.
    alone = copied(name, number, 900_000, **APART.get(name, {}))
    return [
        alone,
        *(f"UPDATE {t} SET {c} = 900000 WHERE {c} = {number}" for t, c in pointing(name)),
        gone,
    ]


def test_a_row_slipped_in_behind_our_back_is_named(full: str, home: Home) -> None:
    deeds = [
        (name, [copied(name, last_of(name), 900_000, **APART.get(name, {}))]) for name in EVERY
    ]
    assert missed(home, "inserted", *deeds) == []


@pytest.mark.parametrize("name", ["Claim", "Toll", "Grouping", "JournalEntry"])
def test_a_row_slipped_in_is_not_sealed_by_the_next_honest_action(
    full: str, home: Home, name: str
) -> None:
    number = value(f"SELECT max(id) FROM {table_of(name)}")
    run(copied(name, number, 900_000, **APART.get(name, {})))
    save_statement(full, "s", "en", "Thirteen.", said_on=None, by=LAYLA, because="x")
    assert (table_of(name), "inserted") in found(home, level=1)


def pointing(name: str) -> list[tuple[str, str]]:
    """Every table and column that names a row of this table by its number."""
    model = getattr(models, name)
    return [
        (other._meta.db_table, field.column)
        for other in model._meta.apps.get_app_config("store").get_models()
        for field in other._meta.concrete_fields
        if field.related_model is model
    ]


def test_two_rows_that_change_places_are_named(full: str, home: Home) -> None:
    table = table_of("JournalEntry")
    run(
        f"UPDATE {table} SET id = -1 WHERE id = (SELECT min(id) FROM {table})",
        f"UPDATE {table} SET id = (SELECT min(id) FROM {table} WHERE id > 0) - 1 "
        f"WHERE id = (SELECT max(id) FROM {table})",
        f"UPDATE {table} SET id = (SELECT max(id) FROM {table}) + 1 WHERE id = -1",
    )
    assert [each for each in found(home) if each == (table, "changed")] != []


def test_a_named_claim_is_named(full: str, home: Home) -> None:
    run("UPDATE store_claim SET words = 'no' WHERE code = 'N002.1'")
    [only] = verify(home).differences
    assert (only.table, only.code) == ("store_claim", "N002.1")
    assert "N002.1" in only.said.ar


def test_a_number_in_a_claim_is_named_by_its_claim(full: str, home: Home) -> None:
    number = value("SELECT id FROM store_claim WHERE code = 'N002.2'")
    run(f"UPDATE store_toll SET low = 0 WHERE claim_id = {number}")
    assert codes(verify(home)) == {"N002.2"}


def test_a_correction_that_is_taken_back_is_named(full: str, home: Home) -> None:
    run("UPDATE store_claim SET superseded_by_id = NULL WHERE version = 1 AND code = 'N001.1'")
    assert found(home, level=1) == [("store_claim", "out of line")]


def test_a_case_put_back_to_an_earlier_state_is_named(full: str, home: Home) -> None:
    run("UPDATE store_case SET revision = revision - 1")
    assert found(home, level=1) == [("store_case", "changed")]


@pytest.mark.parametrize(
    "change", ["SET killed_best = 0", "SET grade = 'weak', title_en = 'x'", "SET lat = 1.5"]
)
def test_an_incident_that_its_claims_do_not_give_is_named(
    full: str, home: Home, change: str
) -> None:
    run(f"UPDATE store_incident {change} WHERE code = 'N002'")
    assert codes(verify(home)) == {"N002"}
    done = verify(home, level=1)
    assert done.holds
    assert any("--level 2" in left.en for left in done.not_looked_at)


def test_an_incident_without_claims_and_one_that_is_missing_are_named(
    full: str, home: Home
) -> None:
    run("UPDATE store_incident SET code = 'N777' WHERE code = 'N002'")
    assert codes(verify(home)) == {"N002", "N777"}


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("DELETE FROM store_ledgerentry WHERE place = 2", "entry 2"),
        ("UPDATE store_ledgerentry SET sealed = (SELECT sealed FROM store_ledgerentry "
         "WHERE place = 1) WHERE place = 3", "entry 3"),
        ("DELETE FROM store_ledgerhash WHERE place = 2", "tile/0/000.p/"),
        ("DELETE FROM store_ledgerhead WHERE size = (SELECT max(size) FROM store_ledgerhead)",
         "entry "),
        ("DELETE FROM store_sealedpart WHERE entry = 1", "entry 1"),
    ],
)  # fmt: skip
def test_a_change_of_the_log_is_named(full: str, home: Home, statement: str, where: str) -> None:
    run(statement)
    assert any(code.startswith(where) for code in codes(verify(home)))


def test_a_removed_salt_hides_no_change(full: str, home: Home) -> None:
    run("DELETE FROM store_sealedsalts WHERE \"table\" = 'Claim'")
    assert {what for _, what in found(home)} == {"salt removed"}


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE store_toll",
        "UPDATE store_sealedpart SET rows = 'text'",
        "UPDATE store_sealedpart SET rows = 7",
        "UPDATE store_ledgerhead SET root = 'text'",
        "UPDATE store_ledgerhash SET hash = 'text'",
        "UPDATE store_ledgerentry SET sealed = 'text'",
        "UPDATE store_sealedsalts SET salts = ''",
        "UPDATE store_claim SET words = x'ff', place_said = 7",
        "UPDATE store_claim SET words = CAST(x'ff' AS TEXT)",
        "UPDATE store_toll SET low = 1e300",
        "UPDATE store_keptcheckpoint SET note = 'x', size = 'y'",
        "UPDATE store_keptcheckpoint SET note = replace(note, 'tawthiq-', 'tawthiq_')",
    ],
)
@pytest.mark.sqlite
def test_nonsense_in_the_tables_never_passes_and_never_ends_in_a_traceback(
    full: str, home: Home, statement: str
) -> None:
    checkpoint(home)
    run("PRAGMA ignore_check_constraints=ON", statement)
    try:
        assert not verify(home).holds
    except NotLookedAtError as error:
        assert "cannot be read" in error.en


def test_places_that_an_import_replaces_are_not_missing(
    full: str, home: Home, tmp_path: Path
) -> None:
    file = tmp_path / "again.geojson"
    file.write_text(OUTLINE.replace("Invented", "Invented anew"), encoding="utf-8")
    import_places(file, by=LAYLA, because="a better outline")
    assert verify(home).holds


def test_a_replaced_place_that_is_put_back_is_named(full: str, home: Home, tmp_path: Path) -> None:
    old = value("SELECT max(id) FROM store_place")
    file = tmp_path / "again.geojson"
    file.write_text(OUTLINE.replace("Invented", "Invented anew"), encoding="utf-8")
    import_places(file, by=LAYLA, because="a better outline")
    assert isinstance(old, int)
    number = value("SELECT max(id) FROM store_place")
    run(copied("Place", number, old, code="'ZZ1'"))
    assert found(home, level=1) == [("store_place", "inserted")]
