"""A qualification, a tree and a difference as text for a terminal, from their plain values.

What is printed here is what the JSON holds and nothing else, so that the two never differ.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from tawthiq.law.wording import FROM_MEMORY
from tawthiq.values.both import Both, Language

Json = Mapping[str, Any]
_TITLES = {
    "norms": Both("Norms", "القواعد"),
    "crimes": Both("Crimes, element by element", "الجرائم ركنًا ركنًا"),
    "defeaters": Both("What would end a protection", "ما ينهي الحماية"),
    "gaps": Both("What is missing, the most useful first", "ما ينقص، الأنفع أولًا"),
    "forums": Both("Forums on", "الجهات في"),
    "agreements": Both("Agreements", "الاتفاقات"),
    "suggested": Both("suggested by the records, not confirmed", "مقترح من السجلات وغير مؤكد"),
    "facts": Both("Facts", "الوقائع"),
    "read": Both("Read as", "القراءة بوصفه"),
    "moves": Both("would move", "يحرّك"),
}


def print_qualification(made: Json, language: Language) -> None:
    """Everything, in the order in which a lawyer asks for it."""
    incident = made["incident"]
    _out(f"{incident['id']}  {incident['first'] or '?'}  {incident['place']}\n")
    if made["says"]:
        _out(f"{made['says']}\n")
    _head("facts", language)
    for fact in made["facts"]:
        mark = f"  [{_said('suggested', language)}]" if fact["state"] == "suggested" else ""
        cited = ", ".join(fact["evidence"])
        against = f" | {', '.join(fact['against'])}" if fact["against"] else ""
        _out(f"  {fact['name']}: {fact['said']}  ({cited}{against}){mark}\n")
    for reading in made["readings"]:
        _reading(reading, made["asked_on"], language)
    if made["agreements"]:
        _head("agreements", language)
    for one in made["agreements"]:
        _out(f"  {one['agreement']}  {one['said']}\n      {one['weight']}\n      {one['source']}\n")
    _out(f"\n* {FROM_MEMORY.in_(language)}\n")
    _out(f"{made['corroboration']}\n{made['footer']}\n")


def print_tree(node: Json, depth: int = 0) -> None:
    """A tree, each node under what rests on it."""
    cited = f"  [{', '.join(node['evidence'])}]" if node["evidence"] else ""
    against = f"  [x {', '.join(node['against'])}]" if node["against"] else ""
    _out(f"{'  ' * depth}{node['said']}  <{node['rule']}>{cited}{against}\n")
    for part in node["parts"]:
        print_tree(part, depth + 1)


def print_pattern(read: Json) -> None:
    """A set of incidents against the context."""
    _out(f"{read['party'] or '-'}: {', '.join(read['incidents']) or '-'}\n")
    for line in read["context"]:
        why = f" ({line['why_said']})" if line["why_said"] else ""
        _out(f"  {line['name']}: {line['value']}{why}  {line['numbers']}\n")
        if line["missing"]:
            _out(f"      {line['missing']}\n")
    for left in read["left_out"]:
        _out(f"  - {left['incident']}: {left['why']}\n")


def _reading(reading: Json, asked_on: str, language: Language) -> None:
    said = reading["classification"]
    pair = " / ".join(said["pair"])
    _out(f"\n{_said('read', language)} {reading['class']}  ({pair}; {said['by'] or '-'})\n")
    _head("norms", language)
    for line in reading["norms"]:
        mark = "" if line["may_be_published"] else "  *"
        why = "; ".join(one["why"] for one in line["reasons"])
        _out(f"  {line['norm']:14} {line['under_all']:15}{mark}  {why}\n")
    _head("crimes", language)
    for crime in reading["crimes"]:
        mark = "" if crime["may_be_published"] else "  *"
        _out(f"  {crime['crime']}  {crime['title']}: {crime['value']}{mark}\n")
        for element in crime["elements"]:
            _out(f"      {element['said']}\n          {element['words']}\n")
    _head("defeaters", language)
    for one in reading["defeaters"]:
        _out(f"  {one['name']}: {one['said']}\n")
    _gaps_and_forums(reading, asked_on, language)


def _gaps_and_forums(reading: Json, asked_on: str, language: Language) -> None:
    _head("gaps", language)
    for gap in reading["gaps"][:12]:
        _out(f"  {gap['name']}: {_said('moves', language)} {len(gap['moves'])}\n")
        for kind in gap["evidence"][:2]:
            _out(f"      {kind['name']} ({kind['holder']}): {kind['care']}\n")
    _out(f"\n{_said('forums', language)} {asked_on}\n")
    for forum in reading["forums"]:
        why = "; ".join(way["why"] for way in forum["ways"])
        mark = "" if forum["may_be_published"] else "  *"
        _out(f"  {forum['name']}: {forum['door']}{mark}  {why}\n")


def _head(name: str, language: Language) -> None:
    _out(f"\n{_said(name, language)}\n")


def _said(name: str, language: Language) -> str:
    return _TITLES[name].in_(language)


def _out(text: str) -> None:
    sys.stdout.write(text)
