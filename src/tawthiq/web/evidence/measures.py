"""How large and how long something is, in words."""

from __future__ import annotations

from tawthiq.values.both import Both

_UNITS = (
    (1_000_000_000, Both("GB", "غيغابايت")),
    (1_000_000, Both("MB", "ميغابايت")),
    (1_000, Both("kB", "كيلوبايت")),
)


def size_said(size: int) -> Both:
    """Bytes in the largest unit of which there is one."""
    for unit, name in _UNITS:
        if size >= unit:
            number = f"{size / unit:.1f}".removesuffix(".0")
            return Both(f"{number} {name.en}", f"{number} {name.ar}")
    return Both(f"{size} bytes", f"{size} بايت")


def seconds_said(seconds: float) -> Both:
    """Hours, minutes and seconds, without those that are nought before the first."""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    text = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return Both.same(text)
