"""The tables were brought in once; doing it again changes nothing that people wrote since."""

from __future__ import annotations

import filecmp
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from tests.law.pack_copy import copy, edit

from tawthiq.law.pack.loading import load

ROOT = Path(__file__).resolve().parents[2]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("convert_law", ROOT / "scripts/convert_law.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


convert_law = _script()


def test_converting_again_writes_the_same_files(shared: Path, tmp_path: Path) -> None:
    pack = copy(tmp_path)
    convert_law.convert(shared / "law", pack)
    compared = filecmp.dircmp(pack, copy(tmp_path / "other"))
    assert compared.diff_files == [] and compared.left_only == []
    for sub in compared.subdirs.values():
        assert (sub.diff_files, sub.left_only, sub.right_only) == ([], [], [])


def test_a_signed_row_is_no_longer_the_tables_to_change(shared: Path, tmp_path: Path) -> None:
    pack = copy(tmp_path)
    name = "norms/cihl.yaml"
    edit(pack, name, "ar: النهب محظور.", "ar: النهب محظور على الجميع.")
    edit(pack, name, "en: Pillage is banned.", "en: Nobody may pillage.")
    digest = load(pack).norms["CIHL-052"].digest
    text = (pack / name).read_text("utf-8")
    head, row = text.split("- id: CIHL-052", 1)
    row = row.replace(
        "signed: null", f"signed: {{by: A. Lawyer, day: 2026-12-01, digest: {digest}}}", 1
    )
    (pack / name).write_text(head + "- id: CIHL-052" + row, encoding="utf-8")
    convert_law.convert(shared / "law", pack)
    norm = load(pack).norms["CIHL-052"]
    assert norm.summary.en == "Nobody may pillage."
    assert norm.is_signed and norm.may_be_published


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("Art. 18", "المادة ١٨"),
        ("Rule 28", "القاعدة ٢٨"),
        ("Art. 8(2)(e)(iv)", "المادة ٨(٢)(هـ)(٤)"),
        ("Art. 8(2)(b)(xxiv)", "المادة ٨(٢)(ب)(٢٤)"),
        ("Art. 7(1)(i)", "المادة ٧(١)(ط)"),
        ("Art. 7(1)(a)", "المادة ٧(١)(أ)"),
        ("Common Art. 3", "المادة ٣ المشتركة"),
        ("Art. 51(4)", "المادة ٥١(٤)"),
        ("para 3", "الفقرة ٣"),
        ("Arts 6-7", "المادتان ٦–٧"),
        ("Arts 11-13", "المواد ١١–١٣"),
        ("Art. I(1)(b), I(5)", "المادة ١(١)(ب)، ١(٥)"),
    ],
)
def test_a_provision_is_cited_as_arabic_texts_cite_it(english: str, arabic: str) -> None:
    assert convert_law.provision_ar(english) == arabic
