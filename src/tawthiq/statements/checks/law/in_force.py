"""L03: a treaty or resolution that did not bind that State on that day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.law.norm import Membership, Norm
from tawthiq.law.treaty import Bond, Status
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.law.applicable import cited_as
from tawthiq.statements.checks.law.sayings import sets_aside
from tawthiq.statements.checks.rows import listed
from tawthiq.statements.reading.instruments import instruments
from tawthiq.statements.reading.provisions import ProvisionSaid
from tawthiq.values.both import NOTHING, Both, joined

_TITLE = Both("A treaty that did not bind then", "معاهدة لم تكن ملزمة حينها")
_RELIES = re.compile(
    r"\b(?:violat\w+|breach\w*|contraven\w+|contrary to|in defiance|infring\w+|prohibit\w*"
    r"|banned|forbidden"
    r"|bound|obligat\w+|obliged|required? (?:by|under)|protected (?:by|under)|under\b|unlawful"
    r"|illegal|disregard"
    r"|guarantee\w*|flout\w*|part(?:y|ies) to|pursuant to|as required)",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:not (?:a |yet )?(?:state )?(?:part(?:y|ies)|bound|signed|ratified|joined)"
    r"|non-?(?:state )?part(?:y|ies)|neither\b|nor\b"
    r"|accede\w*|accession|ratif\w+|join\w*|sign(?:ed|atory|ing)?|has(?:n['’]t| not)|did not"
    r" (?:join|sign|ratify)|became (?:a )?party"
    r"|entered into force|before it (?:was|became)|although|outside the|for its (?:\d+\+?"
    r" )?(?:states )?parties|no part(?:y|ies)|never)\b",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"\b(?:as|is|are|being|,)\s+(?:an?\s+|both\s+)?(?:states?\s+)?part(?:y|ies) to\b", re.IGNORECASE
)
_OF_A_STATE = (Membership.ALLEGED_PARTY, Membership.HUMAN_RIGHTS, Membership.CONVENTIONAL_WEAPONS,
               Membership.CONVENTIONAL_WEAPONS_NIAC)  # fmt: skip


def find(bench: Bench) -> Iterator[Finding]:
    """Treaties relied on against a State that was not bound on the day the text speaks of.

    The bond counts from its entry into force. Where the day is not said, only a State that
    never was bound is named; where no row is recorded, nothing is said. Also a resolution
    relied on for days before it, or for a State it is not about. It is silent where the
    sentence itself speaks of joining or not being bound.
    """
    for said in bench.legal.provisions:
        sentence = bench.reading.page.layout.said(bench.reading.page.sentence_of(said.start))
        if not _RELIES.search(sentence) or sets_aside(bench, said) or _MEMBERS.search(sentence):
            continue
        if said.instrument in ("SC", "GA"):
            yield from _resolution(bench, said)
        else:
            yield from _treaty(bench, said, sentence)


def _resolution(bench: Bench, said: ProvisionSaid) -> Iterator[Finding]:
    norms = bench.legal.norms_of(said)
    if not norms:
        return
    norm, when = norms[0], bench.legal.day_of(said)
    states = bench.legal.states_in(bench.reading.page.sentence_of(said.start))
    if when and when.last and norm.valid_from and when.last < norm.valid_from:
        yield _finding(bench, said, (norm,), Both(
            f"The resolution is of {norm.valid_from}; the text speaks of {when.last}.",
            f"القرار مؤرخ في {norm.valid_from}؛ والنص يتحدث عن {when.last}.",
        ))  # fmt: skip
    elif (
        norm.areas
        and states
        and not set(states) & {*norm.areas, "Russia", "Turkiye", "Iran", "USA"}
    ):
        name = joined(map(bench.pack.bonds.name_of, norm.areas), Both(", ", "، "))
        yield _finding(bench, said, (norm,), Both(
            f"The resolution is about {name.en}.", f"القرار يتعلق بـ{name.ar}."
        ))  # fmt: skip


def _treaty(bench: Bench, said: ProvisionSaid, sentence: str) -> Iterator[Finding]:
    table = instruments().get(said.instrument)
    if table is None or table.treaty not in bench.pack.bonds.treaties:
        return
    norms = bench.legal.norms_of(said) or bench.legal.norms_of(ProvisionSaid(0, 1, said.instrument))
    claims = _CLAIMS.search(sentence) is not None
    for state in _asked(bench, said, norms, claims):
        bond = bench.pack.bonds.bond(state, table.treaty)
        why = _unbound(bench, said, bond) if bond else None
        if bond and why:
            yield _finding(bench, said, norms[:1], why, bond)


def _asked(
    bench: Bench, said: ProvisionSaid, norms: tuple[Norm, ...], claims: bool
) -> tuple[str, ...]:
    """The States whose bond decides, as the norm's own rule of membership has it."""
    named = bench.legal.states_in(bench.reading.page.sentence_of(said.start))
    ways = {norm.membership for norm in norms}
    if claims:
        return named
    if Membership.TERRITORIAL_STATE in ways or Membership.CULTURAL in ways:
        return (bench.legal.territory,) if bench.legal.territory else ()
    if ways & {Membership.BOTH_PARTIES, *_OF_A_STATE}:
        return named
    return ()


def _unbound(bench: Bench, said: ProvisionSaid, bond: Bond) -> Both | None:
    """Why the State was not bound; None where it was, or where that is not known."""
    bonds = bench.pack.bonds
    state, treaty = bonds.name_of(bond.state), bonds.treaties[bond.treaty].name
    when = bench.legal.day_of(said)
    if bond.status is Status.UNKNOWN:
        return None
    if bond.in_force is None:
        return Both(
            f"{state.en} is not bound by the {treaty.en}.", f"{state.ar} غير ملزمة بـ{treaty.ar}."
        )
    if when is None or when.last is None or bond.binds_on(when.last) or bond.may_bind_on(when.last):
        return None
    return Both(
        f"The {treaty.en} binds {state.en} from {bond.in_force}; the text speaks of {when.last}.",
        f"{treaty.ar} تلزم {state.ar} منذ {bond.in_force}؛ والنص يتحدث عن {when.last}.",
    )


def _finding(
    bench: Bench, said: ProvisionSaid, norms: tuple[Norm, ...], why: Both, bond: Bond | None = None
) -> Finding:
    others = bench.legal.named(*(o for norm in norms for o in norm.instead))
    others = tuple(other for other in others if other.membership is Membership.NONE)
    note = bond.note if bond else NOTHING
    return bench.finding(
        "L03",
        Severity.ERROR,
        said,
        _TITLE,
        joined((why, note)),
        _suggested(said, others),
        (bond.url,) if bond else (),
        law=(*norms, *others),
    )


def _suggested(said: ProvisionSaid, others: tuple[Norm, ...]) -> Both:
    if others:
        norms = listed(others)
        return Both(
            f"Cite what binds without it: {norms.en}.", f"استند إلى ما يلزم بدونها: {norms.ar}."
        )
    name = cited_as(said)
    return Both(
        f"Rest it on customary law, and say of {name.en} whom it binds.",
        f"استند إلى القانون العرفي، وبيّن مَن تلزمه {name.ar}.",
    )


CHECK = Check("L03", Severity.ERROR, _TITLE, find)
