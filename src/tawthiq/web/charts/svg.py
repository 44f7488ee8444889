"""Markup of SVG, built from parts that cannot smuggle anything in.

Text and attribute values are escaped here and nowhere else. No ``style`` attribute can be
made: the pages are served under a policy that would refuse it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

Attribute = str | int | float


def element(name: str, *children: str, **attributes: Attribute) -> SafeString:
    """Write one element. ``class_`` and ``stroke_width`` become ``class`` and ``stroke-width``.

    Children that are not markup already are escaped.

    Raises:
        ValueError: A ``style`` attribute or an event handler was asked for.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    inner = "".join(conditional_escape(child) for child in children)
    return mark_safe(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")


def drawing(
    height: int | str,
    *children: str,
    label: str = "",
    width: str = "100%",
    class_: str = "",
    has_links: bool = False,
) -> SafeString:
    """Wrap marks as a drawing; one without a label is decoration beside the same words.

    Args:
        has_links: Its marks lead somewhere, so it is a group of links and not one image.
    """
    role = "group" if has_links else "img"
    described: dict[str, Attribute] = (
        {"role": role, "aria_label": label} if label else {"aria_hidden": "true"}
    )
    if class_:
        described["class_"] = class_
    return element("svg", *children, width=width, height=height, **described)


def together(marks: Iterable[str]) -> SafeString:
    """Put marks one over the other."""
    return mark_safe("".join(conditional_escape(mark) for mark in marks))


def line(x1: str, y1: Attribute, x2: str, y2: Attribute, class_: str) -> SafeString:
    return element("line", class_=class_, x1=x1, x2=x2, y1=y1, y2=y2)


def text(
    x: str, y: Attribute, words: str, *, anchor: str = "middle", **more: Attribute
) -> SafeString:
    return element("text", words, x=x, y=y, text_anchor=anchor, **more)


def _attribute(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if name == "style" or name.startswith("on"):
        raise ValueError(f"no {name} attribute is served: the pages' policy refuses it")
    name = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}.get(name, name)
    return f' {name}="{escape(value)}"'
