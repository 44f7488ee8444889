"""The forms of the law: each is a decision by somebody, with a reason that stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.actions.rights import whoever_runs_this
from tawthiq.values.both import Both, Language

NOTE = {"rows": 3, "dir": "auto"}
LONGEST = 4_000


class DecisionForm(forms.Form):
    """Who decides and why; both go into the journal."""

    by = forms.CharField(
        label=_("Who decides"),
        max_length=200,
        initial=whoever_runs_this,
        error_messages={"required": _("Write who decides.")},
    )
    because = forms.CharField(
        label=_("Why"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("A decision stays with its reason; say why.")},
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.label_suffix = ""


class LineField(forms.CharField):
    """Several things, one a line."""

    def __init__(self, **named: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs=NOTE), max_length=LONGEST, **named)

    def clean(self, value: Any) -> list[str]:
        """The lines that hold something, without the space around them."""
        said = super().clean(value) or ""
        return [line.strip() for line in str(said).splitlines() if line.strip()]


class DayField(forms.DateField):
    """A day, written as 2019-07-22 where the browser has no calendar."""

    def __init__(self, **named: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        errors = {
            "invalid": _("Write the day as 2019-07-22."),
            "required": _("A day is missing; write it as 2019-07-22."),
        }
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], error_messages=errors, **named)


def choices(pairs: Iterable[tuple[str, Both]], language: Language) -> list[tuple[str, str]]:
    said = ((key, name.in_(language)) for key, name in pairs)
    return [(key, name[:1].upper() + name[1:]) for key, name in said]
