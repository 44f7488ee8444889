"""Sign a row of the law pack as a lawyer, correct it, or take a signature back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.saying import require_reason, require_text
from tawthiq.errors import InputError
from tawthiq.law import desk
from tawthiq.law.book import LawPack
from tawthiq.law.corrected_bond import bond_with
from tawthiq.law.corrected_norm import norm_with
from tawthiq.law.correction import digest_of_row, row_of
from tawthiq.law.norm import Norm
from tawthiq.law.row_text import DAYS, MAY_BE_EMPTY, RowText
from tawthiq.law.treaty import Bond, Status
from tawthiq.store import models
from tawthiq.store.queries.law.law_rows import history, pack_in_force, texts_of
from tawthiq.values.both import Both


def sign_row(
    row: str,
    *,
    lawyer: str,
    on: date,
    source: str,
    by: str,
    because: str,
    corrected: Mapping[RowText, str] | None = None,
) -> None:
    """Vouch for a row as it stands, or as it is corrected in the same breath.

    Args:
        row: A norm by its id, a bond as ``Syria/AP_II``, an element as ``RS-8-2-e-iv/3``, or
            a forum as ``forum:IIIM``.
        lawyer: Name and standing, as they are shown ("A. Person, Bar of X").
        on: The day of the signature, not later than today.
        source: What the lawyer held the row against.
        corrected: New text by field; nothing where the row is right.

    Raises:
        UnknownNameError: No such row.
        InputError: Nobody signs, no source is given, a day to come, an empty text, a day that
            is none, or a text that says a verdict.
    """
    require_text(lawyer, Both("the name of the lawyer", "اسم القانوني"))
    if on > datetime.now(UTC).date():
        raise InputError(
            f"{on} is still to come; sign with today or an earlier day",
            f"{on} لم يأتِ بعد؛ وقّع بتاريخ اليوم أو قبله",
        )
    _decide(row, corrected or {}, lawyer.strip(), on, source, by, because, "sign-law-row")


def correct_row(
    row: str, corrected: Mapping[RowText, str], *, source: str, by: str, because: str
) -> None:
    """Correct a row without signing it: it then waits for a lawyer and is not published.

    Raises:
        UnknownNameError: No such row.
        InputError: Nothing is changed, or as ``sign_row``.
    """
    _decide(row, corrected, "", None, source, by, because, "correct-law-row")


def withdraw_signature(row: str, *, by: str, because: str) -> None:
    """Take back the signature under a row; its texts stay as they are.

    Raises:
        UnknownNameError: No such row.
        InputError: It bears none, or no reason is given.
    """
    rights.require_sign_law(by)
    require_reason(because)
    named = row_named(row, pack_in_force())
    with in_one_piece():
        done = list(history(named))
        if not done or not done[-1].signed_by:
            raise InputError(
                f"{named} bears no signature that could be taken back",
                f"لا يحمل {named} توقيعًا يمكن سحبه",
            )
        _keep(named, {}, "", None, "", "", by, because)
        what = {"row": named}
        journal.write(None, by=by, action="withdraw-law-signature", what=what, why=because)


def row_named(row: str, pack: LawPack) -> str:
    """The id of a row, in any case of letters.

    Raises:
        UnknownNameError: The pack has no such row; the message gives the nearest norm.
    """
    written = row.strip()
    return written if row_of(pack, written) else desk.show(written, pack=pack).norm.id


def _decide(
    row: str,
    corrected: Mapping[RowText, str],
    lawyer: str,
    on: date | None,
    source: str,
    by: str,
    because: str,
    action: str,
) -> None:
    rights.require_sign_law(by)
    require_reason(because)
    require_text(source, Both("the source", "المصدر"))
    with in_one_piece():
        pack = pack_in_force()
        named = row_named(row, pack)
        before = texts_of(pack, named)
        changed = {
            field: text.strip()
            for field, text in corrected.items()
            if text.strip() != before.get(field, "")
        }
        for field, text in changed.items():
            _must_be_possible(named, field, text, field in before)
        if not (changed or lawyer):
            raise InputError(
                f"{named}: nothing is changed; sign it, or write what it should say",
                f"{named}: لم يتغيّر شيء؛ وقّعه، أو اكتب ما ينبغي أن يقول",
            )
        _row_must_be_possible(named, changed, pack)
        digest = digest_of_row(pack, named, changed)
        _keep(named, changed, lawyer, on, source, digest, by, because)
        what = {"row": named, "fields": sorted(changed), "digest": digest}
        journal.write(None, by=by, action=action, what=what, why=because)


def _row_must_be_possible(row: str, changed: Mapping[RowText, str], pack: LawPack) -> None:
    """Refuse what only the fields together make impossible."""
    match row_of(pack, row):
        case Norm() as norm:
            made = norm_with(norm, changed)
            if made.valid_from and made.valid_to and made.valid_to < made.valid_from:
                raise _impossible(row, "it ends before it begins", "ينتهي قبل أن يبدأ")
        case Bond() as bond:
            _bond_must_be_possible(row, bond_with(bond, changed))


def _bond_must_be_possible(row: str, bond: Bond) -> None:
    if (bond.status is Status.PARTY) is not (bond.in_force is not None):
        raise _impossible(
            row,
            "a party has a day in force, and only a party has one",
            "للدولة الطرف يوم نفاذ، وليس لغيرها",
        )
    if bond.done and bond.in_force and bond.in_force < bond.done:
        raise _impossible(
            row, "it cannot be in force before it was done", "لا يمكن أن تنفذ قبل إتمامها"
        )


def _must_be_possible(row: str, field: RowText, text: str, is_a_field: bool) -> None:
    if not is_a_field:
        raise _impossible(row, f"it has no {field.name_said.en}", f"ليس له {field.name_said.ar}")
    if not text and field in MAY_BE_EMPTY:
        return
    require_text(text, Both(f"{row}: ", f"{row}: ") + field.name_said)
    if field in DAYS:
        try:
            date.fromisoformat(text)
        except ValueError as error:
            raise _impossible(
                row,
                f"{text!r} is no day; write it as 2019-07-22",
                f"{text!r} ليس يومًا؛ اكتبه على شكل 2019-07-22",
            ) from error
    if field is RowText.STATUS and text not in set(Status):
        known = ", ".join(Status)
        raise _impossible(
            row, f"{text!r} is no status; take one of {known}", f"{text!r} ليس صفة؛ خذ أحد: {known}"
        )


def _impossible(row: str, en: str, ar: str) -> InputError:
    return InputError(f"{row}: {en}", f"{row}: {ar}")


def _keep(
    row: str,
    changed: Mapping[RowText, str],
    lawyer: str,
    on: date | None,
    source: str,
    digest: str,
    by: str,
    because: str,
) -> None:
    models.LawRow.objects.create(
        row=row,
        corrected={field.value: text for field, text in changed.items()},
        digest=digest,
        is_signed=bool(lawyer),
        signed_by=lawyer,
        signed_on=on,
        source=source.strip(),
        pack=pack_in_force().hash,
        by=by,
        because=because,
        at=datetime.now(UTC),
    )
