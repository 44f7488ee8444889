"""What one list says of one person who was killed: a row, kept as it was read.

A record is a claim about a person. It is never edited: a later edition of the same list
supersedes it, and both stay. That two records tell of one person is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tawthiq.claims.claim import Document
from tawthiq.claims.group import Age, Role, Sex, Status
from tawthiq.claims.name_said import NameSaid
from tawthiq.values.when import When

OLDEST = 130  # years; nobody is known to have lived longer
ADULT_FROM = 18  # years; Convention on the Rights of the Child, Article 1
_UNKNOWN = When.unknown()


@dataclass(frozen=True, slots=True)
class AgeSaid:
    """How old somebody was, in whole years, as far as a list says.

    Attributes:
        low, high: Ends in years, both included, or None where no end is said.
        group: Child or adult, where a list says only that.
    """

    low: int | None = None
    high: int | None = None
    group: Age | None = None

    def __post_init__(self) -> None:
        ends = [end for end in (self.low, self.high) if end is not None]
        if any(not 0 <= end <= OLDEST for end in ends):
            raise ValueError(f"nobody is {ends} years old")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError(f"an age from {self.low} to {self.high} falls")

    @property
    def of(self) -> Age | None:
        """Child or adult; None where the years leave it open or nothing is said."""
        if self.high is not None and self.high < ADULT_FROM:
            return Age.CHILD
        if self.low is not None and self.low >= ADULT_FROM:
            return Age.ADULT
        return self.group if self.low is None and self.high is None else None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A row of a list of people who were killed.

    Attributes:
        document: The list; its source is whoever keeps it.
        key: The row's own id in the list, or a mark made of what the row says where the
            list has none. The same row of a later edition has the same key. Sensitive:
            some lists use the number of an identity card.
        name: As written.
        sex, status: None and UNSTATED where the list is silent or says a word not known.
        roles: What the person did; empty where the list is silent.
        died: The day of death, or of the attack.
        place_said, subdistrict_said, governorate_said: Where, in words.
        party_said, role_said: In words.
        url: Where this row can be seen, or "".
        raw: Every cell of the row as (column, text), in the order of the file, empty ones
            left out.
    """

    document: Document
    key: str = field(repr=False)  # what a log might print names nobody
    name: NameSaid = field(repr=False)
    sex: Sex | None = None
    age: AgeSaid = AgeSaid()
    born: When = _UNKNOWN
    status: Status = Status.UNSTATED
    roles: frozenset[Role] = frozenset()
    died: When = _UNKNOWN
    place_said: str = ""
    subdistrict_said: str = ""
    governorate_said: str = ""
    party_said: str = ""
    role_said: str = ""
    url: str = ""
    raw: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.key.strip():
            raise ValueError("a record of a person needs a key in its list")
        if self.died.surely_before(self.born):
            raise ValueError("nobody dies before birth")

    @property
    def has_place(self) -> bool:
        return bool(self.place_said or self.subdistrict_said or self.governorate_said)

    @property
    def age_group(self) -> Age | None:
        """Child or adult: by the years said, else by birth and death where both decide it."""
        return self.age.of or _by_birth(self.born, self.died)


def _by_birth(born: When, died: When) -> Age | None:
    """Child or adult, where every day that birth and death can have been says the same."""
    if not (born.first and born.last and died.first and died.last):
        return None
    youngest = (died.first.year - born.last.year) - (
        (died.first.month, died.first.day) < (born.last.month, born.last.day)
    )
    oldest = (died.last.year - born.first.year) - (
        (died.last.month, died.last.day) < (born.first.month, born.first.day)
    )
    if youngest >= ADULT_FROM:
        return Age.ADULT
    return Age.CHILD if oldest < ADULT_FROM else None
