"""How many, for a reader: 39, 37–43, at least 781, up to 18, about 40.

No signs for "at least" or "more than": in Arabic they mirror and are misread, and no
face of the pages holds them. Words say it in both languages.
"""

from __future__ import annotations

from tawthiq.values.how_many import HowMany
from tawthiq.web.reader import Reader
from tawthiq.web.wording.digits import number


def span(how_many: HowMany, reader: Reader) -> str:
    """Write a quantity for a table: the ends, or the one end there is with its word."""
    low, best, high = how_many.low, how_many.best, how_many.high
    if low is not None and high is not None:
        if low == high:
            return number(low, reader)
        return f"{number(low, reader)}–{number(high, reader)}"
    if low is not None:
        said = number(low, reader)
        return f"{said} فأكثر" if reader.is_arabic else f"at least {said}"
    if high is not None:
        said = number(high, reader)
        return f"حتى {said}" if reader.is_arabic else f"up to {said}"
    assert best is not None  # a quantity always has a number
    said = number(best, reader)
    return f"نحو {said}" if reader.is_arabic else f"about {said}"


def spoken(how_many: HowMany, reader: Reader) -> str:
    """Write a quantity for running text: between 37 and 43, at least 781."""
    low, high = how_many.low, how_many.high
    if low is not None and high is not None and low != high:
        begins, ends = number(low, reader), number(high, reader)
        return f"ما بين {begins} و{ends}" if reader.is_arabic else f"between {begins} and {ends}"
    if low is not None and high is None and reader.is_arabic:
        return f"ما لا يقل عن {number(low, reader)}"
    if low is None and high is not None and reader.is_arabic:
        return f"ما يصل إلى {number(high, reader)}"
    return span(how_many, reader)


def ends(how_many: HowMany, reader: Reader) -> str:
    """Write all three numbers: low 37 · best 39 · high 43, and what is not given."""
    names = ("الأدنى", "الأرجح", "الأعلى") if reader.is_arabic else ("low", "best", "high")
    missing = "غير مذكور" if reader.is_arabic else "not given"
    numbers = (how_many.low, how_many.best, how_many.high)
    if how_many.is_exact:
        return number(how_many.headline, reader)
    return " · ".join(
        f"{name} {missing if value is None else number(value, reader)}"
        for name, value in zip(names, numbers, strict=True)
    )
