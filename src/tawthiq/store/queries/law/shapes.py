"""What the pages and commands of the law are given; frozen, in the words of the law room.

Pages need nothing deeper: ``qualified`` (an incident), ``classifications``, ``agreements``,
``patterns`` and ``law_rows`` (the pack as lawyers corrected it) give these.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tawthiq.law.agreement import Agreement, AgreementKind, AgreementLine
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification
from tawthiq.law.evidence import Evidence, EvidenceKind
from tawthiq.law.facts import FactValue, Method
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.norm import Norm
from tawthiq.law.pattern import PatternReading
from tawthiq.law.qualification import Qualification
from tawthiq.law.vocabulary import FactKind
from tawthiq.store.queries.incidents import Listed
from tawthiq.values.both import Both


class FactState(StrEnum):
    """Where a fact stands."""

    HELD = "held"
    """A person recorded or confirmed it."""
    SUGGESTED = "suggested"
    """The records suggest it and nobody has looked: it engages norms and supports nothing."""
    REJECTED = "rejected"
    """A person looked at a suggestion and threw it away."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of an incident or a pattern.

    Attributes:
        kind: Its key, name, and what values it takes.
        evidence, against: Codes of what speaks for and against it.
        because: The reason of the person; of a suggestion, where it comes from.
        by, on: Who decided and when; "" and None for a suggestion.
        suggested: What the records suggest now, whatever was decided; None where nothing.
        suggested_because: Where that comes from.
        suggested_from: Codes of the incidents that it was read from.
    """

    kind: FactKind
    value: FactValue
    said: Both
    state: FactState
    evidence: tuple[str, ...]
    against: tuple[str, ...]
    is_contested: bool
    method: Method
    because: Both
    by: str
    on: date | None
    suggested: FactValue | None
    suggested_because: Both
    suggested_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PastFact:
    """One decision in the history of a fact, whatever came of it."""

    key: str
    name: Both
    said: Both
    outcome: str
    evidence: tuple[str, ...]
    against: tuple[str, ...]
    by: str
    because: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence that facts may cite.

    Attributes:
        piece: As the law weighs it; ``piece.id`` is what facts cite.
        kind: Its kind in the pack; None for a claim, which is a report and no kind of its own.
        source: An address, or words for where it lies.
        is_claim: It is a claim of the case.
        counts_again: It is of a compilation, and is weighed only where nothing else is cited.
        cited: Keys of the facts that cite it, for or against.
    """

    piece: Evidence
    kind: EvidenceKind | None
    source: str
    is_claim: bool
    counts_again: bool
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ascribed:
    """Who is said to have acted, against whom and where.

    Attributes:
        by, because, on: Of the person who recorded it; "" and None where it is suggested.
    """

    territory: str
    party: str
    party_type: PartyType
    opposing: str
    by: str
    because: str
    on: date | None

    @property
    def is_suggested(self) -> bool:
        return not self.by


@dataclass(frozen=True, slots=True)
class KeptClassification:
    """A classification of a case.

    Attributes:
        fits: It can be about the incident that was asked for; True where none was.
        denied_by: Codes of others that classify the same parties otherwise on the same days.
    """

    code: str
    classification: Classification
    by: str
    because: str
    at: datetime
    fits: bool = True
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptAgreement:
    """An agreement that a case records, or that the law pack knows.

    Attributes:
        is_of_the_pack: It comes with the law pack and nobody recorded it here.
        may_be_published: False where the pack's row is from memory.
    """

    agreement: Agreement
    kind: AgreementKind
    by: str
    because: str
    at: datetime | None
    is_of_the_pack: bool
    may_be_published: bool


@dataclass(frozen=True, slots=True)
class UnderAgreement:
    """An incident under an agreement: an alleged breach or not, and what that weighs."""

    kept: KeptAgreement
    line: AgreementLine
    inside: Both


@dataclass(frozen=True, slots=True)
class QualifiedIncident:
    """An incident of a case, with everything that its qualification rests on.

    Attributes:
        incident: As the law read it.
        qualification: None where none can be made; ``refused`` then says why and what to do.
        facts: Held, suggested and rejected, in the order of the vocabulary.
        evidence: All that facts may cite, claims included.
        classifications: All of the case, those that fit first.
        is_contested: Classifications deny each other, so every one of them is read.
        agreements: Those that it lies in or may lie in; none of those it lies outside of.
        pack: The law that was read, lawyers' corrections applied; its hash is in every result.
    """

    case: str
    listed: Listed
    incident: Incident
    ascribed: Ascribed
    qualification: Qualification | None
    refused: Both
    facts: tuple[FactLine, ...]
    evidence: tuple[EvidenceLine, ...]
    classifications: tuple[KeptClassification, ...]
    is_contested: bool
    agreements: tuple[UnderAgreement, ...]
    pack: LawPack


@dataclass(frozen=True, slots=True)
class KeptPattern:
    """A named set of incidents; ``at`` is None where nobody kept it."""

    code: str
    title: Both
    incidents: tuple[str, ...]
    by: str
    because: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class PatternInFull:
    """A pattern held against the context of crimes against humanity.

    Attributes:
        listed: Its incidents as lists show them, by code; those that are gone are not here.
        gone: Codes of incidents that the case no longer has.
        readings: One for each class and each party that is named.
        facts: Facts of the whole set.
    """

    kept: KeptPattern
    listed: Mapping[str, Listed]
    gone: tuple[str, ...]
    readings: tuple[PatternReading, ...]
    refused: Both
    facts: tuple[FactLine, ...]
    evidence: tuple[EvidenceLine, ...]
    pack_hash: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One line of the history of a row of the law pack.

    Attributes:
        changed: By field, what stood before and what stands since.
        signed_by: The lawyer; "" where nobody signed.
        is_void: The row's text was changed since, so the signature holds no more.
    """

    row: str
    changed: tuple[tuple[str, Both, Both], ...]
    signed_by: str
    signed_on: date | None
    is_void: bool
    source: str
    by: str
    because: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RowInFull:
    """A norm as it stands, as it shipped, and everything that was done to it."""

    norm: Norm
    shipped: Norm
    marks: tuple[Both, ...]
    history: tuple[RowChange, ...]
    pack_hash: str
