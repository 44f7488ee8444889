"""Whoever is refused is told so in a language they read."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "tawthiq"
# Whoever writes rule files of the package reads its code too.
IN_ENGLISH_ONLY = {"RuleError"}


def test_every_error_for_a_person_is_said_in_arabic_too() -> None:
    trees = {file: ast.parse(file.read_text("utf-8")) for file in sorted(SOURCE.rglob("*.py"))}
    names = _errors_of_ours(trees.values()) - IN_ENGLISH_ONLY
    one_tongue = [
        f"{file.relative_to(SOURCE)}:{call.lineno}"
        for file, tree in trees.items()
        for call in _calls(tree, names)
        if _says_one_thing(call)
    ]
    assert not one_tongue


def test_an_error_in_one_language_would_be_seen() -> None:
    spoken = ast.parse('raise InputError("only English")\nraise InputError("both", "بلغتين")')
    calls = list(_calls(spoken, {"InputError"}))
    assert [_says_one_thing(call) for call in calls] == [True, False]


def _errors_of_ours(trees: Iterable[ast.AST]) -> set[str]:
    ours = {"TawthiqError"}
    classes = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
    for _ in range(5):  # the tree of errors is not deeper
        ours |= {c.name for c in classes if any(getattr(b, "id", "") in ours for b in c.bases)}
    return ours - {c.name for c in classes if c.name != "TawthiqError" and _words_itself(c)}


def _words_itself(error: ast.ClassDef) -> bool:
    """Whether an error is given a thing and makes its two sentences of it."""
    return any(isinstance(n, ast.FunctionDef) and n.name == "__init__" for n in error.body)


def _calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
            yield node


def _says_one_thing(call: ast.Call) -> bool:
    given = [*call.args, *call.keywords]
    return len(given) == 1 and not isinstance(given[0], ast.Starred)
