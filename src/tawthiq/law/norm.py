"""A norm as data: what it says in our own words, when and for whom it holds, who vouches.

What a norm says is never copied from its source. Every row says how it was checked; what
was written from memory is marked so until a named lawyer signs it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.values.both import Both


class Kind(StrEnum):
    TREATY = "treaty"
    CUSTOMARY = "customary"
    CHARTER = "charter"
    RESOLUTION = "resolution"
    STATUTE = "statute"


class Scope(StrEnum):
    """Whether a norm reaches a kind of situation."""

    SETTLED = "settled"
    ARGUABLE = "arguable"
    NO = "no"


class Membership(StrEnum):
    """Whose bond makes a treaty bind in a given situation."""

    NONE = "none"
    """It binds without a bond: custom, the Charter, a decision of the Council, a statute."""
    UNIVERSAL = "universal"
    """Every State is bound; a recorded date still counts."""
    BOTH_PARTIES = "both_parties"
    """Both States opposed to each other have to be bound."""
    TERRITORIAL_STATE = "territorial_state"
    """The State on whose territory it happens has to be bound."""
    ALLEGED_PARTY = "alleged_party"
    """The State that is said to have acted has to be bound, in any circumstances."""
    HUMAN_RIGHTS = "human_rights"
    """As before; outside its territory it is arguable; groups are not bound directly."""
    CONVENTIONAL_WEAPONS = "conventional_weapons"
    """The 1980 Convention: in a NIAC only through amended Article 1."""
    CONVENTIONAL_WEAPONS_NIAC = "conventional_weapons_niac"
    """Protocols that reach a NIAC by their own articles."""
    CULTURAL = "cultural"
    """The 1954 Convention: both parties in an IAC, the territorial State in a NIAC."""


class Checked(StrEnum):
    """How a row was checked against its source."""

    VERIFIED = "verified"
    PARTLY = "partly"
    """A part of it from memory; ``basis`` says which."""
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Signature:
    """A named lawyer vouches for a row as it stood.

    Attributes:
        digest: Of the row's texts when it was signed; a later change voids the signature.
    """

    by: str
    on: date
    digest: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from and how it was checked.

    Attributes:
        citation: The article, in the usual form.
        url: Where to read the text itself.
        checked: How.
        basis: Addresses against which it was read, or what is from memory.
    """

    citation: str
    url: str
    checked: Checked
    basis: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """When a norm is only arguably touched, and why.

    Attributes:
        subject: Name of a subject of the pack.
    """

    subject: str
    why: Both


@dataclass(frozen=True, slots=True)
class Norm:
    """One rule of law.

    Attributes:
        provision: The article or rule, as cited.
        summary: What it says, in our own words.
        iac, niac, peace: Whether it reaches each kind of situation.
        treaty: Key of the treaty whose bonds count; "" where membership is none.
        areas: States whose territory it is about; empty where it is about all.
        valid_from, valid_to: The days on which it is law; None where open.
        recorded_from: Since when this row is in the record.
        is_in_force: False for a draft that failed and for a provision without content.
        engages: Subjects of the pack that touch it; one is enough.
        doubts: Subjects by which it is only arguably touched.
        note: What a reader must know before citing it.
        instead: Norms to cite where this one does not reach.
        digest: Of what a lawyer vouches for, by ``digest_of``.
        subjects: All that touch it, be it only arguably.
    """

    id: str
    instrument: Both
    provision: Both
    title: Both
    summary: Both
    kind: Kind
    iac: Scope
    niac: Scope
    peace: Scope
    membership: Membership
    treaty: str
    areas: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    recorded_from: date
    is_in_force: bool
    engages: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    protects: tuple[str, ...]
    prohibits: tuple[str, ...]
    note: Both
    instead: tuple[str, ...]
    source: Source
    signature: Signature | None
    digest: str
    subjects: frozenset[str]

    @property
    def is_signed(self) -> bool:
        """Whether a lawyer vouches for the row as it stands now."""
        return self.signature is not None and self.signature.digest == self.digest

    @property
    def may_be_published(self) -> bool:
        """The one answer to whether a published text may rest on this row.

        A row that was fully checked may; one that is from memory, even in part, only with
        a lawyer's signature on its present text.
        """
        return self.is_signed or self.source.checked is Checked.VERIFIED

    @property
    def arabic_is_draft(self) -> bool:
        """The Arabic was drafted by machine and awaits a lawyer who reads both languages."""
        return not self.is_signed


def digest_of(norm: Norm) -> str:
    """What a lawyer signs: the texts in both languages, the source, and where it reaches."""
    texts = (norm.provision, norm.title, norm.summary, norm.note)
    reach = (norm.kind, norm.iac, norm.niac, norm.peace, norm.membership, norm.treaty)
    days = (norm.valid_from, norm.valid_to)
    said = [
        [[one.en, one.ar] for one in texts],
        [norm.source.citation, norm.source.url],
        [str(one) for one in reach],
        [day.isoformat() if day else "" for day in days],
        [*norm.areas],
        norm.is_in_force,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
