"""How many sources there really are: who has it from whom.

Three outlets that quote one press office are one source. A compilation that counts
what others published (UCDP GED, Airwars) is a second reading of them and no source
beside them; it stands for one source only where nothing else is held.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tawthiq.claims.claim import Claim
from tawthiq.claims.source import Source, SourceKind
from tawthiq.values.both import Both
from tawthiq.values.code import CodeOrder, code_order


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent voice and every claim that carries it.

    Attributes:
        key: The key of the source that speaks.
        claims: Earlier versions first where they are marked as such, then in the order
            they were published, undated ones first, then by code.
        name: For readers.
        kind: What kind of body speaks.
    """

    key: str
    claims: tuple[Claim, ...]
    name: Both
    kind: SourceKind

    @property
    def is_compilation(self) -> bool:
        """Whether it counts other sources' reports again."""
        return self.kind is SourceKind.COMPILATION

    @property
    def last(self) -> Claim:
        """What the origin said last; later figures replace earlier ones of the same voice."""
        return self.claims[-1]


def origins(claims: Iterable[Claim], sources: Mapping[str, Source]) -> tuple[Origin, ...]:
    """Gather claims by who speaks, in the order of their keys.

    Raises:
        ValueError: A claim names a source that is not among ``sources``.
    """
    voices: dict[str, list[tuple[Source, Claim]]] = {}
    for claim in claims:
        source = sources.get(claim.document.source)
        if source is None:
            raise ValueError(f"{claim.code} names the source {claim.document.source!r}; unknown")
        voices.setdefault(source.origin, []).append((source, claim))
    return tuple(_origin(key, said, sources) for key, said in sorted(voices.items()))


def independent(voices: Iterable[Origin]) -> tuple[Origin, ...]:
    """The voices that count as sources of their own.

    Compilations count only where nobody else speaks, and then as one, the first by key:
    which of several counted the reports better cannot be known from here.
    """
    voices = tuple(voices)
    own = tuple(voice for voice in voices if not voice.is_compilation)
    return own or voices[:1]


def _origin(key: str, said: list[tuple[Source, Claim]], sources: Mapping[str, Source]) -> Origin:
    # A body that we have only through others (a UN commission, quoted) is known by its
    # relay, whose kind is the kind of the origin.
    said = sorted(said, key=_telling)
    speaker = sources.get(key, said[-1][0])
    return Origin(key, tuple(claim for _, claim in said), speaker.name, speaker.kind)


def _telling(said: tuple[Source, Claim]) -> tuple[float, str, str, CodeOrder]:
    source, claim = said
    published = claim.document.published
    return (
        source.version or math.inf,
        str(published.last or published.first or ""),
        str(published.first or ""),
        code_order(claim.code),
    )
