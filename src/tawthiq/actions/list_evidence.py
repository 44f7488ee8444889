"""List a piece of evidence of an incident, so that facts may cite it; or take it back."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.saying import refuse_verdict, require_reason
from tawthiq.errors import InputError
from tawthiq.law.evidence import Evidence
from tawthiq.law.pack.fields import unknown_key
from tawthiq.store import models
from tawthiq.store.queries.incidents import listed
from tawthiq.store.queries.law.decisions import standing_facts, standing_pieces
from tawthiq.store.queries.law.evidence import citations
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.values.both import Both

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")


def list_evidence(
    case: str,
    incident: str,
    code: str,
    kind: str,
    *,
    words: str,
    source: str,
    by: str,
    because: str,
    reliability: str = "",
    credibility: int = 0,
    group: str = "",
) -> None:
    """List a piece; the same code again corrects it.

    Args:
        incident: Its code; "" for a piece of the whole case.
        code: What facts call it, as in ``E1``: a letter, then letters, digits and hyphens.
            Claims of the case have a dot in theirs, so that none is taken for the other.
        kind: A kind of evidence of the law pack.
        source: An address, or where it lies.
        group: Pieces with one group come from one origin and count once.

    Raises:
        UnknownNameError: No such case or incident.
        InputError: The kind, the code or a grade cannot be, or no source is given.
    """
    rights.require_qualify(by, case)
    require_reason(because)
    refuse_verdict(words, Both("what the piece is", "وصف الدليل"))
    _must_be_possible(code, kind, source, reliability, credibility)
    with changing(case) as held:
        if incident:
            listed(case, incident)
        _must_be_free(held, code)
        _keep(
            held, incident, code, by, because, kind, words, source, reliability, credibility, group
        )
        what = {"incident": incident, "evidence": code}
        journal.write_change(held, by=by, action="list-evidence", what=what, why=because)


def withdraw_evidence(case: str, incident: str, code: str, *, by: str, because: str) -> None:
    """Take a piece back.

    Raises:
        UnknownNameError: No such case.
        InputError: No such piece stands, or a held fact still cites it.
    """
    rights.require_qualify(by, case)
    require_reason(because)
    with changing(case) as held:
        standing = {row.code: row for row in standing_pieces(held, [incident]).get(incident, ())}
        if code not in standing:
            some = ", ".join(standing) or "none"
            raise InputError(
                f"no piece {code!r} is listed here; listed: {some}",
                f"لا دليل باسم {code!r} هنا؛ والمدرج: {some}",
            )
        _must_not_be_cited(held, incident, code)
        row = standing[code]
        _keep(held, incident, code, by, because, row.kind, is_withdrawn=True)
        what = {"incident": incident, "evidence": code}
        journal.write_change(held, by=by, action="withdraw-evidence", what=what, why=because)


def _keep(
    case: models.Case,
    incident: str,
    code: str,
    by: str,
    because: str,
    kind: str,
    words: str = "",
    source: str = "",
    reliability: str = "",
    credibility: int = 0,
    group: str = "",
    is_withdrawn: bool = False,
) -> None:
    models.EvidencePiece.objects.create(
        case=case,
        incident=incident,
        code=code,
        kind=kind,
        words=words,
        source=source,
        reliability=reliability,
        credibility=credibility,
        group=group,
        is_withdrawn=is_withdrawn,
        by=by,
        because=because,
        at=datetime.now(UTC),
    )


def _must_be_possible(
    code: str, kind: str, source: str, reliability: str, credibility: int
) -> None:
    if not _CODE.fullmatch(code):
        raise InputError(
            f"{code[:40]!r} cannot name a piece; write it as E1: a letter, then letters or digits",
            f"{code[:40]!r} لا يصلح معرّفًا لدليل؛ اكتبه على شكل E1",
        )
    kinds = pack_in_force().evidence_kinds
    if kind not in kinds:
        said = unknown_key(kind, kinds)
        raise InputError(said.en, said.ar)
    if not source.strip():
        raise InputError(
            f"{code}: say where the piece lies or give its address",
            f"{code}: اذكر أين الدليل أو أعطِ عنوانه",
        )
    try:
        Evidence(code, kinds[kind].shows_in, kind, "", reliability, credibility)
    except ValueError as error:
        raise InputError(
            f"{code}: {error}; correct the grade",
            f"{code}: درجة المصدر من A إلى F ودرجة المعلومة من 1 إلى 6؛ صحّحها",
        ) from error


def _must_be_free(case: models.Case, code: str) -> None:
    if models.Claim.objects.filter(case=case, code=code).exists():
        raise InputError(
            f"{code} is the code of a claim; call the piece otherwise",
            f"{code} رمز ادعاء؛ سمِّ الدليل باسم آخر",
        )


def _must_not_be_cited(case: models.Case, incident: str, code: str) -> None:
    cited = citations(standing_facts(case, [incident]).get(incident, {}).values())
    if code in cited:
        keys = ", ".join(cited[code])
        raise InputError(
            f"{code} is cited by {keys}; record those facts without it first",
            f"{code} تستشهد به الوقائع: {keys}؛ سجّلها من دونه أولًا",
        )
