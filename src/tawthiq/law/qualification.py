"""The qualification of an incident: what may apply, what is unproved, what is missing, where to.

Four questions with four answers that are never merged into one: which norms are touched,
which of them reach, what the evidence says of each element, and where it could be heard.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tawthiq.law.answer import Answer
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification, Conflict, denial_said, denials
from tawthiq.law.evidence import CORROBORATION
from tawthiq.law.forum import ForumLine
from tawthiq.law.forums import open_today
from tawthiq.law.gaps import Gap, gaps
from tawthiq.law.incident import Incident
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.reading import Reading, read
from tawthiq.law.refusals import no_classification, state_without_rows, unknown_party
from tawthiq.values.both import Both
from tawthiq.values.when_said import day_said


@dataclass(frozen=True, slots=True)
class Qualified:
    """One reading of an incident and what it lacks.

    Attributes:
        also: Other classifications that say the same class and can be about it.
    """

    reading: Reading
    gaps: tuple[Gap, ...]
    forums: tuple[ForumLine, ...]
    also: tuple[Classification, ...] = ()


@dataclass(frozen=True, slots=True)
class Qualification:
    """An incident qualified.

    Attributes:
        readings: One for each class under which it is read; two where that is disputed.
        contested: What is said of classifications that deny each other; all of them are read.
        looked_at: False where no piece of evidence was given: then nothing is said.
        pack_hash: The law that was read.
        known_at: The day whose record of the law was read; None for all of it.
        asked_on: The day for which forums are said.
        corroboration: The rule by which evidence was weighed.
        footer: What must stand under it wherever it is shown.
    """

    incident: str
    readings: tuple[Qualified, ...]
    looked_at: bool
    pack_hash: str
    known_at: date | None
    asked_on: date
    corroboration: Both
    footer: Both
    contested: tuple[Both, ...] = ()

    def answer(self, norm: str) -> Answer:
        """Whether a norm applies under every class that is read; arguable where they differ.

        Raises:
            KeyError: The pack has no such norm.
        """
        said = {one.reading.norms[norm].answer for one in self.readings}
        return said.pop() if len(said) == 1 else Answer.ARGUABLE


def qualify(
    incident: Incident,
    classifications: Classification | Iterable[Classification],
    *,
    pack: LawPack | None = None,
    known_at: date | None = None,
    asked_on: date | None = None,
    also: Collection[str] = (),
    reviewed_by: str = "",
) -> Qualification:
    """Qualify an incident under every classification that can be about it.

    Args:
        known_at: Read the law as it was on record on that day.
        asked_on: Say forums for that day; today where None.
        also: Crimes to read even where their norm is shut out.
        reviewed_by: The lawyer who reviewed it, for the footer.

    Raises:
        InputError: Nothing classifies the conflict, or a State is named of which nothing is
            recorded.
    """
    held = pack or law_pack()
    if known_at:
        held = held.as_known_on(known_at)
    day = asked_on or datetime.now(UTC).date()
    must_be_known(incident, held)
    fit = fitting(incident, classifications)
    readings = []
    for conflict, said in _by_class(fit).items():
        reading = read(incident, said[0], conflict, held, known_at=known_at, also=also)
        readings.append(
            Qualified(reading, gaps(reading, held), _forums(reading, held, day), said[1:])
        )
    return Qualification(
        incident.id,
        tuple(readings),
        bool(incident.evidence),
        held.hash,
        known_at,
        day,
        CORROBORATION,
        footer(incident, held, reviewed_by),
        tuple(denial_said(*pair) for pair in denials(fit)),
    )


def _by_class(
    fit: Iterable[Classification],
) -> dict[Conflict, tuple[Classification, ...]]:
    """The classifications by the class under which the facts are read, the best founded first."""
    said: dict[Conflict, tuple[Classification, ...]] = {}
    for one in fit:
        for conflict in one.conflict.readings:
            said[conflict] = (*said.get(conflict, ()), one)
    return {
        conflict: tuple(sorted(held, key=lambda one: -one.level)) for conflict, held in said.items()
    }


def _forums(reading: Reading, pack: LawPack, asked_on: date) -> tuple[ForumLine, ...]:
    applicable = frozenset(
        line.norm for line in reading.norms.values() if line.answer is Answer.APPLICABLE
    )
    return open_today(reading.setting, reading.standings, pack, asked_on, applicable)


def must_be_known(incident: Incident, pack: LawPack) -> None:
    """Refuse a State of which nothing is recorded: silence would look like an answer."""
    for state in (incident.territory, incident.party if incident.party_type == "state" else ""):
        if state and state not in pack.bonds.states:
            raise state_without_rows(state, pack.bonds.states)
    if incident.party in pack.bonds.states and incident.party_type == "armed_group":
        raise unknown_party(incident.party)


def fitting(
    incident: Incident, classifications: Classification | Iterable[Classification]
) -> tuple[Classification, ...]:
    """The classifications that can be about an incident.

    Raises:
        InputError: There is none.
    """
    given = [classifications] if isinstance(classifications, Classification) else classifications
    fit = tuple(one for one in given if fits(incident, one))
    if not fit:
        raise no_classification(incident)
    return fit


def fits(incident: Incident, classification: Classification) -> bool:
    """Whether a classification can be about an incident: its days, parties and area."""
    return (
        classification.holds_on(incident.first, incident.last)
        and classification.is_about([incident.party, incident.opposing])
        and (not classification.area or incident.lies_in(classification.area))
    )


def footer(incident: Incident, pack: LawPack, reviewed_by: str) -> Both:
    """What stands under every qualification."""
    law = day_said(incident.last) if incident.last else Both("a day not recorded", "يوم غير مسجل")
    who = (
        Both.same(reviewed_by)
        if reviewed_by
        else Both("not yet reviewed by a lawyer", "لم يراجعه قانوني بعد")
    )
    return Both(
        "This is a structured reading of documented information against published law as of "
        f"{law.en}, law pack {pack.hash[:12]}. It decides nothing about the responsibility of any "
        "person or State and is no legal advice. What is marked unknown was not established. "
        f"Reviewed by: {who.en}.",
        f"هذه قراءة منظمة لمعلومات موثقة في ضوء القانون المنشور كما كان في {law.ar}، حزمة القانون "
        f"{pack.hash[:12]}. وهي لا تفصل في مسؤولية أي شخص أو دولة وليست استشارة قانونية. وما وُصف "
        f"بأنه غير معروف لم يتبيّن. المراجعة: {who.ar}.",
    )
