from __future__ import annotations

from datetime import date

import pytest

from tawthiq.actions.open_case import open_case
from tawthiq.actions.save_statement import save_statement
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.store.queries import cases, journal, statements
from tawthiq.values.both import Both
from tawthiq.values.when import When

from ..house import CASE, LAYLA, OMAR, TITLE


def save(case: str, text: str, language: str = "en", code: str = "statement") -> bool:
    return save_statement(
        case,
        code,
        language,  # type: ignore[arg-type]
        text,
        said_on=date(2031, 6, 1),
        by=OMAR,
        because="ready",
    )


def test_a_case_in_brief_says_what_is_in_it(case: str) -> None:
    save(case, "Twelve people died.")
    brief = cases.case(case)
    assert (brief.title, brief.period) == (TITLE, When.parse("2031-03-01/2031-05-31"))
    assert (brief.incidents, brief.claims, brief.sources) == (3, 7, 4)
    assert brief.statements == ("statement",)
    assert cases.all_cases() == (brief,)


def test_an_unknown_case_is_told_from_one_that_is_there(case: str) -> None:
    assert cases.has_case(CASE)
    assert not cases.has_case("autumn")
    with pytest.raises(UnknownNameError, match="there are: spring-2031"):
        cases.case("autumn")


def test_where_there_is_no_case_the_way_to_one_is_named(db: None) -> None:
    with pytest.raises(UnknownNameError, match=r"there is none yet \(tawthiq example load"):
        cases.case("autumn")


@pytest.mark.parametrize("code", ["", "Spring", "a b", "-a", "a--b", "ربيع", "x" * 61, "../etc"])
def test_a_code_must_stand_in_an_address(db: None, code: str) -> None:
    with pytest.raises(InputError, match="cannot be a code"):
        open_case(code, TITLE, by=LAYLA)


def test_two_cases_do_not_share_a_code_and_each_has_both_titles(case: str) -> None:
    with pytest.raises(InputError, match="there is a case spring-2031 already"):
        open_case(case, TITLE, by=LAYLA)
    with pytest.raises(InputError, match="needs a title in English and in Arabic"):
        open_case("summer", Both("Summer", " "), by=LAYLA)


def test_a_statement_is_corrected_by_a_new_version(case: str) -> None:
    assert save(case, "Twelve people died.")
    assert not save(case, "Twelve people died.")
    assert save(case, "Eleven people died.")
    kept = statements.statement(case, "statement", "en")
    assert (kept.text, kept.version, kept.said_on) == ("Eleven people died.", 2, date(2031, 6, 1))


def test_a_statement_without_a_text_in_the_language_is_read_in_the_other(case: str) -> None:
    save(case, "Twelve people died.")
    assert statements.statement(case, "statement", "ar").language == "en"
    save(case, "قُتل اثنا عشر شخصًا.", "ar")
    assert statements.statement(case, "statement", "ar").text == "قُتل اثنا عشر شخصًا."
    assert len(statements.statements(case)) == 2


def test_an_unknown_statement_is_named_with_those_there_are(case: str) -> None:
    save(case, "Twelve people died.")
    with pytest.raises(UnknownNameError, match="no statement 'appeal'; it has statement"):
        statements.statement(case, "appeal", "en")


@pytest.mark.parametrize(
    ("text", "language", "code", "message"),
    [
        (" ", "en", "statement", "is empty"),
        ("x", "fr", "statement", "'fr' is no language we keep"),
        ("x", "en", "A statement", "cannot name a statement"),
        ("x" * 1_000_001, "en", "statement", "has 1,000,001 signs"),
    ],
)
def test_a_statement_that_cannot_be_kept_is_refused(
    case: str, text: str, language: str, code: str, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        save(case, text, language, code)


def test_the_journal_is_read_newest_first_a_page_at_a_time(case: str) -> None:
    save(case, "Twelve people died.")
    first, *_ = journal.journal(case, limit=1)
    assert (first.action, first.by, first.why) == ("save-statement", OMAR, "ready")
    rest = journal.journal(case, before=first.number)
    assert [line.action for line in rest] == ["import-period-claims", "import-claims", "open-case"]
    assert [line.what["revision"] for line in (first, *rest)] == [4, 3, 2, 1]
