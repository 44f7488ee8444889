"""Made lists for the tests: invented people, some of one family who died together, in three lists.

The names are common given names and family names composed for the purpose. Each list leaves
out, misspells and transliterates in its own way; who is who is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from tawthiq.linkage.table import Table

GIVEN = (
    ("محمد", "Mohammad"), ("أحمد", "Ahmed"), ("خالد", "Khaled"), ("عمر", "Omar"),
    ("يوسف", "Yousef"), ("إبراهيم", "Ibrahim"), ("سامر", "Samer"), ("وليد", "Walid"),
    ("طارق", "Tareq"), ("نبيل", "Nabil"), ("فاطمة", "Fatima"), ("مريم", "Maryam"),
    ("زينب", "Zaynab"), ("هدى", "Huda"), ("سلمى", "Salma"), ("رنا", "Rana"),
    ("عبد الرحمن", "Abdulrahman"), ("نور الدين", "Nour al-Din"), ("حسن", "Hassan"),
    ("حسين", "Hussein"), ("كريم", "Karim"), ("جميل", "Jamil"), ("رشيد", "Rashid"),
    ("بشير", "Bashir"), ("منير", "Munir"), ("فريد", "Farid"), ("سعيد", "Saeed"),
    ("ليلى", "Layla"), ("آمنة", "Amina"), ("سناء", "Sanaa"),
)  # fmt: skip
_FIRST = ("بر", "كن", "شم", "در", "زه", "تل", "عق", "سن", "مر", "فر", "حل", "جد")
_LAST = (
    "كوش",
    "موت",
    "لاني",
    "دوري",
    "باوي",
    "نوتي",
    "سيري",
    "قوني",
    "روشي",
    "ماطي",
    "غاسي",
    "تومي",
)
_LATIN_FIRST = ("Bar", "Kan", "Sham", "Dar", "Zah", "Tal", "Aq", "San", "Mar", "Far", "Hal", "Jad")
_LATIN_LAST = (
    "koush", "mout", "lani", "douri", "bawi", "nouti",
    "siri", "qouni", "roushi", "mati", "ghasi", "toumi",
)  # fmt: skip
FAMILY = tuple(
    (first + last, latin + end)
    for first, latin in zip(_FIRST, _LATIN_FIRST, strict=True)
    for last, end in zip(_LAST, _LATIN_LAST, strict=True)
)
PLACES = tuple(f"قرية {first}{last}" for first in _FIRST for last in ("ون", "يا", "ات"))


@dataclass(slots=True)
class Made:
    """Rows as columns, and the person of each row."""

    columns: dict[str, list[str]] = field(default_factory=dict)
    truth: list[str] = field(default_factory=list)

    @property
    def table(self) -> Table:
        return Table.of(self.columns)


def lists(people: int = 1500, seed: int = 3, latin_third: bool = True) -> Made:
    """Three lists; a third of the people died together with brothers and sisters."""
    rng = np.random.default_rng(seed)
    rows: list[dict[str, str]] = []
    truth: list[str] = []
    family = father = place = day = 0
    left = 0
    for person in range(people):
        if not left:
            left = int(rng.integers(2, 6)) if rng.random() < 0.15 else 1
            family, father = int(rng.integers(len(FAMILY))), int(rng.integers(10))
            place, day = int(rng.integers(len(PLACES))), int(rng.integers(1200))
        left -= 1
        given = int(rng.integers(len(GIVEN)))
        age = int(rng.integers(1, 80))
        for source in range(3):
            if rng.random() < (0.8, 0.6, 0.5)[source]:
                latin = int(latin_third and source == 2)
                name = [GIVEN[given][latin], GIVEN[father][latin], FAMILY[family][latin]]
                rows.append(_row(name, source, place, day, age, rng))
                truth.append(str(person))
    order = rng.permutation(len(rows)).tolist()
    columns = {key: [rows[at][key] for at in order] for key in rows[0]}
    columns["id"] = [f"r{at}" for at in range(len(order))]
    return Made(columns, [truth[at] for at in order])


def _row(
    name: list[str], source: int, place: int, day: int, age: int, rng: np.random.Generator
) -> dict[str, str]:
    if rng.random() < 0.06:
        at = int(rng.integers(3))
        cut = int(rng.integers(1, len(name[at])))
        name[at] = name[at][:cut] + name[at][cut + 1 :]
    if source == 1 and rng.random() < 0.25:
        del name[1]
    if rng.random() < 0.1:
        day += int(rng.integers(1, 5))
    when = date(2012, 1, 1) + timedelta(days=day)
    return {
        "source": "abc"[source],
        "name": " ".join(name),
        "date": when.isoformat() if rng.random() > 0.05 else f"{when:%Y-%m}",
        "age": str(age) if rng.random() > 0.3 else "",
        "place": PLACES[place] if rng.random() > 0.1 else "",
    }
