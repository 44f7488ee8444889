"""Where the examples are: in the installed package, or beside the sources."""

from __future__ import annotations

from pathlib import Path

from tawthiq.errors import UnknownNameError

# The wheel carries the folder as tawthiq/examples; a checkout has it at its top.
_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "examples", _PACKAGE.parents[1] / "examples")


def example_names() -> tuple[str, ...]:
    """The examples that there are, in the order of their names."""
    folders = (folder for place in _PLACES if place.is_dir() for folder in place.iterdir())
    return tuple(sorted({each.name for each in folders if (each / "case.yaml").is_file()}))


def example_folder(name: str) -> Path:
    """The folder of an example.

    Raises:
        UnknownNameError: There is none of this name; the message lists those there are.
    """
    if name not in example_names():
        there_are = ", ".join(example_names()) or "none; the installation is not complete"
        there_are_ar = "، ".join(example_names()) or "لا شيء؛ التثبيت غير كامل"
        raise UnknownNameError(
            f"no example is called {name!r}; there are: {there_are}",
            f"لا يوجد مثال اسمه {name!r}؛ الموجود: {there_are_ar}",
        )
    return next(place / name for place in _PLACES if (place / name / "case.yaml").is_file())
