"""A YAML file as fields that know their line, read by people who state what they expect.

Unknown keys, keys that stand twice, wrong types and impossible days are refused with the
file, the line and what to do. Nothing is ever guessed into another type.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

import yaml

from tawthiq.errors import InputError, RuleError, TawthiqError
from tawthiq.law.verdicts import verdict_in
from tawthiq.values.both import Both

# The fast loader where PyYAML was built with it; both make the same nodes.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TAG = "tag:yaml.org,2002:"

S = TypeVar("S", bound=StrEnum)
Refusal = type[RuleError] | type[InputError]


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a file and where it stands.

    Attributes:
        node: What the YAML reader made of it.
        file: The name that a message gives.
        refusal: A rule file raises RuleError, somebody's own file InputError.
    """

    node: yaml.Node
    file: str
    refusal: Refusal

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    def refuse(self, what: Both) -> TawthiqError:
        """The error to raise: file, line, what is wrong and the mend."""
        return self.refusal(
            f"{self.file}:{self.line}: {what.en}", f"{self.file}:{self.line}: {what.ar}"
        )

    def _child(self, node: yaml.Node) -> Field:
        return Field(node, self.file, self.refusal)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_null(self) -> bool:
        return self._tag == "null"

    @property
    def _tag(self) -> str:
        return str(self.node.tag).removeprefix(_TAG)

    def entries(self) -> list[tuple[Field, Field]]:
        """The keys and values of a mapping, in the order of the file; no key twice."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.refuse(
                Both(
                    f"keys and values should stand here, not {self._shown()}; write key: value",
                    f"يجب أن تكون هنا مفاتيح وقيم لا {self._shown()}؛ اكتب مفتاح: قيمة",
                )
            )
        seen: dict[str, int] = {}
        entries = []
        for key_node, value_node in self.node.value:
            key = self._child(key_node)
            if (name := key.raw()) in seen:
                raise key.refuse(
                    Both(
                        f"the key {name!r} stands twice (first on line {seen[name]}); keep one",
                        f"المفتاح {name!r} مكرّر (أوله في السطر {seen[name]})؛ أبقِ واحدًا",
                    )
                )
            seen[name] = key.line
            entries.append((key, self._child(value_node)))
        return entries

    def keyed(
        self, required: Iterable[str] = (), optional: Iterable[str] = ()
    ) -> Mapping[str, Field]:
        """The values by key; a missing or unknown key is refused."""
        needed = list(required)
        allowed = [*needed, *optional]
        held = {}
        for key, value in self.entries():
            if key.raw() not in allowed:
                raise key.refuse(unknown_key(key.raw(), allowed))
            held[key.raw()] = value
        for name in needed:
            if name not in held:
                raise self.refuse(
                    Both(
                        f"{name!r} is missing here; add it",
                        f"ينقص هنا {name!r}؛ أضفه",
                    )
                )
        return held

    def items(self) -> list[Field]:
        """The members of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.refuse(
                Both(
                    f"a list should stand here, not {self._shown()}; write it in brackets [ ]",
                    f"يجب أن تكون هنا قائمة لا {self._shown()}؛ اكتبها بين قوسين [ ]",
                )
            )
        return [self._child(node) for node in self.node.value]

    def raw(self) -> str:
        """A single value as it is written."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.refuse(
                Both(
                    f"one value should stand here, not {self._shown()}",
                    f"يجب أن تكون هنا قيمة واحدة لا {self._shown()}",
                )
            )
        return str(self.node.value)

    def text(self) -> str:
        """A text that is not empty and speaks no judgment."""
        text = self.raw().strip()
        if not text or self.is_null:
            raise self.refuse(
                Both(
                    "this is empty; write it or leave the key out",
                    "القيمة فارغة؛ اكتبها أو احذف المفتاح",
                )
            )
        if word := verdict_in(text):
            raise self.refuse(
                Both(
                    f"{word!r} is a word of judgment, which only a court speaks; say it otherwise",
                    f"{word!r} كلمة حكم لا تقولها إلا محكمة؛ اكتبها بعبارة أخرى",
                )
            )
        return text

    def word(self) -> str:
        """A name of ours (a key, an id): not shown to readers, never empty."""
        written = self.raw().strip()
        if not written or self.is_null:
            raise self.refuse(Both("a name is empty; write it", "الاسم فارغ؛ اكتبه"))
        return written

    def words(self) -> tuple[str, ...]:
        return tuple(item.word() for item in self.items())

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def both(self) -> Both:
        """A text in both languages."""
        said = self.keyed(("en", "ar"))
        return Both(said["en"].text(), said["ar"].text())

    def flag(self) -> bool:
        if self._tag != "bool":
            raise self.refuse(
                Both(
                    f"true or false should stand here, not {self._shown()}",
                    f"يجب أن تكون هنا true أو false لا {self._shown()}",
                )
            )
        return self.raw().lower() in ("true", "yes", "on", "y")

    @property
    def is_flag(self) -> bool:
        return self._tag == "bool"

    def number(self) -> int:
        if self._tag != "int" or not re.fullmatch(r"-?\d{1,12}", self.raw()):
            raise self.refuse(
                Both(
                    f"a whole number should stand here, not {self._shown()}",
                    f"يجب أن يكون هنا عدد صحيح لا {self._shown()}",
                )
            )
        return int(self.raw())

    def day(self) -> date:
        """A day that has been, as YYYY-MM-DD."""
        written = self.raw()
        try:
            if not _DAY.fullmatch(written):
                raise ValueError
            return date.fromisoformat(written)
        except ValueError:
            raise self.refuse(
                Both(
                    f"{written!r} is no day; write it as 2019-07-22",
                    f"{written!r} ليس يومًا؛ اكتبه على شكل 2019-07-22",
                )
            ) from None

    def one_of(self, kinds: type[S]) -> S:
        """One of the words of an enumeration."""
        written = self.raw()
        words = [str(kind) for kind in kinds]
        if written not in words:
            raise self.refuse(unknown_key(written, words))
        return kinds(written)

    def _shown(self) -> str:
        if isinstance(self.node, yaml.ScalarNode):
            return repr(str(self.node.value)[:40])
        return "a list" if self.is_list else "keys and values"

    def __iter__(self) -> Iterator[Field]:
        return iter(self.items())


def unknown_key(written: str, allowed: Iterable[str]) -> Both:
    """What to say of a word that is not in a list of words."""
    known = list(allowed)
    near = difflib.get_close_matches(written, known, n=3, cutoff=0.6)
    if near:
        close = ", ".join(near)
        return Both(
            f"{written!r} is not known here; did you mean {close}?",
            f"{written!r} غير معروف هنا؛ هل تقصد {close}؟",
        )
    some = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
    return Both(
        f"{written!r} is not known here; take one of: {some}",
        f"{written!r} غير معروف هنا؛ خذ واحدًا من: {some}",
    )


def parse(text: str, file: str, refusal: Refusal) -> Field:
    """Read one YAML document.

    Raises:
        RuleError: A rule file that is no YAML; the message gives file and line.
        InputError: The same of somebody's own file.
    """
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        problem = error.problem or "not YAML"
        raise refusal(
            f"{file}:{line}: {problem}; mend the line or the indentation before it",
            f"{file}:{line}: {problem}؛ أصلح السطر أو المسافات التي قبله",
        ) from error
    except yaml.YAMLError as error:
        raise refusal(
            f"{file}:1: {error}; save it as plain UTF-8 text",
            f"{file}:1: {error}؛ احفظه نصًا بترميز UTF-8",
        ) from error
    if node is None:
        raise refusal(
            f"{file}:1: the file is empty; write it or remove it",
            f"{file}:1: الملف فارغ؛ اكتبه أو احذفه",
        )
    return Field(node, file, refusal)
