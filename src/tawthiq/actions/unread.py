"""What of a table's words nobody can read: places not found, kinds not known.

None of it is refused. The words are kept and shown, and such a claim is counted only
where what is not known does not matter; but whoever imports it is told, once for each
wording, so that a misspelt village is mended before it is missing from a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.claims.claim import Claim
from tawthiq.intake.refusal import first_few, shown
from tawthiq.places.found import Between, NotFound, Reason
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.records.situated import unread
from tawthiq.store.situating import answers_for
from tawthiq.values.both import Both, joined

MOST = 40  # remarks: more nobody reads; the rest is counted
_READ = (
    "place_said",
    "subdistrict_said",
    "governorate_said",
    "weapon_said",
    "target_said",
    "facility_said",
    "party_said",
)
_COLUMNS = {"weapon_said": "weapon", "target_said": "target_type", "party_said": "alleged_party"}
_ONE_OF = frozenset({Reason.SAME_NAME, Reason.CITY_OR_GOVERNORATE, Reason.ONE_OR_OTHER})
_NOWHERE = frozenset({Reason.UNKNOWN, Reason.ELSEWHERE})


def not_read(claims: Iterable[Claim], gazetteer: Gazetteer) -> tuple[Both, ...]:
    """One remark for each wording that is not read, with the claims that have it."""
    gathered: dict[Both, list[str]] = {}
    for claim, codes in _by_wording(claims):
        for doubt in (*_places(claim, gazetteer), *_kinds(claim)):
            gathered.setdefault(doubt, []).extend(codes)
    remarks = [doubt + _in_claims(codes) for doubt, codes in gathered.items()]
    rest = len(remarks) - MOST
    more = (Both(f"and {rest} more wordings", f"و{rest} صيغة أخرى"),) if rest > 0 else ()
    return (*remarks[:MOST], *more)


def _by_wording(claims: Iterable[Claim]) -> Iterator[tuple[Claim, list[str]]]:
    """One claim for each wording, with the codes of all that have it: a table repeats itself."""
    codes: dict[tuple[str, ...], list[str]] = {}
    first: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        wording = tuple(getattr(claim, name) for name in _READ)
        first.setdefault(wording, claim)
        codes.setdefault(wording, []).append(claim.code)
    return ((first[wording], codes[wording]) for wording in first)


def _places(claim: Claim, gazetteer: Gazetteer) -> Iterator[Both]:
    for answer in answers_for(gazetteer, claim):
        written = shown(answer.written)
        match answer:
            case Between(reason=reason, why=why) if reason in _ONE_OF:
                said = Both(f"place “{written}”: ", f"المكان «{written}»: ") + why
                yield said + _MEND_NAME if reason is Reason.SAME_NAME else said
            case NotFound(reason=reason, nearest=nearest) if reason in _NOWHERE:
                names = joined((place.name for place in nearest[:3]), Both(", ", "، "))
                near = (
                    Both(f" (closest names: {names.en})", f" (أقرب الأسماء: {names.ar})")
                    if names
                    else names
                )
                yield (
                    Both(f"place “{written}” is not found", f"لم يُعثر على المكان «{written}»")
                    + near
                    + _MEND_PLACE
                )


_MEND_NAME = Both("; write its subdistrict in admin3", "؛ اكتب ناحيته في العمود admin3")
_MEND_PLACE = Both(
    "; mend the name, or import the place (tawthiq places import)",
    "؛ صحّح الاسم أو استورد المكان (tawthiq places import)",
)


def _kinds(claim: Claim) -> Iterator[Both]:
    for attribute, words in unread(claim).items():
        column, said = _COLUMNS[attribute], shown("; ".join(words))
        yield Both(
            f"{column}: nothing is known of “{said}”, and it is counted as no kind",
            f"العمود {column}: لا يُعرف معنى «{said}»، ولا يُحتسب في أي نوع",
        )


def _in_claims(codes: list[str]) -> Both:
    few = first_few(codes)
    return Both(f" (claims {few.en})", f" (الادعاءات {few.ar})")
