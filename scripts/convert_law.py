"""Bring the research tables of the law into the law pack: norms, bonds, elements.

Run once; from then on the YAML files are the source. It may be run again when a table is
corrected: what the tables say is written anew, and what people wrote into the files since
(Arabic, subjects, rules, signatures) is kept as it is.

    python scripts/convert_law.py FOLDER_OF_TABLES
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parents[1] / "src/tawthiq/law/data"
RECORDED = "2026-11-22"
Row = dict[str, str]
Entry = dict[str, Any]

MEMBERSHIP = {
    "GC": "universal",
    "AP_I": "both_parties",
    "GAS_1925": "both_parties",
    "AP_II": "territorial_state",
    "CCM": "alleged_party",
    "CWC": "alleged_party",
    "OTTAWA": "alleged_party",
    "BTWC": "alleged_party",
    "ATT": "alleged_party",
    "GENOCIDE": "alleged_party",
    "CCW_A1": "alleged_party",
    "CCW_P1": "conventional_weapons",
    "CCW_P3": "conventional_weapons",
    "CCW_P4": "conventional_weapons",
    "CCW_AP2": "conventional_weapons_niac",
    "CCW_P5": "conventional_weapons_niac",
    "HAGUE_1954": "cultural",
    "HAGUE_P2": "cultural",
    "ICCPR": "human_rights",
    "ICESCR": "human_rights",
    "CAT": "human_rights",
    "CRC": "human_rights",
    "OPAC": "human_rights",
    "CPED": "human_rights",
}
# Words of judgment that a summary of the law can do without, and our word for the actor.
REWORDED = {
    "for an act they did not commit": "for an act of somebody else",
    "suspected, accused or convicted of war crimes": (
        "suspected of, accused of or sentenced for war crimes"
    ),
    "committed on their orders": "carried out on their orders",
    "Whoever commits a war crime": "Whoever does a war crime",
    "if the target proves not military": "if the target turns out not to be military",
    "people in the perpetrator's power": "people in a party's power",
    "No conviction or sentence without a fair trial": "No sentence without a fair trial",
    "alleged to have committed a grave breach": "alleged to be behind a grave breach",
    "would be or proved inadequate": "would be or turned out to be inadequate",
    "the perpetrator's": "that person's",
    "The perpetrator": "The person concerned",
    "by the perpetrator": "by the person concerned",
    "NO ELEMENTS EXIST:": "No elements exist:",
    "Engine must return 'not operational'.": "The answer is that it is not operational.",
    "Engine value in NIAC = arguable, never applicable.": (
        "In a NIAC it is arguable, never applicable."
    ),
    "Linter should block the word without group + intent facts.": (
        "Never use the word without facts on the group and the intent."
    ),
    "Linter: a rights group": "A rights group",
    "require conscious confirmation": "let that be a conscious decision",
}
LETTERS: dict[str, str] = dict(
    zip("abcdefghijk", ["أ", "ب", "ج", "د", "هـ", *"وزحطيك"], strict=True)
)
ROMAN = {"i": 1, "v": 5, "x": 10}
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PROVISIONS = {
    "Common Art. 2": "المادة ٢ المشتركة",
    "Common Art. 3": "المادة ٣ المشتركة",
    "whole": "القرار كله",
    "Operative paragraphs": "فقرات المنطوق",
    "six grave violations": "الانتهاكات الجسيمة الستة",
    "not adopted": "لم يُعتمد",
    "A": "القسم ألف",
    "para 3 and others": "الفقرة ٣ وغيرها",
    "paras 2-3": "الفقرتان ٢ و٣",
    "paras 4, 13": "الفقرتان ٤ و١٣",
}


def convert(tables: Path, data: Path) -> None:
    """Write the three tables into the pack."""
    _norms(_rows(tables / "norms.csv"), data / "norms")
    _treaties(_rows(tables / "treaty_status.csv"), data / "treaties")
    _crimes(_rows(tables / "elements.csv"), data / "crimes")


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _grouped(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups


def _norms(rows: Iterable[Row], folder: Path) -> None:
    for instrument, held in _grouped(rows, "instrument").items():
        path = folder / f"{_file_of(held[0])}.yaml"
        before = _read(path) or {"instrument": {"en": instrument}, "norms": []}
        kept = {norm["id"]: norm for norm in before["norms"]}
        norms = [_norm(row, kept.pop(row["id"], {})) for row in held]
        before["instrument"] = {**before["instrument"], "en": instrument}
        before["norms"] = [*norms, *kept.values()]  # rows that no table has yet
        _write(path, before, f"# {instrument}")


def _file_of(row: Row) -> str:
    """One file an instrument, named after the ids of its norms."""
    id_ = row["id"].lower()
    return id_ if id_.startswith(("ga-", "sc-", "caac", "ccw-")) else id_.split("-")[0]


def _norm(row: Row, kept: Entry) -> Entry:
    """The entry of a norm; a row that a lawyer signed is no longer the table's to change."""
    if kept.get("signed"):
        return kept
    said = {
        "id": row["id"],
        "provision": {"en": row["provision"], "ar": provision_ar(row["provision"])},
        "title": _said(row["short_title"], kept.get("title")),
        "summary": _said(_reworded(row["own_words_summary"]), kept.get("summary")),
        "kind": row["kind"],
        "scope": _scope(row),
        "membership": MEMBERSHIP.get(row["treaty_key"], "none"),
        **({"treaty": row["treaty_key"]} if row["treaty_key"] in MEMBERSHIP else {}),
        **({"areas": kept["areas"]} if "areas" in kept else {}),
        **({"valid": kept["valid"]} if "valid" in kept else _valid(row)),
        **({"in_force": kept["in_force"]} if "in_force" in kept else {}),
        "engages": kept.get("engages", []),
        **({"doubts": kept["doubts"]} if "doubts" in kept else {}),
        "protects": _list(row["protects"]),
        "prohibits": _list(row["prohibits"]),
        **_note(_reworded(row["applicability_note"]), kept),
        **({"instead": kept["instead"]} if "instead" in kept else {}),
        "source": {"citation": row["citation"], "url": row["source_url"]},
        "checked": _checked(row["verified"], row["in_force_from"]),
        "recorded": RECORDED,
        "signed": kept.get("signed"),
    }
    always = ("engages", "signed")
    return {key: value for key, value in said.items() if value not in ([], {}) or key in always}


def _said(english: str, kept: Entry | None) -> Entry:
    """The English of the table beside the Arabic that somebody wrote, if any."""
    arabic = (kept or {}).get("ar", "")
    return {"en": english, "ar": arabic if re.search("[\u0621-\u064a]", arabic) else english}


def _note(english: str, kept: Entry) -> Entry:
    return {"note": _said(english, kept.get("note"))} if english else {}


def _reworded(text: str) -> str:
    for old, new in REWORDED.items():
        text = text.replace(old, new)
    return text


def _scope(row: Row) -> Entry:
    applies = row["applies_in"].split(";")
    niac = row["niac_status"] if "both" in applies or "NIAC" in applies else "no"
    if row["niac_status"] == "arguable":
        niac = "arguable"
    iac = "settled" if {"both", "IAC"} & set(applies) else "no"
    return {"iac": iac, "niac": niac, "peace": "settled" if "peace" in applies else "no"}


def _valid(row: Row) -> Entry:
    day = re.match(r"\d{4}-\d\d-\d\d", row["in_force_from"])
    return {"valid": {"from": day[0]}} if day else {}


def _checked(verified: str, *more: str) -> Entry:
    """How a row was checked: what is from memory, even in part, is never called verified."""
    basis = "; ".join([verified.removeprefix("verified: "), *(m for m in more if "(" in m)])
    how = "verified"
    if "from memory" in basis:
        how = "partly" if "http" in basis else "memory"
    return {"how": how, "basis": basis}


def _list(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(";") if word.strip()]


def provision_ar(english: str) -> str:
    """An article or rule as Arabic texts cite it: Art. 8(2)(e)(iv) is المادة ٨(٢)(هـ)(٤)."""
    if english in PROVISIONS:
        return PROVISIONS[english]
    text = english.replace(" chapeau", "، الفقرة الاستهلالية").replace(
        " as amended 2001", " المعدلة ٢٠٠١"
    )
    text = re.sub(r"^Arts? ", lambda m: "المادتان " if _is_two(english) else "المواد ", text)
    text = re.sub(r"^Art\. ", "المادة ", text)
    text = re.sub(r"^Rule ", "القاعدة ", text)
    text = re.sub(r"^para ", "الفقرة ", text)
    text = re.sub(r"^(المادة 7\(1\))\(i\)", rf"\1({LETTERS['i']})", text)
    text = re.sub(r"\(([ivx]+|[a-k])\)", lambda m: f"({_bracket(m[1])})", text)
    text = re.sub(r"\b(I|II|III|IV|V|VI|IX)\b", lambda m: str(_number(m[1].lower())), text)
    text = text.replace(" and ", " و").replace(", ", "، ").replace("-", "–")
    return text.translate(DIGITS)


def _is_two(english: str) -> bool:
    return bool(re.fullmatch(r"Arts \d+-\d+", english)) and _span(english) == 1


def _span(english: str) -> int:
    first, last = re.findall(r"\d+", english)
    return int(last) - int(first)


def _bracket(inside: str) -> str:
    if inside in LETTERS and inside != "i":
        return LETTERS[inside]
    return str(_number(inside))


def _number(roman: str) -> int:
    values = [ROMAN[letter] for letter in roman]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def _treaties(rows: Iterable[Row], folder: Path) -> None:
    for treaty, held in _grouped(rows, "treaty").items():
        path = folder / f"{treaty.lower().replace('_', '-')}.yaml"
        before = _read(path) or {"treaty": treaty, "name": {"en": treaty, "ar": treaty}}
        kept = {bond["state"]: bond for bond in before.get("bonds", [])}
        bonds = [_bond(row, kept.pop(row["state"], {})) for row in held]
        before["bonds"] = [*bonds, *kept.values()]
        _write(path, before, f"# Who is bound by the {before['name']['en']}, and from which day.")


def _bond(row: Row, kept: Entry) -> Entry:
    return {
        "state": row["state"],
        "status": row["status"],
        **({"done": row["date"]} if row["date"] else {}),
        **({"in_force": row["in_force_from"]} if row["in_force_from"] else {}),
        **({"arguable_from": kept["arguable_from"]} if "arguable_from" in kept else {}),
        **_note(row["reservation_note"], kept),
        "recorded": RECORDED,
        "url": row["source_url"],
        "checked": _checked(row["verified"]),
    }


def _crimes(rows: Iterable[Row], folder: Path) -> None:
    """The words of the elements; their rules are written by hand and stay."""
    for crime, held in _grouped(rows, "crime_id").items():
        path = folder / f"{crime.lower()}.yaml"
        before = _read(path)
        if before is None:
            raise SystemExit(f"{path.name}: write the file with its rules first")
        elements = {element["number"]: element for element in before["elements"]}
        for row in held:
            element = elements[int(row["element_no"])]
            element["words"] = _said(_reworded(row["own_words"]), element["words"])
        _write(path, before, "")


def _read(path: Path) -> Entry | None:
    if not path.exists():
        return None
    read: Entry = yaml.load(path.read_text("utf-8"), Loader=_Texts)
    return read


class _Texts(yaml.SafeLoader):
    """Days stay texts, so that a file is written back as it was."""


_RESOLVERS: dict[str, Any] = {
    first: [(tag, pattern) for tag, pattern in held if not tag.endswith(":timestamp")]
    for first, held in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Texts.yaml_implicit_resolvers = _RESOLVERS


class _Plain(yaml.SafeDumper):
    """Short lists and pairs on one line, texts on their own."""


_Plain.yaml_implicit_resolvers = _RESOLVERS


def _write(path: Path, entry: Entry, head: str) -> None:
    text = yaml.dump(
        entry,
        Dumper=_Plain,
        allow_unicode=True,
        sort_keys=False,
        width=100,
        default_flow_style=None,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(line for line in _headed(head, text)), encoding="utf-8")


def _headed(head: str, text: str) -> Iterator[str]:
    if head:
        yield head
    yield text


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "tables", type=Path, help="folder with norms.csv, treaty_status.csv, elements.csv"
    )
    parser.add_argument("--data", type=Path, default=DATA, help="the pack to write into")
    given = parser.parse_args()
    convert(given.tables, given.data)
