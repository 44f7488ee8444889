from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.checkpoints import change_key, checkpoint
from tawthiq.actions.import_places import import_places
from tawthiq.actions.name_count import name_published
from tawthiq.actions.override_grade import override_grade
from tawthiq.actions.save_statement import save_statement
from tawthiq.actions.seal import TAKEN_OVER, take_over
from tawthiq.actions.verify import Verified, verify
from tawthiq.errors import HomeError, IntegrityError, NotLookedAtError
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.key import VerificationKey
from tawthiq.records.grade import Grade
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.sealed.tables import KEPT, table_of
from tawthiq.values.both import Both

from ..house import CASE, LAYLA, MARKET, OMAR, corrected, take
from .tampering import copied, run, value

EVERY = sorted(KEPT)

# For each table: a column that somebody might want to say something else, and what it would say.
WANTED = {
    "Boundary": ("credit", "'somebody'"),
    "Case": ("title_en", "'Nothing happened'"),
    "Claim": ("words", "'nobody was killed'"),
    "Document": ("title", "'Another report'"),
    "GradeDecision": ("grade", "'discounted'"),
    "Grouping": ("incident", "'N002'"),
    "ImportBatch": ("sha256", "'00'"),
    "JournalEntry": ('"by"', "'Somebody else'"),
    "NamedCount": ("title_en", "'Rebels killed'"),
    "PeriodClaim": ("low", "6"),
    "Place": ("name_en", "'Elsewhere'"),
    "Source": ("name_en", "'A party to the war'"),
    "Statement": ("text", "'All is well.'"),
    "Toll": ("best", "1"),
}
# What keeps two rows apart, so that a slipped-in one is possible at all.
APART = {
    "Boundary": {"place": "'ZZ1'"},
    "Case": {"code": "'another'"},
    "Claim": {"code": "'N009.1'"},
    "Document": {"digest": "'00'"},
    "NamedCount": {"version": "99"},
    "PeriodClaim": {"code": "'T009'"},
    "Place": {"code": "'ZZ1'"},
    "Source": {"key": "'somebody'"},
    "Statement": {"version": "99"},
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def full(case: str, tmp_path: Path) -> str:
    """A case with a row in every record table."""
    save_statement(case, "s", "en", "Twelve.", said_on=date(2031, 4, 1), by=LAYLA, because="x")
    override_grade(case, "N001", Grade.WEAK, by=OMAR, because="looked again")
    name_published(case, "total", Both("Total", "المجموع"), "T001", by=LAYLA, because="x")
    outlines = tmp_path / "outlines.geojson"
    outlines.write_text(OUTLINE, encoding="utf-8")
    import_places(outlines, by=LAYLA, because="x")
    take([corrected(MARKET[0], killed=13)])
    for name in KEPT:
        assert getattr(models, name).objects.exists(), name
    return case


OUTLINE = """{"type": "FeatureCollection", "features": [{"type": "Feature",
"properties": {"ADM1_PCODE": "SY07", "ADM1_EN": "Invented", "ADM1_AR": "مختلقة"},
"geometry": {"type": "Polygon", "coordinates": [[[36, 35], [36.1, 35], [36.1, 35.1], [36, 35]]]}}]}
"""


def found(home: Home, **more: object) -> list[tuple[str, str]]:
    done = verify(home, **more)  # type: ignore[arg-type]
    return [(each.table, each.what.value) for each in done.differences]


def codes(done: Verified) -> set[str]:
    return {each.code for each in done.differences}


def test_what_honest_people_did_holds(full: str, home: Home) -> None:
    done = verify(home)
    assert done.differences == ()
    assert done.rows[table_of("Claim")] == models.Claim.objects.count()
    assert done.head.size == models.JournalEntry.objects.count()


def test_where_nothing_was_sealed_nothing_is_said_to_hold(db: None, home: Home) -> None:
    with pytest.raises(NotLookedAtError, match="nothing has been sealed yet"):
        verify(home)


@pytest.mark.parametrize("name", EVERY)
def test_a_row_edited_behind_our_back_is_named(full: str, home: Home, name: str) -> None:
    column, other = WANTED[name]
    number = value(f"SELECT max(id) FROM {table_of(name)}")
    run(f"UPDATE {table_of(name)} SET {column} = {other} WHERE id = {number}")
    assert (table_of(name), "changed") in found(home)


@pytest.mark.parametrize("name", EVERY)
def test_a_row_removed_behind_our_back_is_named(full: str, home: Home, name: str) -> None:
    number = value(f"SELECT max(id) FROM {table_of(name)}")
    alone = copied(name, number, 900_000, **APART.get(name, {}))
    # Under another number, so that no row that points to it stands in the way.
    if name in ("Case", "Source", "Document", "ImportBatch", "Claim"):
        pointed = [f"UPDATE {t} SET {c} = 900000 WHERE {c} = {number}" for t, c in pointing(name)]
        run(alone, *pointed, f"DELETE FROM {table_of(name)} WHERE id = {number}")
    else:
        run(f"DELETE FROM {table_of(name)} WHERE id = {number}")
    assert (table_of(name), "deleted") in found(home)


@pytest.mark.parametrize("name", EVERY)
def test_a_row_slipped_in_behind_our_back_is_named(full: str, home: Home, name: str) -> None:
    number = value(f"SELECT max(id) FROM {table_of(name)}")
    run(copied(name, number, 900_000, **APART.get(name, {})))
    assert (table_of(name), "inserted") in found(home)


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


def test_a_damaged_log_takes_no_further_entry(full: str) -> None:
    run("DELETE FROM store_ledgerhash WHERE place = (SELECT max(place) FROM store_ledgerhash)")
    with pytest.raises(IntegrityError):
        save_statement(full, "s", "en", "Thirteen.", said_on=None, by=LAYLA, because="x")
    assert not models.Statement.objects.filter(text="Thirteen.").exists()


def test_who_recomputes_everything_is_found_by_a_checkpoint_held_elsewhere(
    full: str, home: Home, tmp_path: Path
) -> None:
    held = checkpoint(home).to_bytes()
    tables = ("ledgerentry", "ledgerhash", "ledgerhead", "sealedpart", "sealedsalts")
    run(
        "UPDATE store_toll SET low = 0, best = 0, high = 0",
        *(f"DELETE FROM store_{table}" for table in (*tables, "keptcheckpoint")),
    )
    take_over(by=LAYLA)
    assert verify(home, level=1).holds, "the forger has done all that can be done in here"
    done = verify(home, level=1, held=[held])
    assert [each.code for each in done.differences] == ["checkpoint"]
    assert "entries were removed" in done.differences[0].said.en


def test_a_forked_log_of_the_same_length_is_found_too(full: str, home: Home) -> None:
    held = checkpoint(home).to_bytes()
    size = models.LedgerHead.objects.count()
    tables = ("ledgerentry", "ledgerhash", "ledgerhead", "sealedpart", "sealedsalts")
    run(
        "UPDATE store_toll SET low = 0, best = 0, high = 0",
        *(f"DELETE FROM store_{table}" for table in (*tables, "keptcheckpoint")),
    )
    take_over(by=LAYLA)
    while models.LedgerHead.objects.count() < size:
        save_statement(full, "s", "en", f"{size} {models.LedgerHead.objects.count()}",
                       said_on=None, by=LAYLA, because="x")  # fmt: skip
    [only] = verify(home, level=1, held=[held]).differences
    assert "something sealed was changed" in only.said.en


def test_our_own_old_checkpoint_finds_a_shrunken_log(full: str, home: Home) -> None:
    checkpoint(home)
    run(
        "DELETE FROM store_ledgerhead WHERE size = (SELECT max(size) FROM store_ledgerhead)",
    )
    assert "ledger" in {table for table, _ in found(home, level=1)}


def test_a_checkpoint_of_another_log_is_not_ours(full: str, home: Home, tmp_path: Path) -> None:
    checkpoint(home)
    run("DELETE FROM store_keptcheckpoint")
    other = checkpoint(Home(tmp_path / "other")).to_bytes()
    run("DELETE FROM store_keptcheckpoint")
    [only] = verify(home, held=[other]).differences
    assert "is of the log" in only.said.en


def test_the_key_is_made_once_and_read_by_its_owner_only(full: str, home: Home) -> None:
    first, again = checkpoint(home), checkpoint(home)
    assert first == again
    assert home.log_key.stat().st_mode & 0o777 == 0o600
    assert models.KeptCheckpoint.objects.count() == 1


def test_a_home_without_the_key_of_its_log_signs_nothing(
    full: str, home: Home, tmp_path: Path
) -> None:
    checkpoint(home)
    with pytest.raises(HomeError, match="is not in this home folder"):
        checkpoint(Home(tmp_path / "other"))


def test_a_new_key_is_sealed_and_old_checkpoints_stay_good(full: str, home: Home) -> None:
    old = checkpoint(home)
    new = change_key(home, by=OMAR, because="a laptop was lost")
    assert isinstance(new, VerificationKey)
    assert checkpoint(home).verified([new])
    assert home.log_key.stat().st_mode & 0o777 == 0o600
    assert verify(home, held=[old.to_bytes()]).holds


def test_a_checkpoint_by_the_old_key_is_refused_after_the_change(full: str, home: Home) -> None:
    checkpoint(home)
    thief = home.log_key.read_text(encoding="utf-8")
    change_key(home, by=OMAR, because="a laptop was stolen")
    good = home.log_key.read_text(encoding="utf-8")
    home.replace_log_key(thief)
    forged = checkpoint(home).to_bytes()
    run("DELETE FROM store_keptcheckpoint WHERE id = (SELECT max(id) FROM store_keptcheckpoint)")
    home.replace_log_key(good)
    [only] = verify(home, held=[forged]).differences
    assert "no valid signature" in only.said.en


def test_places_that_an_import_replaces_are_not_missing(
    full: str, home: Home, tmp_path: Path
) -> None:
    file = tmp_path / "again.geojson"
    file.write_text(OUTLINE.replace("Invented", "Invented anew"), encoding="utf-8")
    import_places(file, by=LAYLA, because="a better outline")
    assert verify(home).holds


def test_what_was_undone_inside_was_never_sealed(full: str, home: Home) -> None:
    with in_one_piece():
        with pytest.raises(ValueError, match="no"), in_one_piece():
            save_statement(full, "s", "en", "Undone.", said_on=None, by=LAYLA, because="x")
            raise ValueError("no")
        save_statement(full, "s", "en", "Done.", said_on=None, by=LAYLA, because="x")
    assert verify(home).holds


def test_rows_that_no_line_tells_of_are_our_own_mistake(full: str) -> None:
    with pytest.raises(RuntimeError, match="no line tells of: Statement"), in_one_piece():
        models.Statement.objects.create(
            case=models.Case.objects.get(code=CASE), code="t", language="en", version=1, text="x",
            at="2031-01-01T00:00:00Z",
        )  # fmt: skip


def test_what_was_there_before_the_log_is_taken_over_as_it_is(full: str, home: Home) -> None:
    tables = ("ledgerentry", "ledgerhash", "ledgerhead", "sealedpart", "sealedsalts")
    run(*(f"DELETE FROM store_{table}" for table in tables))
    take_over(by=LAYLA)
    assert verify(home).holds
    first = models.LedgerEntry.objects.get(place=0)
    assert Entry.parse(bytes(first.sealed)).kind == TAKEN_OVER


def test_no_entry_holds_a_name_or_a_word_of_a_claim(full: str) -> None:
    sealed = b"".join(map(bytes, models.LedgerEntry.objects.values_list("sealed", flat=True)))
    entries = [Entry.parse(bytes(e.sealed)) for e in models.LedgerEntry.objects.all()]
    for word in (LAYLA, OMAR, "Saraqib", "market", "looked again"):
        assert word.encode() not in sealed
        assert all(word.encode() not in entry.body for entry in entries)


def test_one_persons_entries_are_seen_to_be_by_one_hand_and_no_more(full: str) -> None:
    entries = [Entry.parse(bytes(e.sealed)) for e in models.LedgerEntry.objects.all()]
    held = {row.name: bytes(row.salt) for row in models.ActorSalt.objects.all()}
    assert set(held) == {LAYLA, OMAR}
    hands = {name for e in entries for name, salt in held.items()
             if e.actor.is_to(name.encode(), salt)}  # fmt: skip
    assert hands == {LAYLA, OMAR}
