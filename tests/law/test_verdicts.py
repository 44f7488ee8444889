"""No word of judgment can be said: not by the pack, not by the engine, not through a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.law.world import NIAC, PACK, classifications, incident, incidents

import tawthiq.law
from tawthiq.errors import InputError
from tawthiq.law.agreement import under as under_agreement
from tawthiq.law.classification import Classification
from tawthiq.law.desk import show
from tawthiq.law.explanation import explain_element, explain_norm, why_not
from tawthiq.law.incident import Incident
from tawthiq.law.incident_file import incident_of
from tawthiq.law.pack.fields import parse
from tawthiq.law.pattern import look_at_pattern
from tawthiq.law.qualification import qualify
from tawthiq.law.verdicts import verdict_in
from tawthiq.law.wording import element_said
from tawthiq.values.both import Both

DAY = date(2026, 11, 25)


def texts(value: object, seen: set[int] | None = None) -> Iterator[str]:
    """Every text that can be reached from a value, in both languages."""
    seen = set() if seen is None else seen
    if id(value) in seen or value is None or isinstance(value, int | date | Enum):
        return
    seen.add(id(value))
    if isinstance(value, str):
        yield value
    elif isinstance(value, Both):
        yield value.en
        yield value.ar
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), seen)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner, seen)
    elif isinstance(value, list | tuple | frozenset | set):
        for inner in value:
            yield from texts(inner, seen)


@pytest.mark.parametrize(
    "text",
    [
        "He is guilty.",
        "crimes committed by",
        "it is proved that",
        "the perpetrator",
        "convicted",
        "war criminals",
        "ارتكبت القوات",
        "أدين بالجريمة",
        "المجرمون",
        "الجناة",
        "مرتكب الجريمة",
    ],
)
def test_a_word_of_judgment_is_seen(text: str) -> None:
    assert verdict_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "International Criminal Court",
        "a crime against humanity",
        "information supports element 3",
        "المحكمة الجنائية الدولية",
        "جريمة حرب",
        "مقاتلون",
        "تدين الهجمات",
        "إثبات",
        "approve",
    ],
)
def test_a_word_of_law_is_no_judgment(text: str) -> None:
    assert not verdict_in(text)


def test_the_pack_says_no_word_of_judgment() -> None:
    """Keys of facts are names of ours and are shown to nobody; everything else is looked at."""
    said = [text for text in texts(PACK) if " " in text]
    said += [one.en for sheet in map(show, PACK.norms) for one in sheet.marks]
    assert len(said) > 3000
    assert [text for text in said if verdict_in(text)] == []


def test_every_text_of_the_pack_is_in_arabic_too() -> None:
    """Seen by letters: an Arabic side without an Arabic letter is a translation that is missing."""
    missing = [
        one.en
        for one in boths(PACK)
        if one.en and not any("ء" <= letter <= "ي" for letter in one.ar)
    ]
    assert missing == []


def boths(value: object, seen: set[int] | None = None) -> Iterator[Both]:
    seen = set() if seen is None else seen
    if id(value) in seen or isinstance(value, str | int | date | Enum):
        return
    seen.add(id(value))
    if isinstance(value, Both):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from boths(getattr(value, field.name), seen)
    elif hasattr(value, "values") and hasattr(value, "items"):
        for inner in value.values():
            yield from boths(inner, seen)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from boths(inner, seen)
    elif hasattr(value, "treaties"):
        yield from boths(value.treaties, seen)
        yield from boths(value.states, seen)


@given(incidents(), classifications())
@settings(max_examples=12)
def test_nothing_that_the_engine_says_of_an_incident_is_a_judgment(
    one: Incident, classification: Classification
) -> None:
    qualification = qualify(one, classification, asked_on=DAY, also=tuple(PACK.crimes))
    said = list(texts(qualification))
    for qualified in qualification.readings:
        reading = qualified.reading
        for line in reading.crimes:
            for element in line.elements:
                said += texts(element_said(element, PACK.inferences["INF-1"].caution))
                said += texts(explain_element(reading, line.crime, element.number, PACK))
        for norm in ("CIHL-028", "AP2-11", "CWC-I", "RS-8-2-e-iv"):
            said += texts(explain_norm(reading, norm, PACK))
            said += texts(why_not(reading, norm, PACK))
    said += texts(look_at_pattern([one, one], classification, PACK))
    for known in PACK.agreements:
        said += texts(under_agreement(known.agreement, [one], dict(PACK.agreement_kinds)))
    assert [text for text in said if " " in text and verdict_in(text)] == []


def test_a_name_that_judges_is_refused_at_the_door() -> None:
    text = """
incident: {id: x, date: 2019-05-05, territory: Syria, alleged_party: the guilty regime,
  party_type: armed_group}
classifications: [{class: NIAC, pair: [Syria, groups], sources: []}]
"""
    with pytest.raises(InputError, match="'guilty' is a word of judgment"):
        incident_of(parse(text, "incident.yaml", InputError), PACK)


def test_no_module_holds_a_template_with_a_judgment() -> None:
    """The sentences of the room itself, apart from the list of the words."""
    for path in Path(tawthiq.law.__file__).parent.rglob("*.py"):
        if path.name == "verdicts.py":
            continue
        for line in path.read_text("utf-8").splitlines():
            quoted = [part for part in line.split('"')[1::2] if " " in part]
            assert not any(verdict_in(part) for part in quoted), f"{path.name}: {line.strip()}"


def test_there_is_something_to_look_at() -> None:
    qualification = qualify(incident({"object_status": "hospital"}), NIAC, asked_on=DAY)
    assert len(list(texts(qualification))) > 200
