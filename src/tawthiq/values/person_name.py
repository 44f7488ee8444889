"""A person's name as somebody wrote it, and the parts by which it is found again.

Lists write given name, father and family in different orders and scripts. The name is
kept as it was written; its parts and its key serve to find and to sort. That two names
have one key does not make two people one: deciding that is the work of linkage.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.values.text import is_arabic, joined, tokens

_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name with at least one word in it.

    Attributes:
        written: The name as the source has it, every mark kept.
    """

    written: str

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError(f"no word in the name {self.written!r}; leave an unknown name out")

    @property
    def parts(self) -> tuple[str, ...]:
        """The folded words in their order: without articles, two-word names as one."""
        return tuple(_without_article(token) for token in tokens(joined(self.written)))

    @property
    def key(self) -> str:
        """The parts in alphabetical order: the same however the name was ordered."""
        return " ".join(sorted(self.parts))

    def __str__(self) -> str:
        return self.written


def _without_article(token: str) -> str:
    # Four letters at least: الا and اله are no names with an article.
    if is_arabic(token) and token.startswith(_ARTICLE) and len(token) > len(_ARTICLE) + 2:
        return token.removeprefix(_ARTICLE)
    return token
