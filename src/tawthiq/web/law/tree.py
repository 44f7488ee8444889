"""An explanation as a tree of the page: what is said, by which rule, on which evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.law.explanation import Explanation
from tawthiq.store.queries.law.shapes import EvidenceLine, QualifiedIncident
from tawthiq.values.both import Both

_OPEN_TO = 2  # levels of the tree that are open when the page comes; house choice


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of evidence in the tree; ``words`` is empty where only its code is known."""

    code: str
    words: str
    is_claim: bool


@dataclass(frozen=True, slots=True)
class Node:
    """One node, with what it rests on.

    Attributes:
        rule: Id of the norm, rule, derivation or fact that says it.
        is_open: It is shown unfolded when the page comes.
    """

    said: Both
    rule: str
    evidence: tuple[Cited, ...]
    against: tuple[Cited, ...]
    parts: tuple[Node, ...]
    is_open: bool


def tree(explanation: Explanation, found: QualifiedIncident) -> Node:
    """An explanation with its evidence named."""
    lines = {line.piece.id: line for line in found.evidence}
    return _node(explanation, lines, 0)


def _node(one: Explanation, lines: Mapping[str, EvidenceLine], depth: int) -> Node:
    return Node(
        one.said,
        one.rule,
        tuple(_cited(code, lines) for code in one.evidence),
        tuple(_cited(code, lines) for code in one.against),
        tuple(_node(part, lines, depth + 1) for part in one.parts),
        depth < _OPEN_TO,
    )


def _cited(code: str, lines: Mapping[str, EvidenceLine]) -> Cited:
    line = lines.get(code)
    return Cited(code, line.piece.words if line else "", bool(line and line.is_claim))
