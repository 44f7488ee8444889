"""The page on packages says what is written and what is read; its examples are real."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from tests.ledger.test_specification import FOLDER, examples

from tawthiq.evidence.bare.entries import Entry, commitment_to, opened, read_object, read_parent
from tawthiq.evidence.bare.lists import SEALED_NAMES
from tawthiq.evidence.bare.manifests import read_sealed_text
from tawthiq.evidence.bare.notes import base64_bytes
from tawthiq.evidence.bare.pieces import CUSTODY_COLUMNS, LOAD_COLUMNS, custody_text
from tawthiq.evidence.packages.sealed_texts import Derivation, object_text
from tawthiq.values.digest import Digest

PAGE = (FOLDER / "package.md").read_text("utf-8")
TREE, SEAL, OPENINGS, OBJECT = examples("package.md")[:4]


def inner(title: str) -> str:
    """An example that stands within a numbered line."""
    found = re.search(rf"\n\n((?:        .*\n)*?        {title}\n(?:        .*\n)+)", PAGE)
    assert found
    return textwrap.dedent(found[1])


def test_the_tree_on_the_page_has_every_kind_of_file_that_a_package_has(made: Path) -> None:
    def kinds(paths: set[str]) -> set[str]:
        return {re.sub(r"\d+", "0", re.sub(r"\.(mp4|jpg|png)$", ".x", path)) for path in paths}

    drawn = set(re.findall(r"(?<=\s)[A-Za-z][\w./-]*\.[\w-]+|(?<=\s)checkpoint", TREE.decode()))
    files = {p.relative_to(made).as_posix() for p in made.rglob("*") if p.is_file()}
    stamps = {"timestamps/0.0.tsr", "timestamps/0.checkpoint", "timestamps/0.growth"}
    assert kinds(drawn) >= kinds(files) | stamps


def test_the_seal_on_the_page_is_one() -> None:
    sealed = read_sealed_text(SEAL)
    assert sealed.origin == "archive.example/log"
    assert set(sealed.files) == SEALED_NAMES


def test_the_openings_on_the_page_open_an_entry_that_promised_them() -> None:
    _, salt, content = OPENINGS.decode().splitlines()[1].split(" ")
    promised = commitment_to(base64_bytes(content), base64_bytes(salt))
    entry = Entry("evidence.received", "2026-11-22T10:15:30Z", "", {"object": promised}, b"")
    assert opened(entry, OPENINGS) == {"object": OBJECT}


def test_the_object_on_the_page_is_written_so() -> None:
    item, digest, size = read_object(OBJECT)
    assert object_text(item, Digest.parse(digest), size) == OBJECT


def test_the_derivative_on_the_page_is_written_so() -> None:
    text = inner("tawthiq-derivative/1")
    how = Derivation(
        1041, "redact 1.0", "page 1: 10,20,90,60", "the name of a witness", "Omar", "Layla"
    )
    assert how.to_bytes().decode() == text
    assert read_parent(text.encode()) == 1041


def test_the_step_of_custody_on_the_page_is_read_so() -> None:
    lines = inner("tawthiq-custody/1").splitlines()[1:]
    row = dict(line.split(" ", 1) for line in lines)
    row["time_utc"] = row.pop("time")
    assert custody_text(row).decode() == inner("tawthiq-custody/1")


def test_the_columns_that_are_needed_are_named() -> None:
    for column in (*LOAD_COLUMNS, *CUSTODY_COLUMNS):
        assert f"`{column}`" in PAGE


def test_its_lines_are_numbered_without_a_gap() -> None:
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", PAGE, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
