"""What people decide for the law: each needs a reason, names who, and refuses what cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from tawthiq.actions.ascribe import ascribe
from tawthiq.actions.classify_conflict import classify_conflict, withdraw_classification
from tawthiq.actions.confirm_suggestion import confirm_suggestion
from tawthiq.actions.list_evidence import list_evidence, withdraw_evidence
from tawthiq.actions.make_pattern import make_pattern, withdraw_pattern
from tawthiq.actions.record_agreement import record_agreement, withdraw_agreement
from tawthiq.actions.record_fact import record_fact
from tawthiq.actions.reject_suggestion import reject_suggestion
from tawthiq.actions.save_statement import save_statement
from tawthiq.actions.sign_row import sign_row, withdraw_signature
from tawthiq.actions.take_law_file import take_law_file
from tawthiq.actions.withdraw_fact import withdraw_fact
from tawthiq.errors import InputError, TawthiqError, UnknownNameError
from tawthiq.law.agreement import Agreement
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.incident import PartyType
from tawthiq.law.norm import Checked
from tawthiq.law.pack.loading import law_pack
from tawthiq.store import models
from tawthiq.store.queries.journal import journal
from tawthiq.store.queries.law.agreements import agreements
from tawthiq.store.queries.law.classifications import classifications
from tawthiq.store.queries.law.patterns import patterns
from tawthiq.store.queries.law.qualified import qualification_of
from tawthiq.values.both import Both

from ..house import LAYLA, OMAR, claim, take
from ..house_law import LAWYER, NIAC, PAIR, TRUCE, agree, classify, confirm, film, hold, pattern

WHO = {"by": OMAR, "because": "x"}
TITLE = Both("A set", "مجموعة")

FILE = """\
because: read by Omar
classifications:
  - {code: niac, class: NIAC, pair: [Syria, Northern Front], area: Syria, sources: [a note]}
agreements:
  - {id: truce, kind: ceasefire, name: {en: a truce, ar: هدنة}, parties: [Syria],
     areas: [Idlib], from: 2031-01-01, source: a text}
incidents:
  - incident: N001
    acted: {party: Syria, party_type: state, opposing: Northern Front}
    evidence:
      - {id: E1, kind: video, words: the square, source: a shelf}
    facts:
      - {key: object_status, value: market, evidence: [E1, N001.1], against: []}
      - {key: repeat_strike, value: true, evidence: [N001.3], against: [], because: told so}
patterns:
  - {code: two, title: {en: Two, ar: اثنتان}, incidents: [N001, N002]}
"""


def test_every_decision_leaves_a_line_that_says_who_what_and_why(case: str) -> None:
    classify(case)
    film(case)
    confirm(case, "object_status", "E1")
    reject_suggestion(case, "N001", "munition_type", **WHO)
    withdraw_fact(case, "N001", "object_status", **WHO)
    lines = journal(case)[:5]
    assert [line.action for line in lines] == [
        "withdraw-fact",
        "reject-fact",
        "confirm-fact",
        "list-evidence",
        "classify-conflict",
    ]
    assert lines[2].what["fact"] == "object_status" and lines[2].by == OMAR


@pytest.mark.parametrize(
    ("key", "value", "evidence", "said"),
    [
        ("objekt_status", "market", (), "did you mean object_status"),
        ("object_status", "spaceship", (), "object_status: 'spaceship' is not known"),
        ("warning_given", 3, (), "warning_given takes yes or no, not '3'"),
        ("victim_killed_count", -1, (), "takes a whole number, 0 or more"),
        ("victim_killed_count", True, (), "takes a whole number"),
        ("object_status", frozenset(), (), "takes one or more of its words"),
        ("object_status", "market", ("N404.1",), "'N404.1' is no evidence here"),
        ("object_status", "market", ("N002.1",), "'N002.1' is no evidence here"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_and_nothing_is_kept(
    case: str, key: str, value: object, evidence: tuple[str, ...], said: str
) -> None:
    with pytest.raises(TawthiqError, match=said) as refused:
        hold(case, key, value, *evidence)
    assert refused.value.ar != refused.value.en
    assert not models.IncidentFact.objects.exists()


def test_a_decision_without_a_reason_or_on_nothing_is_refused(case: str) -> None:
    with pytest.raises(InputError, match="say why"):
        record_fact(
            case, "N001", "warning_given", True, evidence=[], against=[], by=OMAR, because=" "
        )
    with pytest.raises(UnknownNameError, match="no incident 'N404'"):
        hold(case, "warning_given", True, incident="N404")
    with pytest.raises(InputError, match="suggest nothing of 'warning_given'"):
        confirm(case, "warning_given")
    with pytest.raises(InputError, match="suggest nothing"):
        reject_suggestion(case, "N003", "munition_type", **WHO)
    with pytest.raises(InputError, match="nothing is decided of 'warning_given'"):
        withdraw_fact(case, "N001", "warning_given", **WHO)
    with pytest.raises(ValueError, match="somebody"):
        confirm_suggestion(
            case, "N001", "object_status", evidence=[], against=[], by=" ", because="x"
        )


@pytest.mark.parametrize(
    ("code", "kind", "grade", "said"),
    [
        ("E1", "vidoe", "", "did you mean"),
        ("E1", "video", "Z", "a source is graded A to F"),
        ("1", "video", "", "cannot name a piece"),
        ("N001.1", "video", "", "cannot name a piece"),
    ],
)
def test_a_piece_that_cannot_be_is_refused(
    case: str, code: str, kind: str, grade: str, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        list_evidence(
            case, "N001", code, kind, words="x", source="a shelf", reliability=grade, **WHO
        )


def test_a_piece_is_corrected_by_its_code_and_taken_back_once_nobody_cites_it(case: str) -> None:
    film(case)
    film(case, kind="photo")
    confirm(case, "object_status", "E1")
    with pytest.raises(InputError, match="E1 is cited by object_status"):
        withdraw_evidence(case, "N001", "E1", **WHO)
    confirm(case, "object_status", "N001.1")
    withdraw_evidence(case, "N001", "E1", **WHO)
    assert "E1" not in qualification_of(case, "N001").incident.evidence
    assert models.EvidencePiece.objects.count() == 3


def test_who_acted_is_a_state_with_rows_a_group_or_nobody(case: str) -> None:
    def say(party: str, kind: PartyType, **more: str) -> None:
        ascribe(case, "N001", party=party, party_type=kind, **more, **WHO)

    with pytest.raises(InputError, match="no treaty row is recorded for 'Atlantis'"):
        say("Atlantis", PartyType.STATE)
    with pytest.raises(InputError, match="was given as an armed group"):
        say("Russian Federation", PartyType.ARMED_GROUP)
    with pytest.raises(InputError, match="no treaty row is recorded for 'Mordor'"):
        say("", PartyType.UNKNOWN, territory="Mordor")
    with pytest.raises(InputError, match="name a party"):
        say("", PartyType.ARMED_GROUP)
    say("Russian Federation", PartyType.STATE)
    assert qualification_of(case, "N001").ascribed.party == "Russia"


def test_a_classification_has_two_parties_a_source_and_days_in_order(case: str) -> None:
    with pytest.raises(InputError, match="between two parties"):
        classify(case, said=Classification(Conflict.NIAC, ("Syria",), sources=("x",)))
    with pytest.raises(InputError, match="rests on sources"):
        classify(case, said=Classification(Conflict.NIAC, PAIR))
    with pytest.raises(ValueError, match="ends"):
        Classification(Conflict.NIAC, PAIR, "", date(2031, 2, 1), date(2031, 1, 1))
    with pytest.raises(InputError, match="cannot be a code"):
        classify_conflict(case, "N I A C", NIAC, **WHO)
    classify(case)
    withdraw_classification(case, "niac", **WHO)
    assert not classifications(case)
    with pytest.raises(UnknownNameError, match="no classification 'niac'"):
        withdraw_classification(case, "niac", **WHO)


def test_an_agreement_is_superseded_by_its_id_and_taken_back(case: str) -> None:
    agree(case)
    wider = Agreement(
        TRUCE.id, TRUCE.kind, TRUCE.name, ("Syria",), ("Hama",), TRUCE.first, None, "a text"
    )
    agree(case, wider)
    found = {one.agreement.id: one for one in agreements(case)}
    assert found["spring-truce"].agreement.areas == ("Hama",)
    withdraw_agreement(case, "spring-truce", **WHO)
    assert "spring-truce" not in {one.agreement.id for one in agreements(case)}
    with pytest.raises(UnknownNameError, match="nobody recorded an agreement 'sochi-2018'"):
        withdraw_agreement(case, "sochi-2018", **WHO)
    unknown = Agreement("a", "pact", TITLE, ("Syria",), ("Hama",), TRUCE.first, None, "x")
    with pytest.raises(InputError, match="'pact' is not known"):
        record_agreement(case, unknown, **WHO)


def test_a_pattern_is_a_set_of_incidents_with_a_title_in_both_languages(case: str) -> None:
    pattern(case)
    with pytest.raises(InputError, match="set of 2 to"):
        make_pattern(case, "one", TITLE, ["N001", "N001"], **WHO)
    with pytest.raises(UnknownNameError, match="N404"):
        make_pattern(case, "two", TITLE, ["N001", "N404"], **WHO)
    with pytest.raises(InputError, match="title in Arabic is missing"):
        make_pattern(case, "two", Both("A set", ""), ["N001", "N002"], **WHO)
    withdraw_pattern(case, "two-strikes", **WHO)
    assert not patterns(case)


def test_a_file_is_taken_whole(case: str) -> None:
    taken = take_law_file(case, FILE.encode(), "law.yaml", by=OMAR)
    assert (taken.facts, taken.incidents, taken.patterns) == (2, 1, 1)
    found = qualification_of(case, "N001")
    assert found.qualification and found.qualification.looked_at
    reasons = {line.kind.key: line.because.en for line in found.facts if line.by}
    assert reasons == {"object_status": "read by Omar", "repeat_strike": "told so"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("key: repeat_strike", "key: repeat_stroke", r"law\.yaml:14: 'repeat_stroke' is not"),
        ("[N001.3]", "[N404.3]", r"law\.yaml:14: 'N404.3' is not among the evidence"),
        ("from: 2031-01-01", "from: 2031-02-30", r"law\.yaml:6: .*is no day"),
        ("code: niac, ", "", r"law\.yaml:3: 'code' is missing"),
        ("incident: N001\n", "incident: N404\n", "no incident 'N404'"),
        ("because: read by Omar", "because: [", r"law\.yaml:\d"),
        ("party_type: state", "party_type: king", r"law\.yaml:9: 'king' is not known"),
        ("source: a shelf", "source: ''", r"law\.yaml:11: this is empty"),
    ],
)
def test_a_file_that_cannot_be_is_named_with_line_and_mend_and_nothing_is_taken(
    case: str, old: str, new: str, said: str
) -> None:
    with pytest.raises(TawthiqError, match=said):
        take_law_file(case, FILE.replace(old, new, 1).encode(), "law.yaml", by=OMAR)
    assert not models.ConflictClassification.objects.exists()
    assert not models.IncidentFact.objects.exists()


@pytest.mark.parametrize("text", ["they are guilty of it", "ارتكبت القوات ذلك"])
def test_no_word_of_judgment_is_recorded_for_the_law(case: str, text: str) -> None:
    """What is recorded is read out again with every qualification."""
    piece = {"words": text, "source": "a shelf"}
    with pytest.raises(InputError, match="which is for a court"):
        reject_suggestion(case, "N001", "object_status", by=OMAR, because=text)
    with pytest.raises(InputError, match="which is for a court"):
        list_evidence(case, "N001", "E1", "video", **piece, **WHO)
    with pytest.raises(InputError, match="which is for a court"):
        ascribe(case, "N001", party=text, party_type=PartyType.ARMED_GROUP, **WHO)
    with pytest.raises(InputError, match="which is for a court"):
        classify(case, said=Classification(Conflict.NIAC, ("Syria", text), sources=("x",)))
    with pytest.raises(InputError, match="word of judgment"):
        hold(case, "territory_control", text)
    take([claim("N001.9", words=text, party="Syrian government forces")])
    said = {one.piece.id: one.piece.words for one in qualification_of(case, "N001").evidence}
    assert said["N001.9"] == "Report N001.9"


def test_a_text_that_cites_a_row_from_memory_is_saved_once_a_lawyer_signed_it(case: str) -> None:
    row = next(n.id for n in law_pack().norms.values() if n.source.checked is Checked.MEMORY)
    text = f"As {{law {row} as that article}} says."

    def save() -> bool:
        return save_statement(case, "s", "en", text, said_on=None, by=LAYLA, because="x")

    with pytest.raises(InputError, match="no lawyer has signed it"):
        save()
    assert not models.Statement.objects.exists()
    day = date(2026, 11, 1)
    sign_row(row, lawyer=LAWYER, on=day, source="the text", by=LAYLA, because="x")
    assert save()
    withdraw_signature(row, by=LAYLA, because="x")
    with pytest.raises(InputError, match="no lawyer has signed it"):
        save()


def test_the_example_file_says_nothing_that_cannot_be(db: None) -> None:
    """Its three incidents are qualified; nobody's claims carry further than a basis."""
    from tawthiq.actions.load_example import load_example
    from tawthiq.law.agreement import Inside
    from tawthiq.law.level import Level

    loaded = load_example("idlib-2019", by=LAYLA)
    assert loaded.facts > 20
    for code in ("I009", "I055", "I070"):
        found = qualification_of("idlib-2019", code, asked_on=date(2026, 11, 25))
        assert found.qualification and found.qualification.looked_at, found.refused
        [one] = found.qualification.readings
        lines = [line for crime in one.reading.crimes for line in crime.elements]
        assert any(line.level is Level.REASONABLE_BASIS for line in lines)
        assert not any(line.level is Level.REASONABLE_GROUNDS for line in lines)
        inside = {one.kept.agreement.id: one.line.inside for one in found.agreements}
        assert inside["sochi-2018"] is Inside.ALLEGED_BREACH
