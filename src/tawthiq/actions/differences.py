"""Where a corrected claim differs from the one before, column by column as in its table."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.claims.claim import Claim, PeriodClaim
from tawthiq.claims.toll import Toll
from tawthiq.records.incident import SETTLED
from tawthiq.values.how_many import HowMany

# The columns of a table of claims, in the order in which incidents are settled.
_TOLL_COLUMNS = dict(
    zip(SETTLED, ("killed", "killed_children", "killed_women", "injured"), strict=True)
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell, before and after; "" where nothing stood."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim that a table corrects."""

    code: str
    differences: tuple[Difference, ...]


def changed(old: Claim | PeriodClaim, new: Claim | PeriodClaim) -> Changed:
    """What of a claim is different now, in the order of the columns of the new one."""
    before, after = _cells(old), _cells(new)
    columns = dict.fromkeys((*after, *before))
    cells = ((column, before.get(column, ""), after.get(column, "")) for column in columns)
    return Changed(new.code, tuple(Difference(*each) for each in cells if each[1] != each[2]))


def number_in_words(number: HowMany) -> str:
    """A number as a cell shows it: "43", "37-43", "at least 20"; with the words and the rule.

    Two numbers that differ are never written alike: the ends stand beside the words.
    """
    if number.is_exact:
        ends = f"{number.best}"
    elif number.low is not None and number.high is not None:
        middle = "" if number.best is None else f" (best {number.best})"
        ends = f"{number.low}-{number.high}{middle}"
    else:
        said = (("at least", number.low), ("about", number.best), ("at most", number.high))
        ends = ", ".join(f"{word} {end}" for word, end in said if end is not None)
    words = f" \u201c{number.words}\u201d" if number.words else ""
    return f"{ends}{words}" + (f" [{number.rule}]" if number.rule else "")


def _cells(claim: Claim | PeriodClaim) -> dict[str, str]:
    own = _claim_cells(claim) if isinstance(claim, Claim) else _period_cells(claim)
    document = claim.document
    return own | {
        "source_org": document.source,
        "source_title": document.title,
        "source_url": document.url,
        "published": str(document.published),
        "checked": claim.checked,
    }


def _claim_cells(claim: Claim) -> dict[str, str]:
    return {
        "date": f"{claim.when}",
        "date (kind)": claim.when.precision.value,
        "place": claim.place_said,
        "admin3": claim.subdistrict_said,
        "governorate": claim.governorate_said,
        "lat": _degrees(claim.lat),
        "lon": _degrees(claim.lon),
        "weapon": claim.weapon_said,
        "target_type": claim.target_said,
        "facility_name": claim.facility_said,
        **{_toll_column(toll): number_in_words(toll.how_many) for toll in claim.tolls},
        "alleged_party": claim.party_said,
        "quote_paraphrase": claim.words,
    }


def _period_cells(claim: PeriodClaim) -> dict[str, str]:
    return {
        "figure": claim.figure_said,
        "value": number_in_words(claim.how_many),
        "period": claim.when_said,
        "period (read)": str(claim.when),
        "area": claim.area_said,
    }


def _toll_column(toll: Toll) -> str:
    return _TOLL_COLUMNS.get((toll.harm, toll.group), f"{toll.harm}")


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value}"
