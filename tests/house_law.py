"""What the standing cast says for the law of its invented spring of 2031.

Amal signs classes of conflict, Layla records facts, Omar looks at suggestions. The two
parties are States of the law pack and a group that never was.
"""

from __future__ import annotations

from datetime import date

from tawthiq.actions.ascribe import ascribe
from tawthiq.actions.classify_conflict import classify_conflict
from tawthiq.actions.confirm_suggestion import confirm_suggestion
from tawthiq.actions.list_evidence import list_evidence
from tawthiq.actions.make_pattern import make_pattern
from tawthiq.actions.record_agreement import record_agreement
from tawthiq.actions.record_fact import record_fact
from tawthiq.actions.sign_row import sign_row
from tawthiq.law.agreement import Agreement
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.incident import PartyType
from tawthiq.values.both import Both

from .house import LAYLA, OMAR

LAWYER = "Amal, lawyer"
PAIR = ("Syria", "Northern Front")
NIAC = Classification(
    Conflict.NIAC, PAIR, "Syria", date(2031, 1, 1), None, LAWYER, ("https://amal.example/note",)
)
TRUCE = Agreement(
    "spring-truce",
    "ceasefire",
    Both("Spring truce", "هدنة الربيع"),
    ("Syria", "Northern Front"),
    ("Idlib",),
    date(2031, 2, 1),
    None,
    "https://truce.example/text",
)


def classify(case: str, code: str = "niac", said: Classification = NIAC) -> None:
    classify_conflict(case, code, said, by=LAYLA, because="as Amal reads it")


def agree(case: str, agreement: Agreement = TRUCE) -> None:
    record_agreement(case, agreement, by=LAYLA, because="it was published")


def film(case: str, incident: str = "N001", code: str = "E1", kind: str = "video") -> None:
    source = f"https://{code.lower()}.example"
    list_evidence(
        case, incident, code, kind, words="the square", source=source, by=LAYLA, because="seen"
    )


def confirm(case: str, key: str, *evidence: str, incident: str = "N001") -> None:
    confirm_suggestion(
        case, incident, key, evidence=evidence, against=[], by=OMAR, because="looked"
    )


def hold(case: str, key: str, value: object, *evidence: str, incident: str = "N001") -> None:
    record_fact(
        case,
        incident,
        key,
        value,  # type: ignore[arg-type]
        evidence=evidence,
        against=[],
        by=OMAR,
        because="read in the claims",
    )


def say_everything(case: str) -> None:
    """A row in every table of the law."""
    classify(case)
    agree(case)
    film(case)
    confirm(case, "object_status", "E1", "N001.1")
    acted = {"party": "Northern Front", "party_type": PartyType.ARMED_GROUP}
    ascribe(case, "N002", **acted, by=OMAR, because="x")  # type: ignore[arg-type]
    pattern(case)
    day = date(2026, 11, 1)
    sign_row("GC-CA3", lawyer=LAWYER, on=day, source="the text", by=LAYLA, because="x")


def pattern(case: str, *incidents: str) -> None:
    title = Both("Two strikes", "ضربتان")
    make_pattern(case, "two-strikes", title, incidents or ("N001", "N002"), by=OMAR, because="x")
