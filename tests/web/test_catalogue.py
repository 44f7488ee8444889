"""Every sentence of a page has its Arabic, and what runs is what is written."""

from __future__ import annotations

import importlib.util
import io
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.mofile import write_mo

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def gathering() -> ModuleType:
    """The script that gathers the sentences of the pages."""
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "scripts/catalogue.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogue"] = module
    spec.loader.exec_module(module)
    return module


def test_every_sentence_of_templates_and_code_has_an_arabic_one(gathering: ModuleType) -> None:
    fresh = gathering.brought_up_to_date(gathering.catalogue())
    assert gathering.untranslated(fresh) == []


def test_the_catalogue_holds_nothing_that_no_page_says(gathering: ModuleType) -> None:
    said = {
        (context, message if isinstance(message, str) else message[0])
        for context, message, _ in gathering.said()
    }
    for message in gathering.catalogue():
        if message.id:
            one = message.id if isinstance(message.id, str) else message.id[0]
            assert (message.context or "", one) in said


def test_the_compiled_catalogue_is_that_of_the_written_one(gathering: ModuleType) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, gathering.catalogue())
    held = gathering.CATALOGUE.with_suffix(".mo").read_bytes()
    assert held == compiled.getvalue(), "run make translations"


def test_a_translation_has_the_names_of_its_sentence(gathering: ModuleType) -> None:
    for message in gathering.catalogue():
        if not message.id:
            continue
        both = (message.id,) if isinstance(message.id, str) else message.id
        names = {name for one in both for name in re.findall(r"%\((\w+)\)s", one)}
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            assert set(re.findall(r"%\((\w+)\)s", string)) <= names, string
        if isinstance(message.id, str):
            assert set(re.findall(r"%\((\w+)\)s", strings[0])) == names, message.id


def test_the_arabic_has_arabic_marks_and_no_sign_that_mirrors(gathering: ModuleType) -> None:
    for message in gathering.catalogue():
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings if message.id else ():
            said = re.sub(r"%\(\w+\)s", "", string)
            assert not set('"?;≥≤') & set(said), said
            assert re.search(r"[\u0600-\u06FF]", said), said
