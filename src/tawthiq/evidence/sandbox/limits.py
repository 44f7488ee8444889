"""How much a reader of strangers' files may use."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Ends that a reader does not pass; house choice, wide enough for a long film.

    Attributes:
        memory: Bytes beyond what the interpreter and the libraries take.
        processor: Seconds of computing.
        wall: Seconds by the clock.
        output: Bytes of answer.
        files: Open files.
    """

    memory: int = 1 << 30
    processor: int = 20
    wall: float = 30
    output: int = 64 << 20
    files: int = 64

    def __post_init__(self) -> None:
        if min(self.memory, self.processor, self.wall, self.output, self.files) <= 0:
            raise ValueError(f"a limit of nothing: {self}")

    def as_json(self) -> dict[str, float]:
        return asdict(self)
