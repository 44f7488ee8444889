"""The claims on one incident as rows of a table: who says what, kept as said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tawthiq.claims.claim import Claim
from tawthiq.claims.group import CHILDREN, WOMEN
from tawthiq.claims.source import Source
from tawthiq.claims.toll import Harm
from tawthiq.records.incident import Incident
from tawthiq.records.range import UNUSED_IN_WORDS, Range
from tawthiq.records.situated import Situated
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When
from tawthiq.web.claims.following import followable
from tawthiq.web.claims.numbers import killed, said_of
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.reader import Reader
from tawthiq.web.wording.dates import day


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim.

    Attributes:
        url: Where it stands, if that is an address that may be followed; else "".
        status: Whether its number is in the range, and if not, why not.
        counted: Whether it is.
        checked: When it was held against its page again, or "".
    """

    code: str
    voice: Voice
    published: When
    when: When
    place: str
    killed: HowMany | None
    children: HowMany | None
    women: HowMany | None
    injured: HowMany | None
    party: str
    words: str
    title: str
    url: str
    status: str
    counted: bool
    denies: bool
    checked: str


def claim_rows(
    incident: Incident, held: Range, sources: Mapping[str, Source], reader: Reader
) -> tuple[ClaimRow, ...]:
    """Every claim, in the order of publication; undated ones last."""
    rows = (_row(situated, held, sources, reader) for situated in incident.claims)
    return tuple(sorted(rows, key=lambda row: (row.published.last or date.max, _natural(row.code))))


def denials(rows: tuple[ClaimRow, ...]) -> tuple[ClaimRow, ...]:
    return tuple(row for row in rows if row.denies)


def _row(
    situated: Situated, held: Range, sources: Mapping[str, Source], reader: Reader
) -> ClaimRow:
    claim = situated.claim
    counted = claim.code in held.used.values()
    return ClaimRow(
        code=claim.code,
        voice=voice(sources[claim.document.source], reader, sources),
        published=claim.document.published,
        when=claim.when,
        place=claim.place_said,
        killed=killed(claim),
        children=said_of(claim, Harm.KILLED, CHILDREN),
        women=said_of(claim, Harm.KILLED, WOMEN),
        injured=said_of(claim, Harm.INJURED),
        party=claim.party_said,
        words=claim.words,
        title=claim.document.title,
        url=followable(claim.document.url),
        status=_("counted") if counted else _why_not(claim, held, reader),
        counted=counted,
        denies=situated.allegation.denies,
        checked=_checked(claim.checked, reader),
    )


def _why_not(claim: Claim, held: Range, reader: Reader) -> str:
    why = held.unused.get(claim.code)
    return UNUSED_IN_WORDS[why].in_(reader.language) if why else ""


def _checked(said: str, reader: Reader) -> str:
    """When somebody held the claim against its page again: ``yes:2026-11-22`` as a day."""
    written = said.removeprefix("yes:")
    try:
        return day(date.fromisoformat(written), reader)
    except ValueError:
        return said


def _natural(code: str) -> tuple[str, int]:
    """I055.7 before I055.12."""
    head, _dot, tail = code.rpartition(".")
    return (head, int(tail)) if tail.isdecimal() else (code, 0)
