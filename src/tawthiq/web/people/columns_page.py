"""The columns of an uploaded list: what each is read as, and what its first rows hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.http import QueryDict
from django.utils.translation import gettext as _

from tawthiq.intake.victims_table import open_victims
from tawthiq.web.reader import Reader

_EXAMPLES = 3  # cells shown of each column, so that it can be told what it holds
_LONGEST = 40  # characters of a cell


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column of somebody's list.

    Attributes:
        name: As the list writes it.
        options: (key, what it means, whether the column is read as it), all of ours.
        examples: What stands in its first rows.
    """

    name: str
    options: tuple[tuple[str, str, bool], ...]
    examples: tuple[str, ...]


def meanings() -> dict[str, str]:
    """What each of our columns means, in the order in which they are offered."""
    return {
        "": _("kept, not read"),
        "id": _("id of the row"),
        "name": _("whole name"),
        "given": _("given name"),
        "father": _("father’s name"),
        "grandfather": _("grandfather’s name"),
        "family": _("family name"),
        "mother": _("mother’s name"),
        "kunya": _("by-name"),
        "sex": _("sex"),
        "age": _("age"),
        "age_group": _("child or adult"),
        "born": _("date of birth"),
        "died": _("date of death"),
        "place": _("place"),
        "admin3": _("subdistrict"),
        "governorate": _("governorate"),
        "status": _("civilian or combatant"),
        "role": _("occupation"),
        "party": _("alleged party"),
        "url": _("address of the row"),
    }


def columns_of_page(
    file: Path, name: str, read: Mapping[str, str], reader: Reader
) -> tuple[ColumnChoice, ...]:
    """Each column of a list, as it is read now.

    Args:
        read: From the columns of the list to our keys.
    """
    table = open_victims(file, name, read)
    rows = [row.cells for row in islice(table.rows(), _EXAMPLES * 4)]
    offered = meanings()
    return tuple(
        ColumnChoice(
            column,
            tuple((key, said, key == read.get(column, "")) for key, said in offered.items()),
            _examples([cells[at] for cells in rows]),
        )
        for at, column in enumerate(table.header)
    )


def said_of_columns(sent: QueryDict) -> dict[str, str]:
    """What a form says of the columns: the names and the keys stand in two fields, in one order."""
    names, keys = sent.getlist("column"), sent.getlist("key")
    offered = meanings()
    return {name: key for name, key in zip(names, keys, strict=False) if key in offered}


def _examples(cells: list[str]) -> tuple[str, ...]:
    said = dict.fromkeys(" ".join(cell.split())[:_LONGEST] for cell in cells if cell)
    return tuple(islice(said, _EXAMPLES))
