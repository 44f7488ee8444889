"""The fields of a row of the law pack that a lawyer may correct, and a decision on a row.

A row is a norm, known by its id, or a bond of a State and a treaty, as ``Syria/AP_II``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.values.both import Both


class RowText(StrEnum):
    """A field that a lawyer may correct; a day is written 2019-07-22, or "" where there is none."""

    PROVISION_EN = "provision_en"
    PROVISION_AR = "provision_ar"
    TITLE_EN = "title_en"
    TITLE_AR = "title_ar"
    SUMMARY_EN = "summary_en"
    SUMMARY_AR = "summary_ar"
    NOTE_EN = "note_en"
    NOTE_AR = "note_ar"
    CITATION = "citation"
    URL = "url"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    STATUS = "status"
    DONE = "done"
    IN_FORCE = "in_force"

    @property
    def name_said(self) -> Both:
        """What a reader calls the field."""
        return _NAMES[self]


_NAMES = {
    RowText.PROVISION_EN: Both("provision, in English", "رقم الحكم بالإنكليزية"),
    RowText.PROVISION_AR: Both("provision, in Arabic", "رقم الحكم بالعربية"),
    RowText.TITLE_EN: Both("title, in English", "العنوان بالإنكليزية"),
    RowText.TITLE_AR: Both("title, in Arabic", "العنوان بالعربية"),
    RowText.SUMMARY_EN: Both("summary, in English", "الخلاصة بالإنكليزية"),
    RowText.SUMMARY_AR: Both("summary, in Arabic", "الخلاصة بالعربية"),
    RowText.NOTE_EN: Both("note, in English", "الملاحظة بالإنكليزية"),
    RowText.NOTE_AR: Both("note, in Arabic", "الملاحظة بالعربية"),
    RowText.CITATION: Both("citation", "الإحالة"),
    RowText.URL: Both("address", "العنوان الشبكي"),
    RowText.VALID_FROM: Both("law since", "نافذة منذ"),
    RowText.VALID_TO: Both("law until", "نافذة حتى"),
    RowText.STATUS: Both("status", "الصفة"),
    RowText.DONE: Both("signed, ratified or acceded on", "تاريخ التوقيع أو التصديق أو الانضمام"),
    RowText.IN_FORCE: Both("in force since", "نافذة للدولة منذ"),
}
OF_A_BOND = (
    RowText.STATUS,
    RowText.DONE,
    RowText.IN_FORCE,
    RowText.NOTE_EN,
    RowText.NOTE_AR,
    RowText.URL,
)
DAYS = (RowText.VALID_FROM, RowText.VALID_TO, RowText.DONE, RowText.IN_FORCE)
OF_A_NORM = tuple(field for field in RowText if field not in OF_A_BOND[:3])
MAY_BE_EMPTY = frozenset({*DAYS, RowText.NOTE_EN, RowText.NOTE_AR, RowText.URL})


@dataclass(frozen=True, slots=True)
class RowDecision:
    """One thing that was done to a row.

    Attributes:
        changed: New text by field; empty where the row was only signed or a signature taken back.
        signed_by: The lawyer who vouches for the row with these changes; "" where nobody does.
        digest: Of the row as it then stood; a row that reads otherwise today is not signed.
    """

    row: str
    changed: Mapping[RowText, str]
    signed_by: str = ""
    signed_on: date | None = None
    digest: str = ""

    def __post_init__(self) -> None:
        if bool(self.signed_by) is not bool(self.signed_on and self.digest):
            raise ValueError("a signature has a name, a day, and a digest of what was signed")
