"""How many, as somebody said it: the ends they committed to and the words they used.

"At least 781" commits to a low end and to no high one; "dozens" commits to nothing
that a reader can add up until a rule turns it into a number. We keep the words, the
ends, and the name of the rule that made the ends, so that nobody has to trust us.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HowMany:
    """A quantity of whole things.

    Attributes:
        low: The least that was said, or None where no least is said ("up to 18").
        best: What was said to be most likely, or None where only ends were said.
        high: The most that was said, or None where no most is said ("at least 781").
        words: The words as they stood, or "" where the number stood alone.
        rule: The name of the conversion rule that made the ends from words ("dozens"),
            or "" where the ends were said as numbers.
    """

    low: int | None
    best: int | None
    high: int | None
    words: str = ""
    rule: str = ""

    def __post_init__(self) -> None:
        said = [n for n in (self.low, self.best, self.high) if n is not None]
        if not said:
            raise ValueError("a quantity without any number says nothing; leave it out")
        if min(said) < 0:
            raise ValueError(f"a quantity cannot be negative ({min(said)})")
        if said != sorted(said):
            raise ValueError(f"low, best and high must rise, these are {said}")

    @classmethod
    def exactly(cls, number: int, words: str = "") -> HowMany:
        return cls(number, number, number, words)

    @classmethod
    def between(cls, low: int, high: int, words: str = "") -> HowMany:
        return cls(low, low if low == high else None, high, words)

    @classmethod
    def at_least(cls, number: int, words: str = "") -> HowMany:
        return cls(number, None, None, words)

    @classmethod
    def at_most(cls, number: int, words: str = "") -> HowMany:
        return cls(None, None, number, words)

    @classmethod
    def about(cls, number: int, words: str = "") -> HowMany:
        return cls(None, number, None, words)

    @property
    def is_exact(self) -> bool:
        return self.low == self.best == self.high

    @property
    def headline(self) -> int:
        """The number a headline would print: the best, else the least, else the most."""
        for number in (self.best, self.low, self.high):
            if number is not None:
                return number
        raise AssertionError("a quantity always has a number")

    def admits(self, number: int) -> bool:
        """Whether the number does not contradict what was said.

        "About 487" contradicts no number: nobody said how far about reaches.
        """
        return (self.low is None or self.low <= number) and (
            self.high is None or number <= self.high
        )

    def agrees(self, other: HowMany) -> bool:
        """Whether some number satisfies both."""
        low = max(self.low or 0, other.low or 0)
        return all(high is None or low <= high for high in (self.high, other.high))

    def plus(self, other: HowMany) -> HowMany:
        """The sum; an end that one of the two does not say is not said of the sum.

        The words are left behind, the rules are not: whoever reads the sum of "dozens"
        and 3 still sees that a rule made it.

        Raises:
            ValueError: No end of the sum can be said.
        """

        def add(a: int | None, b: int | None) -> int | None:
            return None if a is None or b is None else a + b

        return HowMany(
            add(self.low, other.low),
            add(self.best, other.best),
            add(self.high, other.high),
            rule=_each_once(self.rule, other.rule),
        )

    def __str__(self) -> str:
        """The quantity in English, as ``quantity_words.read_quantity`` reads it back."""
        ends = self._ends()
        if not ends:
            return f"about {self.best}"
        return ends if self.best is None or self.is_exact else f"{self.best} ({ends})"

    def _ends(self) -> str:
        """The ends alone; "" where they are not said."""
        match self.low, self.high:
            case (None, None):
                return ""
            case (low, None):
                return f"at least {low}"
            case (None, high):
                return f"up to {high}"
            case (low, high):
                return f"{low}–{high}" if low != high else f"{low}"


def _each_once(*rules: str) -> str:
    """Several names of rules as one text, in the order they came."""
    return "; ".join(dict.fromkeys(name for rule in rules for name in rule.split("; ") if name))
